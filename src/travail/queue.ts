/** One thing after the other: the next begins when the one before has ended, well or badly. */
export interface Queue {
  run: <Value>(work: () => Promise<Value>) => Promise<Value>
}

/** A queue without anything in it. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (work) => {
      const done = last.then(work, work)
      // A failure is its caller's to hear of; what waits behind goes on.
      last = done.catch(() => undefined)
      return done
    },
  }
}
