/**
 * Every word that the screens and reports say with a number, and its plural: the only place where they agree. A group of
 * words agrees as one («demande ajoutée», «demandes ajoutées»).
 */
export const pluriels = {
  acceptée: 'acceptées',
  ajouté: 'ajoutés',
  alerte: 'alertes',
  'alerte vérifiée': 'alertes vérifiées',
  autre: 'autres',
  'autre place': 'autres places',
  caractère: 'caractères',
  'caractère invisible a été retiré': 'caractères invisibles ont été retirés',
  chiffre: 'chiffres',
  cochée: 'cochées',
  demande: 'demandes',
  'demande ajoutée': 'demandes ajoutées',
  'demande créée': 'demandes créées',
  'demande déplacée': 'demandes déplacées',
  'demande du tableau est fautive': 'demandes du tableau sont fautives',
  'demande modifiée': 'demandes modifiées',
  'demande montrée': 'demandes montrées',
  'demande rejetée': 'demandes rejetées',
  'demande sélectionnée': 'demandes sélectionnées',
  'demande supprimée': 'demandes supprimées',
  document: 'documents',
  'document scanné': 'documents scannés',
  empêche: 'empêchent',
  erreur: 'erreurs',
  fichier: 'fichiers',
  figure: 'figurent',
  'l’erreur': 'les erreurs',
  'la demande': 'les demandes',
  'la masquée': 'les masquées',
  'laissée de côté': 'laissées de côté',
  ligne: 'lignes',
  'ligne masquée n’est pas prise': 'lignes masquées ne sont pas prises',
  'ligne vide': 'lignes vides',
  masquée: 'masquées',
  'numéro laissé de côté': 'numéros laissés de côté',
  octet: 'octets',
  page: 'pages',
  'pas encore traitée': 'pas encore traitées',
  passage: 'passages',
  pièce: 'pièces',
  'pièce annoncée': 'pièces annoncées',
  'pièce jointe': 'pièces jointes',
  'pièce trouvée': 'pièces trouvées',
  'point à compléter': 'points à compléter',
  'règle passée outre': 'règles passées outre',
  rejetée: 'rejetées',
  'remarque n’est pas prise': 'remarques ne sont pas prises',
  'signe inhabituel': 'signes inhabituels',
  site: 'sites',
  'valeur calculée': 'valeurs calculées',
  vérifiée: 'vérifiées',
} as const

export type Mot = keyof typeof pluriels

/** Words that are said of nothing too, where «0» would be a riddle. */
const aucuns = {
  'aucun site': 'site',
  'aucune cochée': 'cochée',
  'aucune vérifiée': 'vérifiée',
} as const satisfies Record<string, Mot>

/** The word as that number wants it. In French nothing is singular too: «0 demande». */
export const agree = (nombre: number, mot: Mot): string => (nombre > 1 ? pluriels[mot] : mot)

/** `2 demandes`. */
export const count = (nombre: number, mot: Mot): string => `${nombre} ${agree(nombre, mot)}`

/** `aucun site`, `1 site`. */
export const countOrNone = (nombre: number, aucun: keyof typeof aucuns): string =>
  nombre === 0 ? aucun : count(nombre, aucuns[aucun])

/** `a, b et c`; of more than `most` the first ones, and how many there are besides. `nombre`: of which `mots` are the first. */
export function joinMots(mots: readonly string[], most = Infinity, nombre = mots.length): string {
  const left = nombre - most
  const shown = left > 0 ? [...mots.slice(0, most), count(left, 'autre')] : mots
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter(Boolean).join(' et ')
}

/** `Pièces annoncées`: at the head of a sentence. */
export const capitalize = (mots: string): string => mots.charAt(0).toUpperCase() + mots.slice(1)

/** A sentence within another: its first word in lower case, unless that is an acronym, a number or a quotation. */
const decapitalize = (phrase: string) => phrase.replace(/^\p{Lu}(?=[\p{Ll}’ ])/u, (lettre) => lettre.toLowerCase())

/**
 * A value after the name of its field, as it stands: `Libellé interne : Laboratoire des Lilas.` One that has a colon of its
 * own follows a dash, for a sentence has one at most.
 */
export const label = (mot: string, valeur: string): string =>
  /\s:\s/.test(valeur.replace(/«[^»]*»/g, '')) ? `${mot} – ${valeur}` : `${mot} : ${valeur}`

/** A sentence after the word that it is about: `Facture : ce document cite…`. */
export const introduce = (mot: string, phrase: string): string => label(mot, decapitalize(phrase))
