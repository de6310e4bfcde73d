import type { State } from '../../travail/state'
import { readLastDraft } from './lastDraft'
import { travail } from './travail'

const key = 'connu'

// A browser set to keep nothing throws at the mere mention of localStorage.
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

const keepsSome = ({ brouillons, depots }: State) => brouillons.length > 0 || depots.length > 0

/** Remembers, from now on, that something is kept on this computer. */
export function watchKept() {
  const note = (state: State) => {
    if (!keepsSome(state)) return
    storage()?.setItem(key, 'oui')
    unsubscribe()
  }
  const unsubscribe = travail.store.subscribe(note)
  note(travail.store.getState())
}

/** Whether nothing was ever kept here: the first screen then waits for no list. */
export const isFirstVisit = () => storage()?.getItem(key) === null && readLastDraft() === null
