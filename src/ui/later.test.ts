import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { after, afterFrame, afterPaint, afterwards } from './later'

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

/** A page that paints a frame when it is told to; what a frame posts is taken at once. */
function stubFrames() {
  const frames = new Map<number, () => void>()
  let last = 0
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => {
    frames.set(++last, call)
    return last
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => void frames.delete(id))
  class Channel {
    port1 = { onmessage: null as (() => void) | null, close: () => (this.port1.onmessage = null) }
    port2 = { postMessage: () => this.port1.onmessage?.() }
  }
  vi.stubGlobal('MessageChannel', Channel)
  return () => {
    for (const [id, call] of frames) {
      frames.delete(id)
      call()
    }
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

test('what follows a frame is called once it is painted, and a page that paints none is not waited for', () => {
  const call = vi.fn()
  const paint = stubFrames()
  afterFrame(call)
  expect(call).not.toHaveBeenCalled()
  paint()
  expect(call).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1_000)
  expect(call).toHaveBeenCalledTimes(1)
  afterFrame(call)
  vi.advanceTimersByTime(100)
  paint()
  expect(call).toHaveBeenCalledTimes(2)
})

test('what follows a painted screen waits until the page is idle, and can be cancelled before either', () => {
  const call = vi.fn()
  const rest = stubIdle()
  const paint = stubFrames()
  afterPaint(call)
  const early = afterPaint(call)
  const late = afterPaint(call)
  early()
  rest()
  paint()
  vi.advanceTimersByTime(0)
  expect(call).not.toHaveBeenCalled()
  late()
  rest()
  expect(call).toHaveBeenCalledTimes(1)
})
