import type { DemandeDeLecture } from '../../tableau/proposer'
import { createBridge, type CallOptions } from '../../worker/bridge'
import type { ClasseurAbilities } from './abilities'

const bridge = createBridge<ClasseurAbilities>(
  () => new Worker(new URL('./classeur.worker.ts', import.meta.url), { type: 'module' }),
)

/** Reads a spreadsheet in a worker; a hostile one costs the worker, never the page. format §6 */
export const lireTableau = (fichier: { nom: string; octets: Blob }, options: CallOptions) =>
  bridge.call('lire', fichier, options)

/** What a sheet comes to, worked out in the worker. format §6 */
export const proposerTableau = (demande: DemandeDeLecture, options: CallOptions) =>
  bridge.call('proposer', demande, options)

/** The table to download, made in the worker. */
export const ecrireModele = (options: CallOptions) => bridge.call('modele', undefined, options)
