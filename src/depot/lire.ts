import { createBridge, type CallOptions } from '../worker/bridge'
import type { AtelierLecture, FichierALire } from './lecture'

const bridge = createBridge<AtelierLecture>(
  () => new Worker(new URL('./lecture.worker.ts', import.meta.url), { type: 'module' }),
)

/** Reads foreign files in a worker: JSON of any kind, zips; a hostile one costs the worker, never the page. §7 */
export const lireFichiers = (fichiers: readonly FichierALire[], options: CallOptions) =>
  bridge.call('lire', fichiers, options)
