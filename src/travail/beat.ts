import type { Clock } from './ports'

/**
 * Hands over what comes, in its order: the first at once, and then all that came meanwhile at most once in `delay` ms. Each
 * handing over draws the page; a hundred things that come one by one are not a hundred drawings.
 */
export function createBeat<Thing>(clock: Pick<Clock, 'after'>, delay: number, give: (things: Thing[]) => void) {
  let waiting: Thing[] = []
  let cancel: (() => void) | null = null
  const giveAll = () => {
    const things = waiting
    waiting = []
    if (things.length > 0) give(things)
    return things.length > 0
  }
  const strike = () => {
    cancel = giveAll() ? clock.after(delay, strike) : null
  }
  return {
    put: (thing: Thing) => {
      waiting.push(thing)
      if (!cancel) strike()
    },
    /** Hands over what waits, without waiting for its time. */
    end: () => {
      cancel?.()
      cancel = null
      giveAll()
    },
  }
}
