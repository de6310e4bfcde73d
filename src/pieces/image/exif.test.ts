import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dropOrientation, readOrientation } from './exif'

const short = 3
const long = 4

/** A JPG's first bytes: perhaps another APP1, then EXIF whose first directory holds one entry. */
function jpgWith(value: number, { littleEndian = true, type = short, tag = 0x0112, before = [] as number[] } = {}) {
  const tiff = new DataView(new ArrayBuffer(26))
  tiff.setUint16(0, littleEndian ? 0x4949 : 0x4d4d)
  tiff.setUint16(2, 42, littleEndian)
  tiff.setUint32(4, 8, littleEndian)
  tiff.setUint16(8, 1, littleEndian)
  tiff.setUint16(10, tag, littleEndian)
  tiff.setUint16(12, type, littleEndian)
  tiff.setUint32(14, 1, littleEndian)
  if (type === short) tiff.setUint16(18, value, littleEndian)
  else tiff.setUint32(18, value, littleEndian)
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...new Uint8Array(tiff.buffer)]
  return Uint8Array.from([0xff, 0xd8, ...before, 0xff, 0xe1, 0, exif.length + 2, ...exif, 0xff, 0xda, 0, 2])
}

const upright = 1
const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const
const xmp = [0xff, 0xe1, 0, 16, ...new TextEncoder().encode('http://ns.adob')]

describe('EXIF orientation', () => {
  test.each(orientations)('reads orientation %i in both byte orders, as a short or as a long', (orientation) => {
    for (const littleEndian of [true, false])
      for (const type of [short, long])
        expect(readOrientation(jpgWith(orientation, { littleEndian, type }))).toBe(orientation)
  })

  test.each([
    ['a value that is none', jpgWith(9)],
    ['zero', jpgWith(0)],
    ['another tag', jpgWith(6, { tag: 0x0113 })],
    ['a type that holds text', jpgWith(6, { type: 2 })],
    ['bytes cut inside the entry', jpgWith(6).slice(0, 30)],
    ['no EXIF at all', Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2)],
    ['nothing', new Uint8Array()],
  ])('takes %s for upright', (_what, bytes) => {
    expect(readOrientation(bytes)).toBe(upright)
  })

  test('finds EXIF behind other notes and filling bytes', () => {
    expect(readOrientation(jpgWith(8, { before: [...xmp, 0xff, 0xff] }))).toBe(8)
  })

  test('unsaid, the rest of the bytes stays', () => {
    for (const littleEndian of [true, false]) {
      const lying = jpgWith(6, { littleEndian })
      expect(dropOrientation(lying)).toEqual(jpgWith(1, { littleEndian }))
      expect(readOrientation(lying)).toBe(6)
    }
  })

  test('ends on any bytes, and gives one of the eight', () => {
    const start = fc.constantFrom([0xff, 0xd8], [...jpgWith(6)].slice(0, 20))
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        expect(orientations).toContain(readOrientation(Uint8Array.from([...head, ...tail])))
      }),
    )
  })
})
