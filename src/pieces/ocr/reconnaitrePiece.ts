import type { Message } from '../../format/message'
import type { FormatFichier } from '../../format/profil'
import type { Lecture } from '../../lecture/lecture'
import { ownFolder } from '../../octets/ownFiles'
import { createBridge, type CallOptions } from '../../worker/bridge'
import type { PiecesAbilities } from '../abilities'
import { documentOf, startWorker } from '../examine'
import { showEchecReconnaissance } from './ocrWords'

/** What was recognised, or why nothing was; null when the clerk stopped it. */
export type PieceReconnue = { ok: true; lecture: Lecture } | { ok: false; message: Message } | null

// Recognising takes a gigabyte's fifth: its worker is let go as soon as no other document waits.
const bridge = createBridge<PiecesAbilities>(startWorker, 3_000)

const panne: Message = {
  faute: 'La reconnaissance a échoué.',
  remede: 'Réessayez ; si cela se répète, recopiez les valeurs du document : il peut être joint tel quel.',
}

/** Recognises the text of a scan or photo and reads it. Minutes on a slow machine: told as it goes on, and stopped by `signal`. */
export async function reconnaitrePiece(
  octets: Blob,
  formatFichier: FormatFichier,
  options: Pick<CallOptions, 'signal' | 'onProgress'>,
): Promise<PieceReconnue> {
  const demande = { ...documentOf(octets, formatFichier), baseOcr: ownFolder('ocr/') }
  const made = await bridge.call('reconnaitre', demande, options)
  if (!made.ok) return made.raison === 'abandon' ? null : { ok: false, message: panne }
  const { valeur } = made
  return valeur.ok ? valeur : { ok: false, message: showEchecReconnaissance(valeur.raison) }
}
