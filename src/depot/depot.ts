import type { Fichier } from '../format/fichier'
import type { Depot } from '../format/names'

/** One pièce as it must be found in the zip. `empreinte`: SHA-256 of its bytes, hexadecimal. */
export interface PieceAttendue {
  nomFichier: string
  octets: Blob
  empreinte: string
}

/** All that one deposit is made from. */
export interface Commande {
  depot: Depot
  fichier: Fichier
  pieces: readonly PieceAttendue[]
}

/** The two files, written and read back without a difference, under their names. */
export interface DepotPret {
  json: Blob
  nomJson: string
  zip: Blob
  nomZip: string
}
