import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Message } from '../../format/message'
import type { Contenu } from './contenu'

/** Where the opening of files is: at work, waiting for the clerk's word, or telling what could not be taken. */
export type Etape =
  | { kind: 'travail'; titre: string; share: number; arreter: () => void }
  | { kind: 'confirmation'; contenu: Contenu }
  | { kind: 'suite'; messages: readonly Suite[] }

/** What could not be taken, or not wholly. */
export interface Suite extends Message {
  kind: 'erreur' | 'alerte'
}

const ouverture = createStore<{ etape: Etape | null }>(() => ({ etape: null }))

export const useOuverture = () => useStore(ouverture, ({ etape }) => etape)
export const showEtape = (etape: Etape | null) => ouverture.setState({ etape })

/** ms of work before it is shown with a way to stop it. */
const patience = 600

/** Runs a work that can be stopped; it is shown once it takes a while. Null when it was stopped. */
export async function travailler<Value>(
  titre: string,
  work: (signal: AbortSignal, onProgress: (share: number) => void) => Promise<Value>,
): Promise<Value | null> {
  const abort = new AbortController()
  const state = { share: 0, shown: false }
  const show = () => {
    state.shown = true
    showEtape({ kind: 'travail', titre, share: state.share, arreter: () => abort.abort() })
  }
  const timer = setTimeout(show, patience)
  try {
    const value = await work(abort.signal, (next) => {
      state.share = next
      if (state.shown) show()
    })
    return abort.signal.aborted ? null : value
  } catch (error) {
    if (abort.signal.aborted) return null
    throw error
  } finally {
    clearTimeout(timer)
    if (state.shown) showEtape(null)
  }
}
