import type { Message } from '../format/message'
import type { FichierReconnu } from '../format/readFichier'

/** A JSON file that could be read. `reprise`: how it was stored, when not as format §2 wants it. */
export interface JsonLu {
  nom: string
  texte: string
  reprise: string | null
  lecture: Extract<FichierReconnu, { ok: true }>
}

/** A file that cannot be opened, and why. */
export interface FichierRefuse {
  nom: string
  message: Message
}

/** A file of a zip, by its base name: folders are left out. */
export interface FichierZip<Octets> {
  nom: string
  octets: Octets
}

export interface ZipLu<Octets> {
  nom: string
  jsons: JsonLu[]
  refuses: FichierRefuse[]
  fichiers: FichierZip<Octets>[]
  /** Names of all its JSON files, read or not. */
  nomsJson: string[]
  /** What the clerk should know of its entries, in French sentences. */
  remarques: string[]
}

/** What the content of one file turned out to be. `autre`: neither JSON nor zip, perhaps a pièce. */
export type FichierOuvert<Octets> =
  | ({ kind: 'json' } & JsonLu)
  | ({ kind: 'refus' } & FichierRefuse)
  | { kind: 'autre'; nom: string }
  | ({ kind: 'zip' } & ZipLu<Octets>)
