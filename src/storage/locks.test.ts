import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Claim } from '../records/claim'
import { claimDraft } from './locks'

/** The browser's lock manager, for one name after the other: `ifAvailable`, `steal`, release when the callback ends. */
function createLocks() {
  const holders = new Map<string, (error: DOMException) => void>()
  return {
    request: (name: string, options: LockOptions, callback: (lock: object | null) => unknown) =>
      new Promise((resolve, reject) => {
        const other = holders.get(name)
        if (other && !options.steal) return resolve(callback(null))
        other?.(new DOMException('stolen', 'AbortError'))
        holders.set(name, reject)
        // A browser frees the lock in a later task than the one that let it go.
        void Promise.resolve(callback({ name })).then(async (value) => {
          await new Promise(setImmediate)
          if (holders.get(name) === reject) holders.delete(name)
          resolve(value)
        })
      }),
  }
}

interface OpenWindow {
  claim: Claim
  calls: string[]
}
const claims: Claim[] = []
let onAsked: () => Promise<unknown>

/** One window that opens the draft, and what it was told. */
async function open(draftId = 'b1'): Promise<OpenWindow> {
  const calls: string[] = []
  const claim = await claimDraft(draftId, {
    onAsked: () => {
      calls.push('asked')
      return onAsked()
    },
    onLost: () => void calls.push('lost'),
  })
  claims.push(claim)
  return { claim, calls }
}

beforeEach(() => {
  onAsked = () => Promise.resolve()
  vi.stubGlobal('navigator', { locks: createLocks() })
})
afterEach(async () => {
  await Promise.all(claims.splice(0).map((claim) => claim.release()))
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('[locks] the first window holds the draft, the second does not; another draft is free', async () => {
  const first = await open()
  const second = await open()
  const other = await open('b2')
  expect([first, second, other].map(({ claim }) => claim.state())).toEqual(['tenu', 'occupe', 'tenu'])
})

test('[locks] a released draft is free at once', async () => {
  const { claim } = await open()
  await claim.release()
  expect(claim.state()).toBe('occupe')
  expect((await open()).claim.state()).toBe('tenu')
})

describe('[locks] taking over', () => {
  test('asks the other window to write, which then only reads', async () => {
    const first = await open()
    const second = await open()
    let written = false
    onAsked = () => Promise.resolve().then(() => (written = true))
    expect(await second.claim.takeOver()).toBe('tenu')
    expect(written).toBe(true)
    expect(first.calls).toEqual(['asked', 'lost'])
    expect(first.claim.state()).toBe('occupe')
    expect(second.calls).toEqual([])
  })

  test('goes on without an answer after a second, and the other window is told that it lost', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const first = await open()
    const second = await open()
    let finish: (value: unknown) => void = () => undefined
    onAsked = () => new Promise((resolve) => (finish = resolve))
    const taking = second.claim.takeOver()
    await vi.waitFor(() => expect(first.calls).toEqual(['asked']))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await taking).toBe('tenu')
    finish(undefined)
    await vi.waitFor(() => expect(first.calls).toEqual(['asked', 'lost']))
    expect([first.claim.state(), second.claim.state()]).toEqual(['occupe', 'tenu'])
  })

  test('a window that wakes and reads the demand late does not write over newer work', async () => {
    const first = await open()
    const channel = new BroadcastChannel('solde-bio-sgl:brouillon:b1')
    const read = vi.spyOn(Date, 'now').mockReturnValue(5000)
    channel.postMessage('autre chose')
    channel.postMessage({ kind: 'demande', at: 3999 })
    await vi.waitFor(() => expect(read).toHaveBeenCalled())
    read.mockRestore()
    channel.close()
    expect(first.calls).toEqual([])
    expect(first.claim.state()).toBe('tenu')
  })

  test('a write that fails does not keep the draft from moving', async () => {
    const first = await open()
    const second = await open()
    onAsked = () => Promise.reject(new Error('plein'))
    expect(await second.claim.takeOver()).toBe('tenu')
    expect(first.calls).toEqual(['asked', 'lost'])
  })

  test('back and forth, each time both know', async () => {
    const first = await open()
    const second = await open()
    await second.claim.takeOver()
    await first.claim.takeOver()
    expect([first.claim.state(), second.claim.state()]).toEqual(['tenu', 'occupe'])
    expect(second.calls).toEqual(['asked', 'lost'])
  })

  test('asks nobody when the draft has become free', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const first = await open()
    const second = await open()
    await first.claim.release()
    expect(await second.claim.takeOver()).toBe('tenu')
    expect(first.calls).toEqual([])
  })

  test('works by force where windows cannot talk', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const first = await open()
    const second = await open()
    expect(await second.claim.takeOver()).toBe('tenu')
    await vi.waitFor(() => expect(first.calls).toEqual(['lost']))
  })
})

test.each([
  ['has no locks', undefined],
  ['refuses them', { request: () => Promise.reject(new DOMException('', 'SecurityError')) }],
])('[locks] always tenu where the browser %s', async (_case, locks) => {
  vi.stubGlobal('navigator', { locks })
  const first = await open()
  const second = await open()
  expect([first.claim.state(), second.claim.state(), await second.claim.takeOver()]).toEqual(['tenu', 'tenu', 'tenu'])
  expect([...first.calls, ...second.calls]).toEqual([])
})
