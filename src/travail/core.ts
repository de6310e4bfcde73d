import { createStore, type StoreApi } from 'zustand/vanilla'
import { createChecker, type Bilan, type Contexte } from '../dossier/checkDossier'
import type { Demande, Dossier } from '../dossier/dossier'
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
  /** Judges demandes that are about to come, so that their coming holds up nothing. */
  judge: (demandes: readonly Demande[]) => void
}

/** The shared parts, before anything was read from this computer. */
export function createCore(ports: Ports): Core {
  const store = createStore<State>(() => initialState(ports.clock.today()))
  const checker = createChecker()
  return {
    ports,
    store,
    octets: new Map(),
    bilanOf: createBilan(checker),
    judge: (demandes) => checker.judge(demandes, store.getState().contexte),
  }
}

function createBilan(checkDossier: ReturnType<typeof createChecker>): Core['bilanOf'] {
  let judged: { dossier: Dossier; contexte: Contexte; bilan: Bilan } | null = null
  return ({ dossier, contexte }) => {
    if (judged?.dossier !== dossier || judged.contexte !== contexte)
      judged = { dossier, contexte, bilan: checkDossier(dossier, contexte) }
    return judged.bilan
  }
}
