import { profil, type FormatFichier } from '../format/profil'
import type { CallOptions } from '../worker/bridge'
import type { ConvertibleNature } from './convertSize'
import { atelier, documentOf } from './examine'
import type { EchecJonction, Perte } from './join'
import type { Reduction } from './shrink'

/** A file made of others, or the two lines that say why not; null when the clerk stopped it. */
export type Transformation =
  | { ok: true; octets: Blob; formatFichier: FormatFichier; remarques: readonly string[] }
  | { ok: false; message: string }
  | null

const panne = 'Le traitement a échoué.\nRéessayez ; si cela se répète, préparez ce document avec un autre logiciel.'
const delai = 'Ce traitement prend trop de temps.\nPréparez ce document avec un autre logiciel, en moins lourd.'

const pertes: Readonly<Record<Perte, string>> = {
  signature: 'La signature électronique ne sera plus vérifiable dans le nouveau fichier.',
  factureX: 'Les données Factur-X (XML) jointes à la facture ne seront pas dans le nouveau fichier.',
  piecesJointes: 'Les fichiers joints au PDF ne seront pas dans le nouveau fichier.',
  formulaire: 'Les champs de formulaire seront figés.',
  calques: 'Tous les calques seront affichés.',
}

const methodes: Readonly<Record<Extract<Reduction, { ok: true }>['methode'], string>> = {
  aucune: 'Le fichier était déjà assez léger.',
  photo: 'L’image a perdu en finesse.',
  sansPerte: 'Rien n’a perdu en finesse : seule la place perdue est partie.',
  images: 'Seules les images trop lourdes ont perdu en finesse : le texte reste du texte.',
  pages: 'Les pages ont été redessinées en images.',
  pagesTexte:
    'Les pages ont été redessinées en images : leur texte ne peut plus être sélectionné ni relu par un logiciel.',
}

const echecsReduction: Readonly<Record<Extract<Reduction, { ok: false }>['raison'], string>> = {
  tropGros:
    'Ce document ne devient pas assez léger en restant lisible.\nNumérisez-le de nouveau, en noir et blanc ou à 150 points par pouce.',
  tropGrand: 'Ce document déclare des images démesurées.\nExportez-le ou numérisez-le de nouveau.',
  illisible: 'Ce document est abîmé et ne peut pas être réduit.\nExportez-le ou numérisez-le de nouveau.',
  motDePasse: 'Ce PDF est protégé par un mot de passe.\nEnregistrez-en une copie sans mot de passe.',
}

const echecsJonction: Readonly<Record<EchecJonction['raison'], string>> = {
  xml: 'Un fichier XML ne peut pas être réuni à d’autres.\nGardez soit le XML seul, soit les PDF et images.',
  motDePasse: 'L’un des PDF est protégé par un mot de passe.\nEnregistrez-en une copie sans mot de passe.',
  illisible: 'L’un des documents est abîmé.\nExportez-le ou numérisez-le de nouveau.',
  tropGrand: 'L’une des images est démesurée.\nNumérisez-la de nouveau, en moins fin.',
  tropDePages: 'Ces documents ont trop de pages ensemble.\nNe joignez que celles de cette demande.',
  tropLourd: 'Ces documents sont trop lourds ensemble.\nRéduisez-les d’abord.',
}

const shrinkTime = 120_000
const joinTime = 60_000
const convertTime = 30_000

const failed = (raison: 'abandon' | 'delai' | 'panne'): Transformation =>
  raison === 'abandon' ? null : { ok: false, message: raison === 'delai' ? delai : panne }

/** The same document, light enough to be sure of the portal's limit. §2.1 */
export async function reduirePiece(
  octets: Blob,
  formatFichier: FormatFichier,
  options: CallOptions,
): Promise<Transformation> {
  const demande = { ...documentOf(octets, formatFichier), cible: profil.pieceTaillePrudente }
  const made = await atelier('reduire', demande, { timeLimit: shrinkTime, ...options })
  if (!made.ok) return failed(made.raison)
  const { valeur } = made
  if (!valeur.ok) return { ok: false, message: echecsReduction[valeur.raison] }
  const remarques = [methodes[valeur.methode], ...valeur.pertes.map((perte) => pertes[perte])]
  return { ok: true, octets: valeur.octets, formatFichier: valeur.formatFichier, remarques }
}

/** A picture of another kind as a JPG or PNG. */
export async function convertirImage(
  octets: Blob,
  kind: ConvertibleNature,
  options: CallOptions,
): Promise<Transformation> {
  const made = await atelier('convertir', { octets, kind }, { timeLimit: convertTime, ...options })
  if (!made.ok) return failed(made.raison)
  const { valeur } = made
  if (valeur.ok) return { ...valeur, remarques: [] }
  return {
    ok: false,
    message:
      valeur.raison === 'tropGrand'
        ? 'Cette image est démesurée.\nEnregistrez-la en JPG, en moins fin.'
        : 'Ce navigateur ne sait pas lire ce type d’image.\nOuvrez-la et enregistrez-la en JPG ou en PDF, puis déposez-la.',
  }
}

/** Several documents as one PDF, in their order. §3.1, §3.3 */
export async function joindreDocuments(
  documents: readonly { octets: Blob; formatFichier: FormatFichier }[],
  options: CallOptions,
): Promise<Transformation> {
  const { base } = documentOf(new Blob(), 'PDF')
  const made = await atelier('joindre', { documents, base }, { timeLimit: joinTime, ...options })
  if (!made.ok) return failed(made.raison)
  const { valeur } = made
  if (!valeur.ok) return { ok: false, message: echecsJonction[valeur.raison] }
  return {
    ok: true,
    octets: valeur.octets,
    formatFichier: 'PDF',
    remarques: valeur.pertes.map((perte) => pertes[perte]),
  }
}
