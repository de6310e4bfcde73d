import type { Demande, Piece } from '../../dossier/dossier'
import type { Message } from '../../format/message'
import { examineFile, type Examen, type Recours } from '../../pieces/examine'
import type { TypeFichier } from '../../format/profil'
import { attachPiece } from './actions'
import { attachOctets } from './octets'

/** A file that was not taken, and why; the way out, where there is one. */
export interface Refus extends Message {
  fichier: File
  recours: Recours | null
}

/** Keeps the bytes of an examined file and gives the pièce to attach. */
export function keepPiece(examen: Examen & { ok: true }): Piece {
  attachOctets(examen.piece.id, examen.octets)
  return examen.piece
}

/** Examines one file and attaches it to a demande; gives the refusal when it cannot be a pièce, null otherwise. */
export async function attachFile(
  demande: Demande['id'],
  type: TypeFichier,
  fichier: File,
  signal: AbortSignal,
): Promise<Refus | null> {
  const examen = await examineFile(fichier, signal)
  if (examen.ok) {
    attachPiece(demande, type, keepPiece(examen))
    return null
  }
  return signal.aborted ? null : { fichier, ...examen.message, recours: examen.recours }
}
