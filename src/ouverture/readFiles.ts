import { createBridge, type CallOptions } from '../worker/bridge'
import type { OuvertureAbilities, FichierALire } from './abilities'

const bridge = createBridge<OuvertureAbilities>(
  () => new Worker(new URL('./ouverture.worker.ts', import.meta.url), { type: 'module' }),
)

/** Reads foreign files in a worker: JSON of any kind, zips; a hostile one costs the worker, never the page. format §7 */
export const lireFichiers = (fichiers: readonly FichierALire[], options: CallOptions) =>
  bridge.call('lire', fichiers, options)
