import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createBridge } from './bridge'
import type { Abilities, Demand, Message } from './protocol'
import { serve } from './serve'

type Listener = (event: MessageEvent<unknown>) => void

/** `serve` on one side, what `createBridge` asks of a Worker on the other; between them, structured clones in turn. */
class FakeWorker extends EventTarget {
  ended = false
  readonly received: Demand[] = []
  #hear: Listener = () => undefined

  constructor(abilities: Abilities) {
    super()
    const scope = {
      addEventListener: (_: string, listener: Listener) => (this.#hear = listener),
      postMessage: (message: Message) => this.tell(structuredClone(message)),
    }
    // Answers leave by the newest worker: what an ended one still says is heard, and must be told by its call.
    vi.stubGlobal('addEventListener', scope.addEventListener)
    vi.stubGlobal('postMessage', scope.postMessage)
    serve(abilities)
  }

  tell(data: unknown) {
    queueMicrotask(() => {
      if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }))
    })
  }

  postMessage(demand: Demand) {
    const data = structuredClone(demand)
    this.received.push(data)
    queueMicrotask(() => {
      if (!this.ended) this.#hear(new MessageEvent('message', { data }))
    })
  }

  terminate() {
    this.ended = true
  }
}

const abilities = {
  echo: (text: string) => Promise.resolve(text),
  slow: (time: number) => new Promise<number>((resolve) => setTimeout(() => resolve(time), time)),
  steps: (shares: number[], onProgress: (share: number) => void) => {
    shares.forEach(onProgress)
    return Promise.resolve(shares.length)
  },
  broken: (text: string) => Promise.reject(new Error(text)),
  uncloneable: (text: string) => Promise.resolve(() => text),
} satisfies Abilities

function createFake() {
  const workers: FakeWorker[] = []
  const bridge = createBridge<typeof abilities>(() => {
    const worker = new FakeWorker(abilities)
    workers.push(worker)
    return worker as unknown as Worker
  })
  return { workers, ...bridge }
}

const abandon = { ok: false, raison: 'abandon', detail: '' }
const done = (valeur: unknown) => ({ ok: true, valeur })
const flush = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[bridge] a signal of many calls keeps nothing of those that are over', async () => {
  const { call } = createFake()
  const { signal } = new AbortController()
  const [added, removed] = [vi.spyOn(signal, 'addEventListener'), vi.spyOn(signal, 'removeEventListener')]
  const calls = [
    call('echo', 'first', { signal }),
    call('broken', 'second', { signal }),
    call('echo', 'third', { signal }),
  ]
  await flush()
  await Promise.all(calls)
  const listeners = (spy: typeof added) => spy.mock.calls.map(([, listener]) => listener)
  expect(listeners(added)).toHaveLength(3)
  expect(listeners(removed)).toEqual(listeners(added))
})

test('[bridge] answers calls in order, one at a time, in one worker', async () => {
  const { workers, call } = createFake()
  const calls = [call('slow', 10), call('echo', 'second'), call('slow', 5)]
  await flush()
  expect(workers[0]?.received.map(({ ability }) => ability)).toEqual(['slow'])
  await vi.advanceTimersByTimeAsync(15)
  expect(await Promise.all(calls)).toEqual([done(10), done('second'), done(5)])
  expect(workers).toHaveLength(1)
})

test('[bridge] tells how far the running call is, and only that one', async () => {
  const { call } = createFake()
  const [first, second]: [number[], number[]] = [[], []]
  const calls = [
    call('steps', [0.25, 1], { onProgress: (share) => first.push(share) }),
    call('steps', [0.5], { onProgress: (share) => second.push(share) }),
  ]
  expect(await Promise.all(calls)).toEqual([done(2), done(1)])
  expect([first, second]).toEqual([[0.25, 1], [0.5]])
})

test('[bridge] an abort of the running call ends its worker, and the next call has another', async () => {
  const { workers, call } = createFake()
  const abort = new AbortController()
  const calls = [call('slow', 1_000, { signal: abort.signal }), call('echo', 'next')]
  await flush()
  abort.abort()
  expect(await Promise.all(calls)).toEqual([abandon, done('next')])
  expect(workers.map(({ ended }) => ended)).toEqual([true, false])
})

test('[bridge] an abort of a waiting call leaves the running one alone', async () => {
  const { workers, call } = createFake()
  const abort = new AbortController()
  const running = call('slow', 10)
  const waiting = call('echo', 'never', { signal: abort.signal })
  abort.abort()
  expect(await waiting).toEqual(abandon)
  await vi.advanceTimersByTimeAsync(10)
  expect(await running).toEqual(done(10))
  expect(workers.map(({ ended, received }) => [ended, received.length])).toEqual([[false, 1]])
})

test('[bridge] a call already aborted starts no worker, and an abort after the answer changes nothing', async () => {
  const { workers, call } = createFake()
  expect(await call('echo', '', { signal: AbortSignal.abort() })).toEqual(abandon)
  expect(workers).toHaveLength(0)
  const abort = new AbortController()
  expect(await call('echo', 'said', { signal: abort.signal })).toEqual(done('said'))
  abort.abort()
  expect(workers.map(({ ended }) => ended)).toEqual([false])
})

test('[bridge] past its time a call ends with its worker; time in the queue is not counted', async () => {
  const { workers, call } = createFake()
  const calls = [call('slow', 100, { timeLimit: 40 }), call('slow', 30, { timeLimit: 40 }), call('slow', 60)]
  await vi.advanceTimersByTimeAsync(130)
  expect(await Promise.all(calls)).toEqual([{ ok: false, raison: 'delai', detail: '' }, done(30), done(60)])
  expect(workers.map(({ ended }) => ended)).toEqual([true, false])
})

test.each<[string, (worker: FakeWorker) => void, RegExp]>([
  ['an error', (worker) => worker.dispatchEvent(errorEvent('out of memory')), /^out of memory$/],
  ['a script that does not load', (worker) => worker.dispatchEvent(new Event('error')), /chargée/],
  ['an answer that cannot be read', (worker) => worker.dispatchEvent(new Event('messageerror')), /transmis/],
])('[bridge] %s of the worker is a panne, and the next call has another worker', async (_, hurt, detail) => {
  const { workers, call } = createFake()
  const calls = [call('slow', 1_000), call('echo', 'next')]
  await flush()
  workers.forEach(hurt)
  const [hurtCall, next] = await Promise.all(calls)
  expect(hurtCall).toEqual({ ok: false, raison: 'panne', detail: expect.stringMatching(detail) as unknown })
  expect(next).toEqual(done('next'))
  // Of a worker that is gone, nothing is heard any more.
  workers[0]?.dispatchEvent(errorEvent('late'))
  expect(await call('echo', 'still there')).toEqual(done('still there'))
  expect(workers.map(({ ended }) => ended)).toEqual([true, false])
})

const errorEvent = (message: string) => Object.assign(new Event('error'), { message })

test('[bridge] what an ability throws is a panne in its words, and calls go on', async () => {
  const { call } = createFake()
  expect(await call('broken', 'no such page')).toEqual({ ok: false, raison: 'panne', detail: 'no such page' })
  expect(await call('uncloneable', '')).toMatchObject({ ok: false, raison: 'panne' })
  expect(await call('echo', 'next')).toEqual(done('next'))
})

test('[bridge] an ability that the worker lacks is a panne', async () => {
  const { call } = createBridge<Abilities & { none: () => Promise<void> }>(
    () => new FakeWorker(abilities) as unknown as Worker,
  )
  expect(await call('none', undefined as never)).toMatchObject({ ok: false, raison: 'panne' })
})

test('[bridge] an input that cannot cross, and a worker that may not start, are pannes that block nothing', async () => {
  const { call } = createFake()
  const calls = [call('echo', (() => '') as unknown as string), call('echo', 'next')]
  expect(await Promise.all(calls)).toMatchObject([{ ok: false, raison: 'panne' }, done('next')])

  let refusals = 1
  const refused = createBridge<typeof abilities>(() => {
    if (refusals-- > 0) throw new Error('refused by policy')
    return new FakeWorker(abilities) as unknown as Worker
  })
  expect(await refused.call('echo', '')).toEqual({ ok: false, raison: 'panne', detail: 'refused by policy' })
  expect(await refused.call('echo', 'next')).toEqual(done('next'))
})

test('[bridge] messages of others, and of calls that are over, are ignored', async () => {
  const { workers, call } = createFake()
  const running = call('slow', 10)
  await flush()
  for (const data of [undefined, 'ready', { kind: 'done', valeur: 0 }, { call: 99, kind: 'done', valeur: 0 }])
    workers[0]?.tell(data)
  // What another library posts into the worker is no demand either.
  for (const data of [null, 'start', { sourceName: 'other' }]) workers[0]?.postMessage(data as unknown as Demand)
  await vi.advanceTimersByTimeAsync(10)
  expect(await running).toEqual(done(10))
})

test('[bridge] an idle worker is let go, and the next call has another', async () => {
  const { workers, call } = createFake()
  await call('echo', 'first')
  await vi.advanceTimersByTimeAsync(29_000)
  const second = call('slow', 5_000)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await second).toEqual(done(5_000))
  await vi.advanceTimersByTimeAsync(29_000)
  expect(workers.map(({ ended }) => ended)).toEqual([false])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(workers.map(({ ended }) => ended)).toEqual([true])
  expect(await call('echo', 'third')).toEqual(done('third'))
  expect(workers).toHaveLength(2)
})
