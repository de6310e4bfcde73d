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
  caractère: 'caractères',
  chiffre: 'chiffres',
  cochée: 'cochées',
  demande: 'demandes',
  'demande ajoutée': 'demandes ajoutées',
  'demande créée': 'demandes créées',
  'demande déplacée': 'demandes déplacées',
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
  'la masquée': 'les masquées',
  'laissée de côté': 'laissées de côté',
  masquée: 'masquées',
  octet: 'octets',
  page: 'pages',
  passage: 'passages',
  pièce: 'pièces',
  'pièce annoncée': 'pièces annoncées',
  'pièce jointe': 'pièces jointes',
  'pièce trouvée': 'pièces trouvées',
  'point à compléter': 'points à compléter',
  'règle passée outre': 'règles passées outre',
  rejetée: 'rejetées',
  site: 'sites',
  vérifiée: 'vérifiées',
} as const

export type Mot = keyof typeof pluriels

/** The word as that number wants it. In French nothing is singular too: «0 demande». */
export const agree = (nombre: number, mot: Mot): string => (nombre > 1 ? pluriels[mot] : mot)

/** `2 demandes`. */
export const count = (nombre: number, mot: Mot): string => `${nombre} ${agree(nombre, mot)}`
