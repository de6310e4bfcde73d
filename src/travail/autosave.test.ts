import { beforeEach, expect, test, vi } from 'vitest'
import { createAutosave, type Autosave } from './autosave'
import { refuse, reussi, type RaisonStockage, type Resultat } from '../records/resultat'

/** Time that only the test moves. */
function createClock() {
  let time = 0
  let calls: { at: number; call: () => void }[] = []
  return {
    now: () => `t${time}`,
    after: (delay: number, call: () => void) => {
      const planned = { at: time + delay, call }
      calls.push(planned)
      return () => void (calls = calls.filter((other) => other !== planned))
    },
    pass: async (delay: number) => {
      time += delay
      const due = calls.filter(({ at }) => at <= time)
      calls = calls.filter(({ at }) => at > time)
      for (const { call } of due) call()
      await settled()
    },
  }
}
const settled = () => new Promise((resolve) => setImmediate(resolve))

let clock: ReturnType<typeof createClock>
let save: ReturnType<typeof vi.fn<(value: string, le: string) => Promise<Resultat<unknown>>>>
let autosave: Autosave<string>
let states: string[]
const fail = (raison: RaisonStockage) => save.mockResolvedValue(refuse(raison))

beforeEach(() => {
  clock = createClock()
  save = vi.fn(() => Promise.resolve(reussi(undefined)))
  autosave = createAutosave({ save, clock, delay: () => 300, retryDelay: 1000 })
  states = []
  autosave.subscribe(() => {
    const state = autosave.state()
    states.push(state.etat === 'echec' ? state.raison : state.etat)
  })
})

test('[autosave] nothing is written before the draft was loaded', async () => {
  autosave.change('vide')
  await autosave.flush()
  await clock.pass(1000)
  expect(save).not.toHaveBeenCalled()
  autosave.loaded('t-1')
  await clock.pass(1000)
  await autosave.flush()
  expect(save).not.toHaveBeenCalled()
  expect(autosave.state()).toEqual({ etat: 'enregistre', le: 't-1' })
})

test('[autosave] changes close together are one write, of the last, 300 ms after the first: typing on does not put it off', async () => {
  autosave.loaded(null)
  autosave.change('a')
  await clock.pass(299)
  autosave.change('b')
  expect(save).not.toHaveBeenCalled()
  await clock.pass(1)
  expect(save.mock.calls).toEqual([['b', 't300']])
  expect(states).toEqual(['enregistre', 'enregistrement', 'enregistre'])
  expect(autosave.state()).toEqual({ etat: 'enregistre', le: 't300' })
})

test('[autosave] one write at a time: what changes meanwhile is written after it', async () => {
  autosave.loaded(null)
  let finish: (result: Resultat<unknown>) => void = () => undefined
  save.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)))
  autosave.change('a')
  await clock.pass(300)
  autosave.change('b')
  autosave.change('c')
  await clock.pass(300)
  expect(save).toHaveBeenCalledTimes(1)
  finish(reussi(undefined))
  await settled()
  expect(save.mock.calls.map(([value]) => value)).toEqual(['a', 'c'])
  expect(autosave.state().etat).toBe('enregistre')
})

test('[autosave] flush writes at once, waits for the write, and has nothing to do twice', async () => {
  autosave.loaded(null)
  autosave.change('a')
  await autosave.flush()
  await autosave.flush()
  await clock.pass(1000)
  expect(save).toHaveBeenCalledTimes(1)
})

test('[autosave] a failure stays told, is tried again later, and ends with the first success', async () => {
  autosave.loaded(null)
  fail('plein')
  autosave.change('a')
  await clock.pass(300)
  expect(autosave.state()).toEqual({ etat: 'echec', raison: 'plein' })
  await clock.pass(1000)
  expect(save).toHaveBeenCalledTimes(2)
  save.mockResolvedValue(reussi(undefined))
  autosave.change('b')
  expect(autosave.state().etat).toBe('echec')
  await clock.pass(300)
  expect(save).toHaveBeenLastCalledWith('b', 't1600')
  expect(autosave.state().etat).toBe('enregistre')
})

test('[autosave] what changed while a write failed is what is tried again', async () => {
  autosave.loaded(null)
  save.mockImplementationOnce(() => {
    autosave.change('b')
    return Promise.resolve(refuse('panne'))
  })
  autosave.change('a')
  await autosave.flush()
  await clock.pass(1000)
  expect(save.mock.calls.map(([value]) => value)).toEqual(['a', 'b'])
})

test('[autosave] a fault of ours is thrown on, told as panne, and the value is not lost', async () => {
  autosave.loaded(null)
  save.mockRejectedValueOnce(new RangeError('ours'))
  autosave.change('a')
  await expect(autosave.flush()).rejects.toThrow('ours')
  expect(autosave.state()).toEqual({ etat: 'echec', raison: 'panne' })
  await autosave.flush()
  expect(save).toHaveBeenLastCalledWith('a', 't0')
})

test('[autosave] once stopped, nothing is written, not even what failed', async () => {
  autosave.loaded(null)
  fail('panne')
  autosave.change('a')
  await clock.pass(300)
  save.mockImplementationOnce(() => {
    autosave.stop()
    return Promise.resolve(refuse('panne'))
  })
  await clock.pass(1000)
  autosave.change('b')
  await autosave.flush()
  await clock.pass(5000)
  expect(save).toHaveBeenCalledTimes(2)
})

test('[autosave] listeners are told until they leave', () => {
  const listener = vi.fn()
  autosave.subscribe(listener)()
  autosave.loaded(null)
  expect(listener).not.toHaveBeenCalled()
  expect(states).toEqual(['enregistre'])
})
