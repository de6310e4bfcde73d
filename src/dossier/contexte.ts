import type { Jour } from '../format/jour'
import type { FinessDeposes } from './checkEntre'
import type { DocumentLu } from './checkLecture'

/** What the dossier is judged against, that is not in it. */
export interface Contexte {
  today: Jour
  /** Names of the JSON files already saved on this computer. */
  nomsDeposes: readonly string[]
  finessDeposes: FinessDeposes
  /** What was read in the pièces, by pièce id. */
  lus: ReadonlyMap<string, DocumentLu>
}

/** Before anything was read on this computer. */
export const noContexte = (today: Jour): Contexte => ({
  today,
  nomsDeposes: [],
  finessDeposes: new Map(),
  lus: new Map(),
})
