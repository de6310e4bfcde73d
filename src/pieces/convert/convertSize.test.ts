import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ConvertibleNature } from '../recours'
import { readDeclaredSize } from './convertSize'

const latin = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))
const size = { largeur: 300, hauteur: 200 }
const webp = (kind: string, ...rest: number[]) => [
  ...latin('RIFF'),
  0,
  0,
  0,
  0,
  ...latin(`WEBP${kind}`),
  0,
  0,
  0,
  0,
  ...rest,
]
const bitmap = (header: number, ...rest: number[]) => [
  ...latin('BM'),
  ...Array<number>(12).fill(0),
  header,
  0,
  0,
  0,
  ...rest,
]
const extent = (width: number, height: number) => [
  ...latin('ispe'),
  0,
  0,
  0,
  0,
  0,
  0,
  width >> 8,
  width & 255,
  0,
  0,
  height >> 8,
  height & 255,
]
const entry = (tag: number, type: number, value: number) => [
  tag & 255,
  tag >> 8,
  type,
  0,
  1,
  0,
  0,
  0,
  value & 255,
  value >> 8,
  0,
  0,
]

describe('size that a picture declares', () => {
  test.each<[ConvertibleNature, string, number[]]>([
    ['gif', 'GIF', [...latin('GIF89a'), 44, 1, 200, 0]],
    ['bmp', 'BMP of Windows', bitmap(40, 44, 1, 0, 0, 200, 0, 0, 0)],
    ['bmp', 'BMP from top to bottom', bitmap(40, 44, 1, 0, 0, 56, 255, 255, 255)],
    ['bmp', 'BMP of OS/2', bitmap(12, 44, 1, 200, 0)],
    ['webp', 'WebP', webp('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, 44, 1, 200, 0)],
    ['webp', 'lossless WebP', webp('VP8L', 0x2f, 43, 0xc1, 0x31, 0)],
    ['webp', 'WebP with more', webp('VP8X', 0, 0, 0, 0, 43, 1, 0, 199, 0, 0)],
    ['avif', 'AVIF', extent(300, 200)],
    ['heic', 'HEIC of several tiles', [...extent(64, 64), ...extent(300, 200), ...extent(64, 64)]],
    ['tiff', 'TIFF', [...latin('II'), 42, 0, 8, 0, 0, 0, 2, 0, ...entry(256, 3, 300), ...entry(257, 4, 200)]],
  ])('%s: %s', (kind, _what, bytes) => {
    expect(readDeclaredSize(Uint8Array.from(bytes), kind)).toEqual(size)
  })

  test('ends on any bytes', () => {
    const kinds = fc.constantFrom<ConvertibleNature>('gif', 'bmp', 'webp', 'avif', 'heic', 'tiff')
    fc.assert(
      fc.property(kinds, fc.uint8Array({ maxLength: 60 }), (kind, bytes) => {
        const found = readDeclaredSize(bytes, kind)
        expect(found === null || found.largeur >= 0).toBe(true)
      }),
    )
  })
})
