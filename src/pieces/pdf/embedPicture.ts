import { PDFHexString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import { jpgSegments } from '../image/jpgSegments'

const image = { Type: 'XObject', Subtype: 'Image' }
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const adobe = 0xee
const colourSpaces: Record<number, string> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' }

/** A JPG's bytes as they are, as an image of a PDF; null when PDF does not know its kind. */
export function embedJpg(context: PDFContext, bytes: Uint8Array): PDFRef | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const segments = [...jpgSegments(bytes)]
  const frame = segments.find(({ marker }) => isFrame(marker))
  if (!frame || frame.to - frame.from < 6 || view.getUint8(frame.from) !== 8) return null
  const ColorSpace = colourSpaces[view.getUint8(frame.from + 5)]
  if (!ColorSpace) return null
  // Four-colour pictures with Adobe's mark hold white as 255: PDF, unlike the browser, has to be told.
  const inverted = ColorSpace === 'DeviceCMYK' && segments.some(({ marker }) => marker === adobe)
  return context.register(
    context.stream(bytes, {
      ...image,
      Width: view.getUint16(frame.from + 3),
      Height: view.getUint16(frame.from + 1),
      BitsPerComponent: 8,
      ColorSpace,
      Filter: 'DCTDecode',
      ...(inverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
    }),
  )
}

interface Png {
  header: DataView
  palette: Uint8Array | null
  data: Uint8Array[]
  transparent: boolean
  complete: boolean
}

function readChunks(bytes: Uint8Array): Png | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const png: Omit<Png, 'header'> = { palette: null, data: [], transparent: false, complete: false }
  let header: DataView | null = null
  let at = 8
  while (at + 12 <= bytes.length && !png.complete) {
    const [length, from] = [view.getUint32(at), at + 8]
    if (from + length + 4 > bytes.length) break
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const contents = bytes.subarray(from, from + length)
    if (type === 'IHDR' && length >= 13) header = new DataView(bytes.buffer, contents.byteOffset, length)
    else if (type === 'PLTE') png.palette = contents
    else if (type === 'IDAT') png.data.push(contents)
    else if (type === 'tRNS') png.transparent = true
    else if (type === 'IEND') png.complete = true
    at = from + length + 4
  }
  return header && { ...png, header }
}

const [grey, colour, indexed] = [0, 2, 3]

/**
 * A PNG's compressed rows as they are, as an image of a PDF, which knows their filters (ISO 32000-1 §7.4.4.4). Null when it
 * is transparent, interlaced or cut short: then it has to be drawn first.
 */
export function embedPng(context: PDFContext, bytes: Uint8Array): PDFRef | null {
  const png = readChunks(bytes)
  if (!png?.complete || png.transparent) return null
  const [depth, kind, interlaced] = [png.header.getUint8(8), png.header.getUint8(9), png.header.getUint8(12)]
  if (![grey, colour, indexed].includes(kind) || interlaced !== 0 || (kind === indexed && !png.palette)) return null
  const Width = png.header.getUint32(0)
  const ColorSpace = kind === grey ? 'DeviceGray' : 'DeviceRGB'
  return context.register(
    context.stream(joinBytes(png.data), {
      ...image,
      Width,
      Height: png.header.getUint32(4),
      BitsPerComponent: depth,
      ColorSpace:
        kind === indexed && png.palette
          ? ['Indexed', 'DeviceRGB', Math.floor(png.palette.length / 3) - 1, PDFHexString.of(writeHex(png.palette))]
          : ColorSpace,
      Filter: 'FlateDecode',
      DecodeParms: { Predictor: 15, Colors: kind === colour ? 3 : 1, BitsPerComponent: depth, Columns: Width },
    }),
  )
}

const writeHex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Bytes one after the other. */
export function joinBytes(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0)
  return whole
}
