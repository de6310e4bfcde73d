import { deflateSync } from 'node:zlib'
import { PDFRawStream, PDFName } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { convertir } from './convert'
import { hasOnePage, readTiff } from './tiff'
import { convertTiff } from './tiffPdf'
import { openObjects } from '../pdf/pdfObjects'

type Entry = readonly [tag: number, value: number | readonly number[]]
const [width, height, bits, compression, photometric, orientation] = [256, 257, 258, 259, 262, 274]
const [samples, rowsPerStrip, faxOptions, predictor, tileWidth, jpegTables] = [277, 278, 292, 317, 322, 347]

/** A TIFF of one picture in two strips; every value is a long, several stand behind the directory. */
function tiff(entries: readonly Entry[], strips: readonly (readonly number[])[] = [[1], [2]], littleEndian = true) {
  const bytes = new Uint8Array(1024)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d)
  view.setUint16(2, 42, littleEndian)
  view.setUint32(4, 8, littleEndian)
  let free = 400
  const offsets = strips.map((strip) => {
    bytes.set(strip, free)
    free += strip.length
    return free - strip.length
  })
  const all: Entry[] = [...entries, [273, offsets], [279, strips.map(({ length }) => length)]]
  view.setUint16(8, all.length, littleEndian)
  all.forEach(([tag, value], rank) => {
    const at = 10 + rank * 12
    const values = typeof value === 'number' ? [value] : value
    view.setUint16(at, tag, littleEndian)
    view.setUint16(at + 2, tag === jpegTables ? 7 : 4, littleEndian)
    view.setUint32(at + 4, values.length, littleEndian)
    if (tag === jpegTables) bytes.set(values, free)
    else
      values.forEach((one, index) => view.setUint32(values.length === 1 ? at + 8 : free + index * 4, one, littleEndian))
    if (values.length > 1) view.setUint32(at + 8, free, littleEndian)
    free += values.length * 4
  })
  return bytes
}

const grey: Entry[] = [
  [width, 8],
  [height, 2],
  [bits, 8],
  [photometric, 1],
  [rowsPerStrip, 1],
]
const colours: Entry[] = [
  [width, 8],
  [height, 2],
  [bits, [8, 8, 8]],
  [photometric, 2],
  [samples, 3],
  [rowsPerStrip, 1],
]

async function imagesOf(bytes: Uint8Array) {
  const written = await convertTiff(bytes)
  if (!(written instanceof Blob)) return written
  const pdf = await openObjects(new Uint8Array(await written.arrayBuffer()))
  if (typeof pdf === 'string') return pdf
  const streams = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFRawStream ? [one] : []))
  const images = streams.filter(({ dict }) => dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image'))
  return { pdf, images, dicts: images.map(({ dict }) => dict.toString().replaceAll('\n', ' ')) }
}

describe('a TIFF as a PDF', () => {
  test.each<[string, Entry[], RegExp]>([
    ['fax, group 4', [...grey, [compression, 4]], /CCITTFaxDecode.*\/K -1.*\/BlackIs1 true/],
    ['fax, group 3 of two dimensions', [...grey, [compression, 3], [faxOptions, 1]], /\/K 1 /],
    ['LZW', [...grey, [compression, 5]], /\/ColorSpace \/DeviceGray.*LZWDecode/],
    ['LZW of differences', [...colours, [compression, 5], [predictor, 2]], /\/Predictor 2.*\/Colors 3/],
    ['deflated', [...colours, [compression, 8]], /\/ColorSpace \/DeviceRGB.*FlateDecode/],
    ['JPG of red, green and blue', [...colours, [compression, 7]], /DCTDecode.*\/ColorTransform 0/],
  ])('%s: each strip is kept, one under the other', async (_what, entries, expected) => {
    const made = await imagesOf(tiff(entries))
    expect(made).toMatchObject({ images: [{ contents: Uint8Array.of(1) }, { contents: Uint8Array.of(2) }] })
    expect(made).toMatchObject({ dicts: [expect.stringMatching(expected), expect.stringMatching(/\/Height 1 /)] })
  })

  test('uncompressed strips become one image, white being zero told', async () => {
    const bilevel: Entry[] = [
      [width, 8],
      [height, 2],
      [photometric, 0],
      [rowsPerStrip, 1],
    ]
    expect(await imagesOf(tiff(bilevel))).toMatchObject({
      images: [{ contents: Uint8Array.of(1, 2) }],
      dicts: [expect.stringMatching(/\/BitsPerComponent 1 .*\/Decode \[ 1 0 \]/)],
    })
  })

  test('tables that JPG strips share are put into each', async () => {
    const tables = [0xff, 0xd8, 7, 8, 0xff, 0xd9]
    const strips = [
      [0xff, 0xd8, 1],
      [0xff, 0xd8, 2],
    ]
    expect(await imagesOf(tiff([...grey, [compression, 7], [jpegTables, tables]], strips))).toMatchObject({
      images: [{ contents: Uint8Array.of(0xff, 0xd8, 7, 8, 1) }, { contents: Uint8Array.of(0xff, 0xd8, 7, 8, 2) }],
    })
  })

  test.each([
    [3, 180],
    [6, 90],
    [8, 270],
  ])('orientation %i turns the page by %i degrees', async (value, angle) => {
    const made = await imagesOf(tiff([...grey, [orientation, value]]))
    expect(typeof made === 'object' && made?.pdf.getPage(0).getRotation().angle).toBe(angle)
  })

  test.each<[string, Uint8Array]>([
    ['tiles', tiff([...grey, [tileWidth, 16]])],
    [
      'transparency',
      tiff([
        [width, 8],
        [height, 2],
        [bits, 8],
        [photometric, 2],
        [samples, 4],
        [rowsPerStrip, 1],
      ]),
    ],
    [
      'sixteen bits',
      tiff([
        [width, 8],
        [height, 2],
        [bits, 16],
        [photometric, 1],
        [rowsPerStrip, 1],
      ]),
    ],
    ['a compression of its own', tiff([...grey, [compression, 50_000]])],
    ['a strip too few', tiff(grey, [[1]])],
    ['a mirrored picture', tiff([...grey, [orientation, 2]])],
  ])('%s: not in this way', async (_what, bytes) => {
    expect(await convertTiff(bytes)).toBeNull()
  })

  test('a picture of too many points is refused', async () => {
    expect(
      await convertTiff(
        tiff([
          [width, 100_000],
          [height, 100_000],
          [rowsPerStrip, 50_000],
        ]),
      ),
    ).toBe('tropGrand')
  })
})

describe('reading a TIFF', () => {
  test('both byte orders say the same', () => {
    const strips = [[...deflateSync(Uint8Array.of(1))], [2]]
    expect(readTiff(tiff(colours, strips, false))).toEqual(readTiff(tiff(colours, strips, true)))
    expect(readTiff(tiff(colours, strips))).toMatchObject([{ largeur: 8, hauteur: 2, canaux: 3, bits: 8 }])
  })

  test('directories that lead to each other in a circle are refused', () => {
    const bytes = tiff(grey)
    new DataView(bytes.buffer).setUint32(10 + (grey.length + 2) * 12, 8, true)
    expect(readTiff(bytes)).toBeNull()
  })

  test('strips that overlap are refused: they would make gigabytes of a small file', () => {
    const bytes = tiff(grey)
    const view = new DataView(bytes.buffer)
    const lengthsAt = view.getUint32(10 + (grey.length + 1) * 12 + 8, true)
    view.setUint32(lengthsAt, 600, true)
    expect(readTiff(bytes)?.length).toBe(1)
    view.setUint32(lengthsAt + 4, 600, true)
    expect(readTiff(bytes)).toBeNull()
  })

  test('ends on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), fc.boolean(), (tail, littleEndian) => {
        const head = littleEndian ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
        const pages = readTiff(Uint8Array.from([...head, ...tail]))
        expect(pages === null || pages.length > 0).toBe(true)
      }),
    )
  })
})

describe('a TIFF that PDF does not know', () => {
  afterEach(() => void vi.unstubAllGlobals())
  /** Its directory, of as many entries, is followed by another. */
  const withSecond = (bytes: Uint8Array, entries: number) => {
    new DataView(bytes.buffer).setUint32(10 + entries * 12, 8, true)
    return bytes
  }
  const tiled = [...grey, [tileWidth, 8]] as const
  const draw = vi.fn(() => Promise.reject(new Error('cannot draw')))

  test('is drawn by the browser when it has one page, and never when it has more: the others would be lost', async () => {
    vi.stubGlobal('createImageBitmap', draw)
    const convert = (bytes: Uint8Array) => convertir({ octets: new Blob([bytes.slice()]), kind: 'tiff' })
    expect(await convert(tiff(tiled))).toEqual({ ok: false, raison: 'nonDecode' })
    expect(draw).toHaveBeenCalledTimes(1)
    expect(await convert(withSecond(tiff(tiled), tiled.length + 2))).toEqual({ ok: false, raison: 'nonDecode' })
    expect(draw).toHaveBeenCalledTimes(1)
  })

  test('whose directory leads out of it has no page to be sure of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (rest) => {
        expect(typeof hasOnePage(new Uint8Array([0x49, 0x49, 42, 0, ...rest]))).toBe('boolean')
      }),
    )
    expect(hasOnePage(new Uint8Array([0x49, 0x49, 42, 0, 0xff, 0, 0, 0]))).toBe(false)
  })
})
