import { expect, test } from 'vitest'
import { createBeat } from './beat'
import { createExampleClock } from './examplePorts'

function beating() {
  const clock = createExampleClock()
  const given: string[][] = []
  return { clock, given, beat: createBeat<string>(clock, 100, (things) => given.push(things)) }
}

test('the first is given at once, what comes meanwhile together, and what comes after a rest at once again', async () => {
  const { clock, given, beat } = beating()
  for (const thing of ['a', 'b', 'c']) beat.put(thing)
  expect(given).toEqual([['a']])
  await clock.pass(99)
  expect(given).toEqual([['a']])
  await clock.pass(1)
  expect(given).toEqual([['a'], ['b', 'c']])
  await clock.pass(100)
  expect(clock.planned()).toBe(0)
  beat.put('d')
  expect(given).toEqual([['a'], ['b', 'c'], ['d']])
})

test('at the end what waits is given, once', async () => {
  const { clock, given, beat } = beating()
  for (const thing of ['a', 'b']) beat.put(thing)
  beat.end()
  expect(given).toEqual([['a'], ['b']])
  expect(clock.planned()).toBe(0)
  await clock.pass(1_000)
  beat.end()
  expect(given).toEqual([['a'], ['b']])
})
