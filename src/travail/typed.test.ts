import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { letWait } from './typed'

const begin = () => letWait(createStore(() => ({ signs: '' })))

/** Adds a sign to the text. */
const adding = ({ store }: ReturnType<typeof begin>, sign: string) => {
  store.setState(({ signs }) => ({ signs: signs + sign }))
}

test('what waits is made at the first look at the state, and screens do without it until then', () => {
  const base = begin()
  base.typed.wait(() => adding(base, 'a'))
  expect(base.typed.standing().signs).toBe('')
  expect(base.store.getState().signs).toBe('a')
  expect(base.typed.standing().signs).toBe('a')
})

test('what waits is made before any other change', () => {
  const base = begin()
  base.typed.wait(() => adding(base, 'a'))
  adding(base, 'b')
  expect(base.typed.standing().signs).toBe('ab')
})

test('whoever looks at the store is told of what waited once it is made, and once', () => {
  const base = begin()
  const told: string[] = []
  base.store.subscribe(({ signs }) => told.push(signs))
  base.typed.wait(() => adding(base, 'a'))
  expect(told).toEqual([])
  base.typed.take()
  base.typed.take()
  expect(told).toEqual(['a'])
})

test('a change that fails is not made twice, and holds up nothing', () => {
  const base = begin()
  base.typed.wait(() => {
    throw new Error('fault of ours')
  })
  expect(base.typed.take).toThrow('fault of ours')
  base.typed.wait(() => adding(base, 'a'))
  expect(base.store.getState().signs).toBe('a')
})

test('in any order, each change is made once, in the order in which it was asked for', () => {
  const acts = fc.array(fc.constantFrom('wait', 'set', 'take', 'read'), { maxLength: 30 })
  fc.assert(
    fc.property(acts, (list) => {
      const base = begin()
      let asked = ''
      for (const [rank, act] of list.entries()) {
        const sign = String.fromCharCode(97 + rank)
        if (act === 'wait') base.typed.wait(() => adding(base, sign))
        else if (act === 'set') adding(base, sign)
        else if (act === 'take') base.typed.take()
        else expect(base.store.getState().signs).toBe(asked)
        if (act === 'wait' || act === 'set') asked += sign
      }
      expect(base.store.getState().signs).toBe(asked)
    }),
  )
})
