import { createStore, type StoreApi } from 'zustand/vanilla'
import { createChecker, type Bilan, type Contexte } from '../dossier/checkDossier'
import type { Dossier } from '../dossier/dossier'
import type { Octets, Ports } from './ports'
import { initialState, type State } from './state'

/** What all parts of the work share: the one store, the bytes of the draft at work, and the way outside. */
export interface Core {
  ports: Ports
  store: StoreApi<State>
  /** Bytes of the attached pièces, by pièce id: outside the store, so that nothing clones, compares or serialises them. */
  octets: Map<string, Octets>
  /** What is found in the dossier of this state; computed once for each state of dossier and context. */
  bilanOf: (state: Pick<State, 'dossier' | 'contexte'>) => Bilan
}

/** The shared parts, before anything was read from this computer. */
export const createCore = (ports: Ports): Core => ({
  ports,
  store: createStore<State>(() => initialState(ports.clock.today())),
  octets: new Map(),
  bilanOf: createBilan(),
})

function createBilan(): Core['bilanOf'] {
  const checkDossier = createChecker()
  let judged: { dossier: Dossier; contexte: Contexte; bilan: Bilan } | null = null
  return ({ dossier, contexte }) => {
    if (judged?.dossier !== dossier || judged.contexte !== contexte)
      judged = { dossier, contexte, bilan: checkDossier(dossier, contexte) }
    return judged.bilan
  }
}
