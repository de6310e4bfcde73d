import type { Demande, Piece } from '../../dossier/dossier'
import { splitMessage } from '../../dossier/constat'
import { examineFile, type Examen } from '../../pieces/examine'
import type { TypeFichier } from '../../format/profil'
import { attachPiece } from './actions'
import { attachOctets } from './octets'

/** Keeps the bytes of an examined file and gives the pièce to attach. */
export function keepPiece(examen: Examen & { ok: true }): Piece {
  attachOctets(examen.piece.id, examen.octets)
  return examen.piece
}

/** Examines one file and attaches it to a demande; gives the refusal when it cannot be a pièce, null otherwise. */
export async function attachFile(
  demande: Demande['id'],
  type: TypeFichier,
  file: File,
  signal: AbortSignal,
): Promise<Refus | null> {
  const examen = await examineFile(file, signal)
  if (examen.ok) {
    attachPiece(demande, type, keepPiece(examen))
    return null
  }
  return signal.aborted ? null : { nom: examen.nom, ...splitMessage(examen.message) }
}

/** A file that was not taken, and why, in two lines. */
export interface Refus {
  nom: string
  faute: string
  remede: string
}
