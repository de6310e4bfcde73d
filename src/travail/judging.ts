import type { StoreApi } from 'zustand/vanilla'
import { createChecker, type Bilan } from '../dossier/checkDossier'
import type { Contexte } from '../dossier/contexte'
import type { Demande, Dossier, Entete } from '../dossier/dossier'
import { createListe } from './liste/etat'
import type { State } from './state'

export type Judged = Pick<State, 'dossier' | 'contexte'>

export type Judging = ReturnType<typeof createJudging>

/** What judges the dossier at work, and what looks at it as it was judged. */
export function createJudging(store: StoreApi<State>) {
  const checker = createChecker()
  const bilanOf = createBilan(checker)
  return {
    /** What is found in the dossier of this state; computed once for each state of dossier and context. */
    bilanOf,
    /** Judges demandes that are about to come into a dossier of that header, so that their coming holds up nothing. */
    judge: (demandes: readonly Demande[], entete: Entete) =>
      void checker.judge(demandes, entete, store.getState().contexte),
    /** The list of demandes as it is looked at. */
    liste: createListe(store, bilanOf),
  }
}

function createBilan(checkDossier: ReturnType<typeof createChecker>) {
  let judged: { dossier: Dossier; contexte: Contexte; bilan: Bilan } | null = null
  return ({ dossier, contexte }: Judged): Bilan => {
    if (judged?.dossier !== dossier || judged.contexte !== contexte)
      judged = { dossier, contexte, bilan: checkDossier(dossier, contexte) }
    return judged.bilan
  }
}
