import type { State } from '../../travail/state'
import { readLastDraft } from './lastDraft'
import { createMemory } from './memory'
import { travail } from './travail'

const key = 'connu'
const memory = createMemory('localStorage')

const keepsSome = ({ brouillons, depots }: State) => brouillons.length > 0 || depots.length > 0

/** Remembers, from now on, that something is kept on this computer. */
export function watchKept() {
  const note = (state: State) => {
    if (!keepsSome(state)) return
    memory.keep(key, 'oui')
    unsubscribe()
  }
  const unsubscribe = travail.store.subscribe(note)
  note(travail.store.getState())
}

/** Whether nothing was ever kept here, as far as this browser tells: the first screen then waits for no list. */
export const isFirstVisit = () => memory.read(key) === null && readLastDraft() === null
