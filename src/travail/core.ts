import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Judging } from './judging'
import { lazily } from './lazily'
import type { Octets, Ports } from './ports'
import { initialState, type State } from './state'
import { letWait, type Typed } from './typed'

/** What all parts of the work share: the one store, the bytes of the draft at work, and the way outside. */
export interface Core {
  ports: Ports
  store: StoreApi<State>
  /** What a key asks for waits here until its sign is painted. */
  typed: Typed<State>
  /** Bytes of the attached pièces, by pièce id: outside the store, so that nothing clones, compares or serialises them. */
  octets: Map<string, Octets>
  /** Fetches what judges the dossier, once: the first screen does without its code, each screen of a draft begins with it. */
  fetchJudging: () => Promise<Judging>
  /** The same where it was fetched. */
  judging: () => Judging | null
}

/** The shared parts, before anything was read from this computer. */
export function createCore(ports: Ports): Core {
  const { store, typed } = letWait(createStore<State>(() => initialState(ports.clock.today())))
  let judging: Judging | null = null
  return {
    ports,
    store,
    typed,
    octets: new Map(),
    fetchJudging: lazily(async () => (judging = (await import('./judging')).createJudging(store))),
    judging: () => judging,
  }
}
