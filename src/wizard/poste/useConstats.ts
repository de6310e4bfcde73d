import { useShallow } from 'zustand/react/shallow'
import type { Champ } from '../../dossier/champs'
import type { Constat } from '../../dossier/constat'
import type { State } from '../../travail/state'
import { bilanOf, useApp } from './travail'

const none: readonly Constat[] = []

/** Constats of one demande (or of the header: null) about one field. */
export const useConstatsOf = (demande: string | null, champ: Champ): readonly Constat[] =>
  useApp(useShallow((state) => constatsOf(state, demande).filter((found) => found.champ === champ)))

/** All constats of one demande, or of the header. */
export const constatsOf = (state: State, demande: string | null): readonly Constat[] => {
  const bilan = bilanOf(state)
  return demande === null ? bilan.entete : (bilan.demandes.get(demande) ?? none)
}
