import type { StoreApi } from 'zustand/vanilla'
import type { Core } from './core'
import { pageOf } from './page'

/** Something that stands over a page: where that is known, whether it is open, and what closes it. */
export interface Over<State> {
  store: StoreApi<State>
  isOpen: (state: State) => boolean
  close: () => void
}

/** Lets nothing outlive the page it was opened on: once another page is shown, it is closed. */
export function closeWithPage<State>({ ports }: Pick<Core, 'ports'>, { store, isOpen, close }: Over<State>) {
  let page: string | null = null
  store.subscribe((state, before) => {
    if (!isOpen(state)) page = null
    else if (!isOpen(before)) page = pageOf(ports.place.current())
  })
  ports.place.onMove(() => {
    if (page !== null && page !== pageOf(ports.place.current())) close()
  })
}
