import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { drawnAfterTyping } from './afterTyping'

/** A store of one number, what was told of it, and the painting that what was typed waits for. */
function watchNumber() {
  const store = createStore(() => ({ n: 0 }))
  const painted: (() => void)[] = []
  const { seen, whileTyping } = drawnAfterTyping(store, (call) => painted.push(call))
  const told: [number, number][] = []
  const unsubscribe = seen.subscribe((state, before) => told.push([state.n, before.n]))
  const paint = () => painted.splice(0).forEach((call) => call())
  return { store, seen, told, unsubscribe, paint, type: (n: number) => whileTyping(() => store.setState({ n })) }
}

describe('what a key changes', () => {
  it('stands in the store at once and is told once the sign is painted', () => {
    const { seen, told, paint, type } = watchNumber()
    type(1)
    expect(seen.getState().n).toBe(1)
    expect(told).toEqual([])
    paint()
    expect(told).toEqual([[1, 0]])
  })

  it('of several keys, the last state is told once', () => {
    const { told, paint, type } = watchNumber()
    type(1)
    type(2)
    paint()
    expect(told).toEqual([[2, 0]])
    type(3)
    paint()
    expect(told).toEqual([
      [2, 0],
      [3, 2],
    ])
  })

  it('is never told to one that looks no more', () => {
    const { told, paint, type, unsubscribe } = watchNumber()
    type(1)
    unsubscribe()
    paint()
    expect(told).toEqual([])
  })

  it('is not told to one that another, told before it, has taken away', () => {
    const store = createStore(() => ({ n: 0 }))
    const painted: (() => void)[] = []
    const { seen, whileTyping } = drawnAfterTyping(store, (call) => painted.push(call))
    let told = 0
    seen.subscribe(() => unsubscribe())
    const unsubscribe = seen.subscribe(() => told++)
    whileTyping(() => store.setState({ n: 1 }))
    painted.forEach((call) => call())
    expect(told).toBe(0)
  })

  it('whatever else is changed is told at once, with what was typed before', () => {
    const { store, told, type } = watchNumber()
    type(1)
    store.setState({ n: 2 })
    expect(told.at(-1)).toEqual([2, 1])
  })

  it('a change that fails puts off nothing after it', () => {
    const store = createStore(() => ({ n: 0 }))
    const { seen, whileTyping } = drawnAfterTyping(store, () => undefined)
    let told = 0
    seen.subscribe(() => told++)
    const fails = () => {
      throw new Error('fault of ours')
    }
    expect(() => whileTyping(fails)).toThrow('fault of ours')
    store.setState({ n: 1 })
    expect(told).toBe(1)
  })

  it('in any order, the last thing told is what stands', () => {
    const acts = fc.array(fc.constantFrom('type', 'set', 'paint'), { maxLength: 30 })
    fc.assert(
      fc.property(acts, (list) => {
        const { store, told, paint, type } = watchNumber()
        for (const [rank, act] of list.entries()) {
          if (act === 'type') type(rank + 1)
          else if (act === 'set') store.setState({ n: rank + 1 })
          else paint()
        }
        paint()
        expect(told.at(-1)?.[0] ?? 0).toBe(store.getState().n)
      }),
    )
  })
})
