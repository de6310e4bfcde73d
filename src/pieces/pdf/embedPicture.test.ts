import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { embedJpg, embedPng } from './embedPicture'

const pdf = await PDFDocument.create({ updateMetadata: false })
const dictOf = (ref: PDFRef | null) => {
  const stream = ref && pdf.context.lookup(ref)
  return stream instanceof PDFRawStream ? stream : null
}
const entry = (ref: PDFRef | null, key: string) => dictOf(ref)?.dict.lookup(PDFName.of(key))?.toString()

const u32 = (value: number) => [value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255]
const chunk = (type: string, contents: number[]) => [
  ...u32(contents.length),
  ...new TextEncoder().encode(type),
  ...contents,
  0,
  0,
  0,
  0,
]
const data = [...deflateSync(Uint8Array.of(0, 0))]
const png = ({ depth = 8, kind = 0, interlaced = 0, extra = [] as number[], end = true } = {}) =>
  Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    ...chunk('IHDR', [...u32(1), ...u32(1), depth, kind, 0, 0, interlaced]),
    ...extra,
    ...chunk('IDAT', data.slice(0, 3)),
    ...chunk('IDAT', data.slice(3)),
    ...(end ? chunk('IEND', []) : []),
  ])

describe('a PNG in a PDF', () => {
  const palette = chunk('PLTE', [255, 255, 255, 1, 2, 3])

  test.each([
    ['greys', png(), '/DeviceGray'],
    ['one bit', png({ depth: 1 }), '/DeviceGray'],
    ['colours', png({ kind: 2 }), '/DeviceRGB'],
    ['a palette', png({ kind: 3, extra: palette }), '[ /Indexed /DeviceRGB 1 <ffffff010203> ]'],
  ])('%s: its compressed rows are kept as they are', (_what, bytes, space) => {
    const ref = embedPng(pdf.context, bytes)
    expect(entry(ref, 'ColorSpace')).toBe(space)
    expect([...(dictOf(ref)?.contents ?? [])]).toEqual(data)
  })

  test.each([
    ['transparent', png({ kind: 6 })],
    ['transparent in greys', png({ kind: 4 })],
    ['one colour of it transparent', png({ kind: 2, extra: chunk('tRNS', [0, 0, 0, 0, 0, 0]) })],
    ['interlaced', png({ interlaced: 1 })],
    ['cut short', png({ end: false })],
    ['a palette that is missing', png({ kind: 3 })],
    ['nothing', new Uint8Array()],
  ])('%s: it has to be drawn first', (_what, bytes) => {
    expect(embedPng(pdf.context, bytes)).toBeNull()
  })
})

describe('a JPG in a PDF', () => {
  const adobe = [0xff, 0xee, 0, 14, ...new TextEncoder().encode('Adobe'), 0, 100, 0, 0, 0, 0, 2]
  const jpg = (channels: number, { before = [] as number[], bits = 8 } = {}) =>
    Uint8Array.from([0xff, 0xd8, ...before, 0xff, 0xc0, 0, 8, bits, 0, 20, 0, 10, channels, 0xff, 0xda, 0, 2])

  test.each([
    ['greys', jpg(1), '/DeviceGray', undefined],
    ['colours', jpg(3), '/DeviceRGB', undefined],
    ['four colours', jpg(4), '/DeviceCMYK', undefined],
    ['four colours of Adobe, which are inverted', jpg(4, { before: adobe }), '/DeviceCMYK', '[ 1 0 1 0 1 0 1 0 ]'],
  ])('%s: its bytes are kept as they are', (_what, bytes, space, decode) => {
    const ref = embedJpg(pdf.context, bytes)
    expect([entry(ref, 'ColorSpace'), entry(ref, 'Decode')]).toEqual([space, decode])
    expect([entry(ref, 'Width'), entry(ref, 'Height')]).toEqual(['10', '20'])
    expect(dictOf(ref)?.contents).toEqual(bytes)
  })

  test.each([
    ['two channels', jpg(2)],
    ['twelve bits', jpg(3, { bits: 12 })],
    ['no frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xda, 0, 2)],
  ])('%s: PDF has no such JPG', (_what, bytes) => {
    expect(embedJpg(pdf.context, bytes)).toBeNull()
  })
})
