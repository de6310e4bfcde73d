import type { Core } from './core'
import type { Signal, Stop } from './ports'

/** A long work on one draft: it ends with the draft. */
export interface Operation {
  /** Id of the draft it was begun for. */
  draft: string
  /** Aborted when the draft is left, closed or taken over by another window, or the work itself is stopped. */
  signal: Signal
  stop: () => void
  /** To be called when the work is done, so that nothing is kept of it. */
  end: () => void
}

export type Scope = ReturnType<typeof createScope>

/** The long works on the draft at work. */
export function createScope({ store, ports }: Core) {
  const running = new Set<Stop>()
  return {
    /** Begins a long work on the draft at work; without one, the work ends when a draft is opened. */
    begin: (): Operation => {
      const stop = ports.newStop()
      running.add(stop)
      return {
        draft: store.getState().brouillon?.id ?? '',
        signal: stop.signal,
        stop: () => stop.abort(),
        end: () => void running.delete(stop),
      }
    },
    /** The draft is left: whatever was at work on it ends, and its late answers are for nobody. */
    endAll: () => {
      for (const stop of running) stop.abort()
      running.clear()
    },
  }
}
