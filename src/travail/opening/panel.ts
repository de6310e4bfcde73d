import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Message } from '../../format/message'
import type { Core } from '../core'
import { isStopped, type Signal } from '../ports'
import type { Contenu } from './contenu'

/** A line in two parts, and how grave it is. */
export interface Suite extends Message {
  kind: 'erreur' | 'alerte'
}

/** What the opening of files shows: files waiting for the clerk's word, or what could not be taken. */
export type Panneau = { kind: 'confirmation'; contenu: Contenu } | { kind: 'suite'; messages: readonly Suite[] }

/** A work that takes a while; `share` from 0 to 1. */
export interface Attente {
  titre: string
  share: number
  arreter: () => void
}

/** Both at once: a work that is shown over a panel gives it back. */
export type PanelStore = StoreApi<{ panneau: Panneau | null; attente: Attente | null }>

export const createPanelStore = (): PanelStore =>
  createStore<{ panneau: Panneau | null; attente: Attente | null }>(() => ({ panneau: null, attente: null }))

/** ms of work before it is shown with a way to stop it. */
const patience = 600

export type Patience = ReturnType<typeof createPatience>

/** Works that can be stopped. */
export const createPatience =
  ({ ports }: Core, panel: PanelStore) =>
  /** Runs a work that can be stopped; it is shown once it takes a while. Null when it was stopped. */
  async <Value>(
    titre: string,
    work: (signal: Signal, onProgress: (share: number) => void) => Promise<Value>,
  ): Promise<Value | null> => {
    const stop = ports.newStop()
    const told = { share: 0, shown: false }
    const show = () => {
      told.shown = true
      panel.setState({ attente: { titre, share: told.share, arreter: () => stop.abort() } })
    }
    const cancelTimer = ports.clock.after(patience, show)
    try {
      const value = await work(stop.signal, (next) => {
        told.share = next
        if (told.shown) show()
      })
      return isStopped(stop.signal) ? null : value
    } catch (error) {
      if (isStopped(stop.signal)) return null
      throw error
    } finally {
      cancelTimer()
      if (told.shown) panel.setState({ attente: null })
    }
  }
