import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readImageStructure } from '../image/imageStructure'
import { toGreyRows, writeGreyPng } from './shrinkGrey'

const greys = (...values: number[]) => Uint8ClampedArray.from(values.flatMap((value) => [value, value, value, 255]))

test('pixels become sixteen greys, two to a byte', () => {
  const rows = toGreyRows(greys(0, 255, 128, 17, 34, 255), { largeur: 3, hauteur: 2 })
  expect(rows && [...rows]).toEqual([0, 0x0f, 0x80, 0, 0x12, 0xf0])
})

test('a picture with colours is not taken for black and white', () => {
  expect(toGreyRows(Uint8ClampedArray.of(200, 30, 30, 255), { largeur: 1, hauteur: 1 })).toBeNull()
})

test('what is written is a whole PNG of the same rows', async () => {
  const size = { largeur: 3, hauteur: 2 }
  const rows = toGreyRows(greys(0, 255, 128, 17, 34, 255), size)
  const bytes = new Uint8Array(await (await writeGreyPng(rows ?? new Uint8Array(), size)).arrayBuffer())
  expect(readImageStructure(bytes, 'PNG')).toEqual({ ...size, complete: true })
  const view = new DataView(bytes.buffer)
  const data = bytes.subarray(41, 41 + view.getUint32(33))
  expect([...inflateSync(data)]).toEqual([...(rows ?? [])])
  // The end's checksum is the same in every PNG.
  expect(view.getUint32(bytes.length - 4)).toBe(0xae426082)
})
