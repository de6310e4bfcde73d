import type { Fichier } from '../format/fichier'
import type { Modele, ValeursFixes } from '../format/modele'
import type { Depot } from '../format/names'
import type { ZipHeaders } from '../zip/headers'
import type { ZipPart } from '../zip/zipPieces'

/** One pièce as it must be found in the zip. */
export interface PieceDuZip extends ZipPart {
  /** SHA-256 of its bytes, hexadecimal. */
  empreinte: string
  /** Its bytes were read back from a zip with these headers before. */
  relue: boolean
}

/** A zip that was made and read back, and the SHA-256 of its bytes, hexadecimal. */
export interface ZipFait {
  zip: Blob
  empreinte: string
}

/** How the JSON is shaped: by the ASP's modèle, with the values typed for the tags that it adds; null: as the guide's. format §7 */
export interface Forme {
  modele: Modele | null
  valeursFixes: ValeursFixes
}

/** All that one deposit is made from. */
export interface Commande extends Forme {
  depot: Depot
  fichier: Fichier
  pieces: readonly PieceDuZip[]
  /** The zip of the same pièces under the same names, made before; null: it is to be made. */
  zipFait: ZipFait | null
}

/** What became of a commande; `headers`: those of its pièces, in order, read back with them; none when the zip was made before. */
export type Fabrication =
  | { depot: DepotPret; ecarts: []; headers: readonly ZipHeaders[] }
  /** Read back, something differs: nothing is handed over, and the differences are told. */
  | { depot: null; ecarts: Ecart[] }

/** Why the two files, once written, are not what they should be, in French words: a fault of ours or of the machine. */
export type Ecart = string

/** The two files, written and read back without a difference, under their names. */
export interface DepotPret {
  json: Blob
  nomJson: string
  zip: Blob
  nomZip: string
  /** SHA-256 of the bytes of each, hexadecimal. */
  empreintes: { json: string; zip: string }
}
