import type { FichierDonne } from '../../travail/ports'
import { travail } from './travail'

/** The bytes of an attached pièce: a Blob, as the browser's ports handed them over. */
export function octetsOf(pieceId: string): Blob | undefined {
  const octets = travail.octetsOf(pieceId)
  return octets instanceof Blob ? octets : undefined
}

/** The browser's own file that the work was given. */
export function fileOf(fichier: FichierDonne): File {
  if (!(fichier instanceof File)) throw new Error(`${fichier.name} is no file of this browser`)
  return fichier
}
