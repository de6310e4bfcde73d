import type { StoreApi } from 'zustand/vanilla'
import { afterFrame } from '../../ui/later'

type Seen<State> = Pick<StoreApi<State>, 'getState' | 'getInitialState' | 'subscribe'>

/**
 * A store as components look at it. What is changed within `whileTyping` stands in it at once, and those that look are
 * told once the typed sign is painted (`later` waits for it); of any other change they are told at once.
 */
export function drawnAfterTyping<State>(store: Seen<State>, later: (call: () => void) => void = afterFrame) {
  type Listener = Parameters<typeof store.subscribe>[0]
  /** Those to be told, with the state before the first change that they have not been told of. */
  const waiting = new Map<Listener, State>()
  let typing = false

  const tell = () => {
    // One that is told may end another's looking.
    for (const [listener, before] of waiting) {
      waiting.delete(listener)
      listener(store.getState(), before)
    }
  }
  const tellLater = (listener: Listener, before: State) => {
    if (waiting.size === 0) later(tell)
    if (!waiting.has(listener)) waiting.set(listener, before)
  }
  const subscribe = (listener: Listener) => {
    const unsubscribe = store.subscribe((state, before) =>
      typing ? tellLater(listener, before) : listener(state, before),
    )
    return () => {
      waiting.delete(listener)
      unsubscribe()
    }
  }
  /** Does what a key asks for. */
  const whileTyping = (change: () => void) => {
    typing = true
    try {
      change()
    } finally {
      typing = false
    }
  }
  return { seen: { ...store, subscribe }, whileTyping }
}
