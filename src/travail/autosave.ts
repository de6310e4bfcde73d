import type { Clock } from './ports'
import { refuse, type RaisonStockage, type Resultat } from '../records/resultat'

/** What the clerk is told. `le`: ISO time of the last write, null before the first. */
export type EtatSauvegarde =
  { etat: 'enregistre'; le: string | null } | { etat: 'enregistrement' } | { etat: 'echec'; raison: RaisonStockage }

export interface Autosave<Value> {
  /** What is stored has been read (ISO time of its last write, null for a new draft): from now on changes are written. */
  loaded: (le: string | null) => void
  /** The value to be written next; those before it that were not written yet are not. */
  change: (value: Value) => void
  /** Writes at once what is still to be written; settles when that is done or has failed. */
  flush: () => Promise<void>
  /** Nothing is written any more: the draft was closed, or another window holds it. */
  stop: () => void
  state: () => EtatSauvegarde
  /** Calls at each change of state; gives what ends it. */
  subscribe: (listener: () => void) => () => void
}

interface Options<Value> {
  /** Writes one value; `le` is the ISO time it is written at. */
  save: (value: Value, le: string) => Promise<Resultat<unknown>>
  /** ms from a change to its write. */
  delay: (value: Value) => number
  /** ms between a failure and the next attempt, unless a change comes first. */
  retryDelay?: number
  clock: Pick<Clock, 'now' | 'after'>
}

/** Writes the last of many changes, one write at a time, and says how it went. */
export function createAutosave<Value>({ save, delay, retryDelay = 10_000, clock }: Options<Value>): Autosave<Value> {
  let active = false
  let pending: { value: Value } | null = null
  let running: Promise<void> | null = null
  let cancelTimer: (() => void) | null = null
  let current: EtatSauvegarde = { etat: 'enregistre', le: null }
  const listeners = new Set<() => void>()

  function tell(next: EtatSauvegarde) {
    current = next
    for (const listener of listeners) listener()
  }

  function schedule(wait: number) {
    unschedule()
    cancelTimer = clock.after(wait, () => void flush())
  }

  function unschedule() {
    cancelTimer?.()
    cancelTimer = null
  }

  function flush(): Promise<void> {
    unschedule()
    running ??= drain().finally(() => (running = null))
    return running
  }

  function take() {
    const next = active ? pending : null
    if (next) pending = null
    return next
  }

  async function drain() {
    for (let next = take(); next; next = take()) {
      const le = clock.now()
      if (!(await write(next.value, le))) return
      tell(isIdle() ? { etat: 'enregistre', le } : { etat: 'enregistrement' })
    }
  }

  const isIdle = () => pending === null

  async function write(value: Value, le: string): Promise<boolean> {
    let result: Resultat<unknown> = refuse('panne')
    try {
      result = await save(value, le)
      if (!result.ok && active) schedule(retryDelay)
    } finally {
      // Also when it threw: that fault of ours goes on to the one place for those, and «enregistré» must not be said.
      if (!result.ok) {
        pending ??= { value }
        tell({ etat: 'echec', raison: result.raison })
      }
    }
    return result.ok
  }

  return {
    loaded: (le) => {
      active = true
      tell({ etat: 'enregistre', le })
    },
    change: (value) => {
      if (!active) return
      pending = { value }
      // A failure stays on screen until a write succeeds.
      if (current.etat === 'enregistre') tell({ etat: 'enregistrement' })
      // Not put off by the next key: who types without a pause is saved every `delay` all the same.
      if (!cancelTimer || current.etat === 'echec') schedule(delay(value))
    },
    flush,
    stop: () => {
      active = false
      pending = null
      unschedule()
    },
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
