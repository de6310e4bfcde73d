import type { Demande } from '../dossier/dossier'
import type { Message } from '../format/message'
import type { TypeFichier } from '../format/profil'
import type { Recours } from '../pieces/recours'
import type { Core } from './core'
import type { Demandes } from './demandes'
import type { FichierDonne } from './ports'
import type { Operation } from './scope'
import type { Session } from './session'

/** A file that was not taken, why, and the way out, where there is one. */
export interface Refus extends Message {
  fichier: FichierDonne
  recours: Recours | null
}

const supprimee: Message = {
  faute: 'Sa demande a été supprimée pendant l’examen.',
  remede: 'Annulez la suppression, puis joignez-le de nouveau.',
}

/** Attaching one file to a place that the clerk chose. */
export const createAttach =
  ({ ports }: Core, session: Session, demandes: Demandes) =>
  /**
   * Examines one file and attaches it to a demande of the operation's draft; gives the refusal when it cannot be a
   * pièce, null otherwise. Once the operation was stopped or its draft left, nothing is attached.
   */
  async (
    { draft, signal }: Operation,
    demande: Demande['id'],
    type: TypeFichier,
    fichier: FichierDonne,
  ): Promise<Refus | null> => {
    const examen = await ports.pieces.examine(fichier, signal)
    if (signal.aborted) return null
    if (!examen.ok) return { fichier, ...examen.message, recours: examen.recours }
    if (!session.keepOctets(draft, examen.piece.id, examen.octets)) return null
    if (demandes.attachPiece(draft, demande, type, examen.piece)) return null
    return { fichier, ...supprimee, recours: null }
  }
