import type { StoreApi } from 'zustand/vanilla'

/** Changes that wait for the typed sign to be painted. */
export interface Typed<State> {
  /** Has a change wait, until `take` or until anyone else reads or changes the state; those before it are made first. */
  wait: (change: () => void) => void
  /** Makes the changes that wait. */
  take: () => void
  /** The state without them: for screens, which are told of a change once it is made. */
  standing: () => State
}

/**
 * Lets changes of a store wait without anyone being able to tell: whoever reads its state or changes it has them made
 * first, in their order.
 */
export function letWait<State>(store: StoreApi<State>): { store: StoreApi<State>; typed: Typed<State> } {
  const waiting: (() => void)[] = []
  let taking = false
  const take = () => {
    // What is made reads and changes the state itself.
    if (taking) return
    taking = true
    try {
      for (let change = waiting.shift(); change; change = waiting.shift()) change()
    } finally {
      taking = false
    }
  }
  const first = Object.assign({}, store, {
    getState: () => {
      take()
      return store.getState()
    },
    setState: (...change: Parameters<typeof store.setState>) => {
      take()
      store.setState(...change)
    },
  })
  const wait = (change: () => void) => {
    take()
    waiting.push(change)
  }
  return { store: first, typed: { wait, take, standing: store.getState } }
}
