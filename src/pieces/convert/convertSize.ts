import type { Size } from '../image/canvas'
import type { ConvertibleNature } from '../recours'

/** The size that a picture declares, read without decoding it from its first bytes; null when it says none. */
export function readDeclaredSize(head: Uint8Array, kind: ConvertibleNature): Size | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  try {
    return readers[kind](view)
  } catch (error) {
    // Cut before its size.
    if (error instanceof RangeError) return null
    throw error
  }
}

const readers: Record<ConvertibleNature, (view: DataView) => Size | null> = {
  gif: (view) => ({ largeur: view.getUint16(6, true), hauteur: view.getUint16(8, true) }),
  bmp: (view) =>
    view.getUint32(14, true) === 12
      ? { largeur: view.getUint16(18, true), hauteur: view.getUint16(20, true) }
      : { largeur: Math.abs(view.getInt32(18, true)), hauteur: Math.abs(view.getInt32(22, true)) },
  webp: readWebp,
  avif: readLargestExtent,
  heic: readLargestExtent,
  tiff: readTiff,
}

function readWebp(view: DataView): Size | null {
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)))
  if (kind === 'VP8X') return { largeur: uint24(24) + 1, hauteur: uint24(27) + 1 }
  if (kind === 'VP8 ') return { largeur: view.getUint16(26, true) & 0x3fff, hauteur: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const bits = view.getUint32(21, true)
  return { largeur: (bits & 0x3fff) + 1, hauteur: ((bits >>> 14) & 0x3fff) + 1 }
}

const ispe = 0x69737065

// The whole picture and its tiles declare their extents alike: the largest is the whole.
function readLargestExtent(view: DataView): Size | null {
  let largest: Size | null = null
  for (let at = 0; at + 16 <= view.byteLength; at++) {
    if (view.getUint32(at) !== ispe) continue
    const extent = { largeur: view.getUint32(at + 8), hauteur: view.getUint32(at + 12) }
    if (!largest || extent.largeur * extent.hauteur > largest.largeur * largest.hauteur) largest = extent
  }
  return largest
}

const [widthTag, heightTag, short] = [256, 257, 3]

function readTiff(view: DataView): Size | null {
  const littleEndian = view.getUint16(0) === 0x4949
  const directory = view.getUint32(4, littleEndian)
  const found = new Map<number, number>()
  const count = view.getUint16(directory, littleEndian)
  for (let at = directory + 2; at < directory + 2 + count * 12; at += 12) {
    const isShort = view.getUint16(at + 2, littleEndian) === short
    found.set(
      view.getUint16(at, littleEndian),
      isShort ? view.getUint16(at + 8, littleEndian) : view.getUint32(at + 8, littleEndian),
    )
    if (found.has(widthTag) && found.has(heightTag)) break
  }
  const [largeur, hauteur] = [found.get(widthTag), found.get(heightTag)]
  return largeur !== undefined && hauteur !== undefined ? { largeur, hauteur } : null
}
