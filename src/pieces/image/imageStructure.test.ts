import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readImageStructure } from './imageStructure'

const chunk = (type: string, data: Buffer, length = data.length) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [before, after] = [Buffer.alloc(4), Buffer.alloc(4)]
  before.writeUInt32BE(length)
  after.writeUInt32BE(crc32(body))
  return Buffer.concat([before, body, after])
}
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const ihdr = (largeur: number, hauteur: number) => {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(largeur, 0)
  data.writeUInt32BE(hauteur, 4)
  return chunk('IHDR', data)
}
const idat = chunk('IDAT', Buffer.alloc(40, 7))
const iend = chunk('IEND', Buffer.alloc(0))
const png = Buffer.concat([signature, ihdr(30, 20), idat, iend])

const segment = (marker: number, data: readonly number[], length = data.length + 2) =>
  Buffer.from([0xff, marker, length >> 8, length & 0xff, ...data])
const frame = (largeur: number, hauteur: number, marker = 0xc0) =>
  segment(marker, [8, hauteur >> 8, hauteur & 0xff, largeur >> 8, largeur & 0xff, 1, 1, 0x11, 0])
const [soi, eoi] = [Buffer.from([0xff, 0xd8]), Buffer.from([0xff, 0xd9])]
const scan = Buffer.concat([
  segment(0xda, [1, 1, 0, 0, 63, 0]),
  Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5, 6, 7]),
])
const tables = segment(0xdb, Array<number>(65).fill(1))
const jpg = Buffer.concat([soi, tables, frame(30, 20), scan, eoi])
/** A picture inside the notes of another, whole, with its own end. */
const exif = segment(0xe1, [...Buffer.from('Exif\0\0'), ...Buffer.concat([soi, frame(4, 3), scan, eoi])])

const whole = { largeur: 30, hauteur: 20, complete: true }
const cut = { ...whole, complete: false }

test.each<[string, 'PNG' | 'JPG', Buffer, ReturnType<typeof readImageStructure>]>([
  ['a PNG', 'PNG', png, whole],
  ['a PNG with bytes behind its end', 'PNG', Buffer.concat([png, Buffer.alloc(9)]), whole],
  ['a PNG cut in its pixels', 'PNG', png.subarray(0, -iend.length - 10), cut],
  ['a PNG cut before its last chunk', 'PNG', png.subarray(0, -iend.length), cut],
  ['a PNG cut in its last chunk', 'PNG', png.subarray(0, -1), cut],
  ['a PNG of its header alone', 'PNG', Buffer.concat([signature, ihdr(30, 20)]), cut],
  ['a PNG cut in its header', 'PNG', png.subarray(0, 32), null],
  ['a PNG that begins with another chunk', 'PNG', Buffer.concat([signature, idat, iend]), null],
  [
    'a chunk longer than the file',
    'PNG',
    Buffer.concat([signature, ihdr(30, 20), chunk('IDAT', Buffer.alloc(4), 0xffffffff), iend]),
    cut,
  ],
  [
    'a chunk as long as all that is left',
    'PNG',
    Buffer.concat([signature, ihdr(30, 20), chunk('tEXt', iend, 20)]),
    cut,
  ],
  [
    '25 000 × 25 000 pixels declared',
    'PNG',
    Buffer.concat([signature, ihdr(25_000, 25_000), iend]),
    { largeur: 25_000, hauteur: 25_000, complete: true },
  ],
  ['a JPG', 'JPG', jpg, whole],
  ['a progressive JPG', 'JPG', Buffer.concat([soi, frame(30, 20, 0xc2), tables, scan, scan, eoi]), whole],
  ['a JPG with a fill byte before a marker', 'JPG', Buffer.concat([soi, Buffer.from([0xff]), jpg.subarray(2)]), whole],
  ['a JPG with a second picture behind it', 'JPG', Buffer.concat([jpg, jpg]), whole],
  ['a JPG cut in its pixels', 'JPG', jpg.subarray(0, -4), cut],
  ['a JPG cut in its end marker', 'JPG', jpg.subarray(0, -1), cut],
  ['a JPG cut before its scan', 'JPG', Buffer.concat([soi, frame(30, 20), tables]), cut],
  ['a JPG cut before its frame', 'JPG', Buffer.concat([soi, tables]), null],
  ['a JPG with a thumbnail', 'JPG', Buffer.concat([soi, exif, jpg.subarray(2)]), whole],
  ['a cut JPG whose thumbnail has its end', 'JPG', Buffer.concat([soi, exif, frame(30, 20), exif, scan]), cut],
  [
    'a segment longer than the file',
    'JPG',
    Buffer.concat([soi, frame(30, 20), segment(0xe2, [1], 0xffff), scan, eoi]),
    cut,
  ],
  [
    'segments of no length',
    'JPG',
    Buffer.concat([soi, frame(30, 20), ...Array<Buffer>(99).fill(segment(0xe2, [], 0))]),
    cut,
  ],
  [
    '25 000 × 25 000 pixels declared',
    'JPG',
    Buffer.concat([soi, frame(25_000, 25_000), scan, eoi]),
    { largeur: 25_000, hauteur: 25_000, complete: true },
  ],
])(
  '[format §3 contenu d’une pièce] %s, as a %s: its pixels, and whether its end is there',
  (_, formatFichier, bytes, expected) => {
    expect(readImageStructure(bytes, formatFichier)).toEqual(expected)
  },
)

test('[format §3 contenu d’une pièce] any bytes, and any picture cut or with one byte changed, are read without a throw', () => {
  const formatFichier = fc.constantFrom('PNG' as const, 'JPG' as const)
  const hurt = fc
    .tuple(fc.constantFrom(png, jpg, Buffer.concat([soi, exif, jpg.subarray(2)])), fc.nat(), fc.nat(255), fc.nat())
    .map(([sound, place, byte, end]) => {
      const bytes = Uint8Array.from(sound)
      bytes[place % bytes.length] = byte
      return bytes.subarray(0, end % (bytes.length + 1))
    })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), hurt), formatFichier, (bytes, format) => {
      const read = readImageStructure(bytes, format)
      expect(read === null || (read.largeur >= 0 && read.hauteur >= 0)).toBe(true)
    }),
  )
})
