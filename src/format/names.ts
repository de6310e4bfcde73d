import { readHorodatage, writeHorodatage, type Jour } from './jour'
import { nomProfil, profil, type FormatFichier, type TypeFichier, type Vague } from './profil'

/** What the names of one deposit's two files are made of. `numeroFichier` is its three digits. */
export interface Depot {
  numeroAns: string
  dateDepot: Jour
  numeroFichier: string
}

const nomDepot = (prefix: string, depot: Depot, extension: string) =>
  `${prefix}-${depot.numeroAns}-${writeHorodatage(depot.dateDepot)}-${depot.numeroFichier}.${extension}`

/** `JSON-<numeroAns>-<AAAAMMJJ>-<nnn>.json`, guide §3.3. */
export const writeNomJson = (depot: Depot) => nomDepot('JSON', depot, 'json')

/** `PJ-<numeroAns>-<AAAAMMJJ>-<nnn>.zip`; the guide leaves the zip without a name. */
export const writeNomZip = (depot: Depot) => nomDepot('PJ', depot, 'zip')

/** The parts of a name that `writeNomJson` or `writeNomZip` made, or null. */
export function readNomDepot(name: string): Depot | null {
  const parts = /^(?:JSON|PJ)-(.+)-(\d{8})-(\d{3})\.(?:json|zip)$/i.exec(name)
  const dateDepot = parts?.[2] === undefined ? null : readHorodatage(parts[2])
  if (!parts?.[1] || !parts[3] || !dateDepot) return null
  return { numeroAns: parts[1], dateDepot, numeroFichier: parts[3] }
}

/** What a pièce's name is made of. */
export interface NomPiece {
  vague: Vague
  typeFichier: TypeFichier
  numeroEditeur: string
  formatFichier: FormatFichier
}

/** `BIO-SGL-<Val|Va1>-<FACTURE|VA>-<numeroEditeur>.<extension>`, guide §3.3. */
export const writeNomPiece = ({ vague, typeFichier, numeroEditeur, formatFichier }: NomPiece) =>
  `${nomProfil}-${vague}-${typeFichier}-${numeroEditeur}.${profil.extensions[formatFichier]}`

const nomPiecePattern = new RegExp(
  `^${nomProfil}-(${profil.vagues.join('|')})-(${profil.typesFichier.join('|')})-(.+)\\.(pdf|png|jpe?g|xml)$`,
  'i',
)

/** The parts of a name made by guide §3.3's rule, in any letter case and either wave word, or null. */
export function readNomPiece(name: string): NomPiece | null {
  const parts = nomPiecePattern.exec(name)
  if (!parts) return null
  const [, vague = '', type = '', numeroEditeur = '', extension = ''] = parts
  return {
    vague: profil.vagues.find((known) => known.toLowerCase() === vague.toLowerCase()) ?? profil.vagues[0],
    typeFichier: type.toUpperCase() as TypeFichier,
    numeroEditeur,
    formatFichier: extension.toUpperCase().replace('JPEG', 'JPG') as FormatFichier,
  }
}

/** `BIO-LOINC` of a pièce named by guide §3.3's rule for another profile; null of ours and of any other name. */
export function readAutreProfil(name: string): string | null {
  const [, nom = ''] = /^([A-Z]{2,}-[A-Z]{2,})-V[a-z]\w-/.exec(name) ?? []
  return nom === '' || nom === nomProfil ? null : nom
}

/**
 * One character that a file name takes, as a pattern: printable ASCII (the portal's names are) without space and
 * without `\ / : * ? " < > |`, which Windows forbids.
 */
export const fileNameChar = String.raw`[!#-)+-.0-9;=@-[\]-{}~]`
const fileName = new RegExp(`^${fileNameChar}*$`)

/** Whether the text can stand inside a file name. */
export const fitsFileName = (text: string) => fileName.test(text)

/** Length in Unicode code points, as the portal's VARCHAR counts. */
export const lengthOf = (text: string) => Array.from(text).length
