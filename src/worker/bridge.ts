import type { Abilities, Demand, Message, Reponse } from './protocol'

export interface CallOptions {
  signal?: AbortSignal | undefined
  onProgress?: ((share: number) => void) | undefined
  /** Milliseconds that the work itself may take, waiting in the queue not counted. */
  timeLimit?: number
}

export interface Bridge<Known extends Abilities> {
  call: <Name extends keyof Known & string>(
    ability: Name,
    input: Parameters<Known[Name]>[0],
    options?: CallOptions,
  ) => Promise<Reponse<Awaited<ReturnType<Known[Name]>>>>
}

interface Job {
  demand: Demand
  options: CallOptions
  settle: (reponse: Reponse<unknown>) => void
}

const usualIdle = 30_000
const notStarted = 'une partie de l’application n’a pas pu être chargée'
const unreadable = 'le résultat n’a pas pu être transmis'

/**
 * Page side: calls that look like functions, one at a time and in order. To abort or outlast one ends the worker, not the
 * page; the next call starts another. A worker idle for `idleTime` milliseconds is let go, and its memory with it.
 */
export function createBridge<Known extends Abilities>(start: () => Worker, idleTime = usualIdle): Bridge<Known> {
  let worker: Worker | null = null
  let running: Job | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastCall = 0
  const waiting: Job[] = []

  const stop = () => {
    worker?.terminate()
    worker = null
  }

  const finish = (reponse: Reponse<unknown>) => {
    clearTimeout(timer)
    const job = running
    running = null
    if (!reponse.ok) stop()
    job?.settle(reponse)
    next()
  }

  const open = () => {
    const opened = start()
    opened.addEventListener('message', ({ data }: MessageEvent<Message | undefined>) => {
      if (!running || data?.call !== running.demand.call) return
      if (data.kind === 'progress') running.options.onProgress?.(data.share)
      else if (data.kind === 'done') finish({ ok: true, valeur: data.valeur })
      else finish({ ok: false, raison: 'panne', detail: data.detail })
    })
    const fail = (detail: string) => {
      if (opened === worker) finish({ ok: false, raison: 'panne', detail })
    }
    opened.addEventListener('error', (event) => {
      event.preventDefault()
      // A worker whose script does not load says so without a message.
      fail(event.message || notStarted)
    })
    opened.addEventListener('messageerror', () => fail(unreadable))
    return opened
  }

  const next = () => {
    if (running) return
    running = waiting.shift() ?? null
    if (!running) {
      timer = setTimeout(stop, idleTime)
      return
    }
    clearTimeout(timer)
    const { demand, options } = running
    if (options.timeLimit !== undefined)
      timer = setTimeout(() => finish({ ok: false, raison: 'delai', detail: '' }), options.timeLimit)
    try {
      worker ??= open()
      worker.postMessage(demand)
    } catch (error) {
      // No worker may start here, or the input cannot cross: the calls behind this one still go on.
      finish({ ok: false, raison: 'panne', detail: error instanceof Error ? error.message : String(error) })
    }
  }

  const abort = (job: Job) => {
    const abandon = { ok: false, raison: 'abandon', detail: '' } as const
    if (job === running) return finish(abandon)
    const place = waiting.indexOf(job)
    if (place === -1) return
    waiting.splice(place, 1)
    job.settle(abandon)
  }

  return {
    call: (ability, input, options = {}) =>
      new Promise((resolve) => {
        // The answer's type is the ability's own: the worker serves the same table.
        const onAbort = () => abort(job)
        const settle = (reponse: Reponse<unknown>) => {
          // One signal may be that of hundreds of calls: it keeps none that is over.
          options.signal?.removeEventListener('abort', onAbort)
          ;(resolve as Job['settle'])(reponse)
        }
        const job: Job = { demand: { call: ++lastCall, ability, input }, options, settle }
        if (options.signal?.aborted) return settle({ ok: false, raison: 'abandon', detail: '' })
        options.signal?.addEventListener('abort', onAbort)
        waiting.push(job)
        next()
      }),
  }
}
