import type { Size } from '../image/canvas'
import type { Orientation } from '../image/exif'

/** One picture of a TIFF, its strips still compressed as they stand in the file. */
export interface PageTiff extends Size {
  /** Bits of a sample, and samples of a pixel. */
  bits: number
  canaux: number
  compression: number
  photometric: number
  predictor: number
  /** Options of fax compression, and whether bits stand in the reverse order. */
  faxOptions: number
  reversed: boolean
  orientation: Orientation
  /** Dots per inch across and down; 0 when it says none. */
  ppp: readonly [across: number, down: number]
  rowsPerStrip: number
  strips: Uint8Array[]
  /** Sixteen-bit red, green and blue of each colour; tables that its JPG strips share. */
  palette: number[]
  jpegTables: Uint8Array | null
}

const tags = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripLengths: 279,
  across: 282,
  down: 283,
  planar: 284,
  faxOptions: 292,
  unit: 296,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  jpegTables: 347,
}

const maxPages = 300
const maxValues = 20_000
const known = new Set<number>(Object.values(tags))
const centimetre = 3

/** The pictures of a TIFF in their order; null when one is written in a way that is not known here. */
export function readTiff(bytes: Uint8Array): PageTiff[] | null {
  try {
    return readDirectories(bytes)
  } catch (error) {
    // An offset that leads out of the file.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whether a TIFF has one picture: a browser that draws TIFF shows its first alone. False when its directory is damaged. */
export function hasOnePage(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const littleEndian = view.getUint16(0) === 0x4949
    const first = view.getUint32(4, littleEndian)
    return view.getUint32(first + 2 + view.getUint16(first, littleEndian) * 12, littleEndian) === 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function readDirectories(bytes: Uint8Array): PageTiff[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const littleEndian = view.getUint16(0) === 0x4949
  const pages: PageTiff[] = []
  // Strips that overlap would make gigabytes of a small file.
  let left = bytes.length
  for (let at = view.getUint32(4, littleEndian); at !== 0;) {
    if (pages.length === maxPages) return null
    const count = view.getUint16(at, littleEndian)
    const entries = new Map<number, number[]>()
    for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
      const tag = view.getUint16(entry, littleEndian)
      if (known.has(tag) && !entries.has(tag)) entries.set(tag, readValues(view, entry, littleEndian))
    }
    const page = readPage(bytes, entries)
    left -= page?.strips.reduce((sum, { length }) => sum + length + 1, 0) ?? 0
    if (!page || left < 0) return null
    pages.push(page)
    at = view.getUint32(at + 2 + count * 12, littleEndian)
  }
  return pages.length > 0 ? pages : null
}

// Bytes of a value, by its type: byte, text, short, long, fraction (TIFF 6.0 format §2); 7 is undefined bytes.
const sizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 }

function readValues(view: DataView, entry: number, littleEndian: boolean): number[] {
  const [type, count] = [view.getUint16(entry + 2, littleEndian), view.getUint32(entry + 4, littleEndian)]
  const size = sizes[type]
  if (size === undefined || count > maxValues) return []
  const from = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, littleEndian)
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * size
    if (size === 1) return view.getUint8(at)
    if (size === 2) return view.getUint16(at, littleEndian)
    if (size === 4) return view.getUint32(at, littleEndian)
    return view.getUint32(at, littleEndian) / view.getUint32(at + 4, littleEndian)
  })
}

function readPage(bytes: Uint8Array, entries: ReadonlyMap<number, number[]>): PageTiff | null {
  const one = (tag: number, otherwise: number) => entries.get(tag)?.[0] ?? otherwise
  const [largeur, hauteur] = [one(tags.width, 0), one(tags.height, 0)]
  const offsets = entries.get(tags.stripOffsets) ?? []
  const lengths = entries.get(tags.stripLengths) ?? []
  const rowsPerStrip = Math.min(one(tags.rowsPerStrip, hauteur), hauteur)
  const bits = entries.get(tags.bits) ?? [1]
  if (largeur === 0 || hauteur === 0 || entries.has(tags.tileWidth) || one(tags.planar, 1) !== 1) return null
  if (rowsPerStrip === 0 || offsets.length !== Math.ceil(hauteur / rowsPerStrip)) return null
  if (offsets.some((from, rank) => from + (lengths[rank] ?? Infinity) > bytes.length)) return null
  if (new Set(bits).size !== 1) return null
  const tables = entries.get(tags.jpegTables)
  const perUnit = one(tags.unit, 2) === centimetre ? 2.54 : 1
  return {
    largeur,
    hauteur,
    bits: bits[0] ?? 1,
    canaux: one(tags.samples, 1),
    compression: one(tags.compression, 1),
    photometric: one(tags.photometric, 0),
    predictor: one(tags.predictor, 1),
    faxOptions: one(tags.faxOptions, 0),
    reversed: one(tags.fillOrder, 1) === 2,
    orientation: asOrientation(one(tags.orientation, 1)),
    ppp: [one(tags.across, 0) * perUnit, one(tags.down, 0) * perUnit],
    rowsPerStrip,
    strips: offsets.map((from, rank) => bytes.subarray(from, from + (lengths[rank] ?? 0))),
    palette: entries.get(tags.palette) ?? [],
    jpegTables: tables ? Uint8Array.from(tables) : null,
  }
}

const orientations = [1, 2, 3, 4, 5, 6, 7, 8] as const
const asOrientation = (value: number): Orientation => orientations.find((known) => known === value) ?? 1
