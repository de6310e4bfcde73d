import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { after, afterPaint, afterwards } from './later'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A page that is idle when it is told to be. */
function stubIdle() {
  const waiting = new Map<number, () => void>()
  let last = 0
  vi.stubGlobal('requestIdleCallback', (call: () => void) => {
    waiting.set(++last, call)
    return last
  })
  vi.stubGlobal('cancelIdleCallback', (id: number) => void waiting.delete(id))
  return () => {
    for (const call of waiting.values()) call()
    waiting.clear()
  }
}

/** A page that has painted nothing yet; gives what tells it that the first screen is seen. */
function stubPaint() {
  let painted = false
  const observers = new Set<() => void>()
  class Observer {
    static supportedEntryTypes = ['paint']
    constructor(readonly tell: () => void) {}
    observe = () => void observers.add(this.tell)
    disconnect = () => void observers.delete(this.tell)
  }
  vi.stubGlobal('PerformanceObserver', Observer)
  vi.stubGlobal('performance', { getEntriesByName: () => (painted ? [{}] : []) })
  return (first = true) => {
    painted ||= first
    for (const tell of observers) tell()
  }
}

test('a call is made after its delay, and none once it is cancelled', () => {
  const call = vi.fn()
  after(100, call)
  const cancel = after(100, call)
  cancel()
  vi.advanceTimersByTime(99)
  expect(call).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(call).toHaveBeenCalledTimes(1)
})

test('a call that waits for an idle page is made then; where no page is known to be idle, after its delay', () => {
  const call = vi.fn()
  afterwards(50, call)
  vi.advanceTimersByTime(50)
  expect(call).toHaveBeenCalledTimes(1)
  const rest = stubIdle()
  afterwards(50, call)
  vi.advanceTimersByTime(50)
  expect(call).toHaveBeenCalledTimes(1)
  rest()
  expect(call).toHaveBeenCalledTimes(2)
})

test.each([0, 50])(
  'a call that waits for an idle page is cancelled before its delay and after it (%i ms)',
  (passed) => {
    const call = vi.fn()
    const rest = stubIdle()
    const cancel = afterwards(50, call)
    vi.advanceTimersByTime(passed)
    cancel()
    vi.advanceTimersByTime(100)
    rest()
    expect(call).not.toHaveBeenCalled()
  },
)

test('what follows the first screen waits until it is seen and the page is idle', () => {
  const call = vi.fn()
  const rest = stubIdle()
  const paint = stubPaint()
  afterPaint(call)
  const cancel = afterPaint(call)
  vi.advanceTimersByTime(1_000)
  paint(false)
  rest()
  expect(call).not.toHaveBeenCalled()
  paint()
  vi.advanceTimersByTime(0)
  cancel()
  rest()
  expect(call).toHaveBeenCalledTimes(1)
  // Seen already: it waits for an idle page alone.
  afterPaint(call)
  vi.advanceTimersByTime(0)
  rest()
  expect(call).toHaveBeenCalledTimes(2)
})
