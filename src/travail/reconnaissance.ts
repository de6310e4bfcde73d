import type { Piece } from '../dossier/dossier'
import type { Message } from '../format/message'
import type { Core } from './core'
import type { Lecteur } from './lectures'
import type { Operation } from './scope'

/** Recognising what is attached, when the clerk asks for it. */
export const createReconnaissance =
  ({ ports, octets }: Core, lecteur: Lecteur) =>
  /**
   * Recognises an attached scan or photo and keeps what it says, as if it had been read; gives why nothing was recognised,
   * `lu`, or `arret` when the operation was stopped or its draft left: then nothing is kept. `onProgress` from 0 to 1.
   */
  async (
    { signal }: Operation,
    { id, formatFichier }: Piece,
    onProgress: (share: number) => void,
  ): Promise<Message | 'lu' | 'arret'> => {
    const bytes = octets.get(id)
    const made = bytes ? await ports.pieces.recognise(bytes, formatFichier, { signal, onProgress }) : null
    if (made === null || signal.aborted) return 'arret'
    if (!made.ok) return made.message
    lecteur.keepLectures([[id, made.lecture]])
    return 'lu'
  }
