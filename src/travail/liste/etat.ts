import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bilan } from '../../dossier/checkDossier'
import type { State } from '../state'
import { lignesOf, type Ligne } from './lignes'
import { choose, noSelection, rangeOf, type Selection } from './selection'
import { applyVue, vueEntiere, type Vue } from './vue'

/** How the list is looked at, and what is chosen in it: kept while other screens of the draft are shown, never saved. */
export interface EtatListe {
  vue: Vue
  selection: Selection
  /** The demande chosen last, where a range begins. */
  debut: string | null
}

export type ListeStore = StoreApi<EtatListe>

const initial: EtatListe = { vue: vueEntiere, selection: noSelection, debut: null }

export type Liste = ReturnType<typeof createListe>

/** The list of demandes as it is looked at. */
export function createListe(store: StoreApi<State>, bilanOf: (state: State) => Bilan) {
  const liste: ListeStore = createStore<EtatListe>(() => initial)
  const shown = (): Ligne[] => {
    const state = store.getState()
    return applyVue(lignesOf(state.dossier, bilanOf(state)), liste.getState().vue)
  }
  const shownIds = () => shown().map(({ demande }) => demande.id)

  return {
    store: liste,
    setVue: (part: Partial<Vue>) => liste.setState(({ vue }) => ({ vue: { ...vue, ...part } })),
    /** Takes one in, or lets it go; with `range`, all that are shown between it and the one chosen before. */
    choose: (id: string, chosen: boolean, range = false) =>
      liste.setState(({ selection, debut }) => ({
        selection: choose(selection, range ? rangeOf(shownIds(), debut, id) : [id], chosen),
        debut: id,
      })),
    /** Takes in, or lets go, all that are shown; the others stay as they are. */
    chooseShown: (chosen: boolean) =>
      liste.setState(({ selection }) => ({ selection: choose(selection, shownIds(), chosen), debut: null })),
    /** Lets go those that the view does not show. */
    dropHidden: () =>
      liste.setState(({ selection }) => ({ selection: new Set(shownIds().filter((id) => selection.has(id))) })),
    chooseNone: () => liste.setState({ selection: noSelection, debut: null }),
    /** Another draft comes: its list is seen whole, and nothing is chosen. */
    reset: () => liste.setState(initial),
  }
}
