import type { Abilities, Demand, Message } from './protocol'

interface WorkerScope {
  addEventListener: (type: 'message', listener: (event: MessageEvent<unknown>) => void) => void
  postMessage: (message: Message) => void
}

const isDemand = (data: unknown): data is Demand => typeof data === 'object' && data !== null && 'ability' in data

/** Worker side: answers calls of `createBridge`. Messages that are not such calls are left to others. */
export function serve(abilities: Abilities) {
  const scope = globalThis as unknown as WorkerScope
  scope.addEventListener('message', ({ data }) => {
    if (isDemand(data)) void answer(scope, abilities, data)
  })
}

async function answer(scope: WorkerScope, abilities: Abilities, { call, ability, input }: Demand) {
  try {
    const run = abilities[ability]
    if (!run) throw new Error(`No ability ${ability}`)
    const valeur = await run(input as never, (share) => scope.postMessage({ call, kind: 'progress', share }))
    scope.postMessage({ call, kind: 'done', valeur })
  } catch (error) {
    // Only name, message and stack of an error cross threads: what a screen must tell apart travels as a value instead.
    scope.postMessage({ call, kind: 'failed', detail: error instanceof Error ? error.message : String(error) })
  }
}
