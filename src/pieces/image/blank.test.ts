import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBlank, type Pixels } from './blank'

const [width, height] = [300, 424]

/** A sheet of that paper, with grain; `marks` are drawn on it. */
function sheet(
  paper: number,
  grain: number,
  marks: (set: (x: number, y: number, value: number) => void) => void,
): Pixels {
  const data = new Uint8ClampedArray(4 * width * height)
  const set = (x: number, y: number, value: number) => data.set([value, value, value, 255], 4 * (y * width + x))
  let seed = 1
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      seed = (seed * 48271) % 2147483647
      set(x, y, paper + ((seed % (2 * grain + 1)) - grain))
    }
  marks(set)
  return { data, width, height }
}
const nothing = () => undefined

test('paper of any lightness, with grain, shadows at its edges and some dust, is blank', () => {
  fc.assert(
    fc.property(fc.integer({ min: 120, max: 255 }), fc.integer({ min: 0, max: 12 }), (paper, grain) => {
      const dust = sheet(paper, grain, (set) => {
        for (let y = 0; y < height; y++) for (let x = 0; x < 10; x++) set(x, y, 20)
        for (let speck = 0; speck < 15; speck++) set(60 + speck * 11, 80 + speck * 17, 40)
      })
      expect(isBlank(dust)).toBe(true)
    }),
    { numRuns: 20 },
  )
})

test.each<[string, Parameters<typeof sheet>[2]]>([
  ['one short line', (set) => Array.from({ length: 60 }, (_, x) => [0, 1].forEach((y) => set(40 + x, 60 + y, 150)))],
  ['a signature alone', (set) => Array.from({ length: 90 }, (_, x) => set(150 + x, 300 + (x % 13), 90))],
  ['pale grey letters', (set) => Array.from({ length: 400 }, (_, x) => set(40 + (x % 200), 60 + 4 * (x % 5), 215))],
  ['white letters on colour', (set) => Array.from({ length: 300 }, (_, x) => set(30 + (x % 220), 70 + (x % 9), 255))],
])('%s is something', (name, marks) => {
  expect(isBlank(sheet(name.includes('colour') ? 90 : 252, 2, marks))).toBe(false)
})

test('a page too small to tell is not said to be blank', () => {
  expect(isBlank({ data: new Uint8ClampedArray(), width: 0, height: 0 })).toBe(false)
})

test('a whole sheet without any mark is blank', () => expect(isBlank(sheet(255, 0, nothing))).toBe(true))
