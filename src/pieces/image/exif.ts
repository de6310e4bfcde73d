import { jpgSegments } from './jpgSegments'

/** How a picture is stored, after EXIF: 1 upright, 3 upside down, 6 and 8 lying, 2, 4, 5 and 7 mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const app1 = 0xe1
const [orientationTag, acrossTag, downTag] = [0x0112, 0x011a, 0x011b]
const [short, long, fraction] = [3, 4, 5]
const entriesMax = 500

const isOrientation = (value: number): value is Orientation => Number.isInteger(value) && value >= 1 && value <= 8

/** Orientation of a JPG; 1 when it says none that makes sense. */
export const readOrientation = (jpg: Uint8Array): Orientation => findOrientation(jpg)?.orientation ?? 1

/** The same JPG with its orientation unsaid, for readers that ignore it as PDF does. */
export function dropOrientation(jpg: Uint8Array): Uint8Array {
  const found = findOrientation(jpg)
  if (!found || found.orientation === 1) return jpg
  const copy = jpg.slice()
  new DataView(copy.buffer).setUint16(found.at, 1, found.littleEndian)
  return copy
}

interface Found {
  orientation: Orientation
  /** Where its two bytes stand. */
  at: number
  littleEndian: boolean
}

function findOrientation(jpg: Uint8Array): Found | null {
  for (const { tag, type, at, view, littleEndian } of exifEntries(jpg)) {
    if (tag !== orientationTag) continue
    // Written as a long by some tools: its low half is where a short would be in one byte order only.
    const value = type === short ? at : type === long ? at + (littleEndian ? 0 : 2) : null
    const orientation = value === null ? 0 : view.getUint16(value, littleEndian)
    return value !== null && isOrientation(orientation) ? { orientation, at: value, littleEndian } : null
  }
  return null
}

/** Dots to the same length across and down, as EXIF says them; null when it does not say both. */
export function readExifDensity(jpg: Uint8Array): { across: number; down: number } | null {
  const found = new Map<number, number>()
  for (const { tag, type, at, start, view, littleEndian } of exifEntries(jpg)) {
    if ((tag !== acrossTag && tag !== downTag) || type !== fraction) continue
    const value = start + view.getUint32(at, littleEndian)
    if (value + 8 > view.byteLength) continue
    found.set(tag, view.getUint32(value, littleEndian) / view.getUint32(value + 4, littleEndian))
  }
  const [across, down] = [found.get(acrossTag), found.get(downTag)]
  return across !== undefined && down !== undefined ? { across, down } : null
}

/** One entry of EXIF's first directory. */
interface Entree {
  tag: number
  type: number
  /** Where its value stands, or the offset of it from `start`. */
  at: number
  start: number
  view: DataView
  littleEndian: boolean
}

function* exifEntries(jpg: Uint8Array): Generator<Entree> {
  for (const { marker, from, to } of jpgSegments(jpg)) {
    if (marker !== app1 || to - from < 14) continue
    if (String.fromCharCode(...jpg.subarray(from, from + 6)) !== 'Exif\0\0') continue
    yield* tiffEntries(jpg, from + 6, to)
    return
  }
}

/** Entries of the first directory of a TIFF structure, which is what EXIF is. */
function* tiffEntries(bytes: Uint8Array, start: number, end: number): Generator<Entree> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, end)
  const order = view.getUint16(start)
  if (order !== 0x4949 && order !== 0x4d4d) return
  const littleEndian = order === 0x4949
  const directory = start + view.getUint32(start + 4, littleEndian)
  if (directory + 2 > end) return
  const count = Math.min(view.getUint16(directory, littleEndian), entriesMax)
  for (let at = directory + 2; at + 12 <= end && at < directory + 2 + count * 12; at += 12) {
    const [tag, type] = [view.getUint16(at, littleEndian), view.getUint16(at + 2, littleEndian)]
    yield { tag, type, at: at + 8, start, view, littleEndian }
  }
}
