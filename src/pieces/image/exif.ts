import { jpgSegments } from './jpgSegments'

/** How a picture is stored, after EXIF: 1 upright, 3 upside down, 6 and 8 lying, 2, 4, 5 and 7 mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const app1 = 0xe1
const orientationTag = 0x0112
const [short, long] = [3, 4]
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
  for (const { marker, from, to } of jpgSegments(jpg)) {
    if (marker !== app1 || to - from < 14) continue
    if (String.fromCharCode(...jpg.subarray(from, from + 6)) !== 'Exif\0\0') continue
    return findInTiff(jpg, from + 6, to)
  }
  return null
}

/** First directory of a TIFF structure, which is what EXIF is. */
function findInTiff(bytes: Uint8Array, start: number, end: number): Found | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, end)
  const order = view.getUint16(start)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const littleEndian = order === 0x4949
  const directory = start + view.getUint32(start + 4, littleEndian)
  if (directory + 2 > end) return null
  const count = Math.min(view.getUint16(directory, littleEndian), entriesMax)
  for (let at = directory + 2; at + 12 <= end && at < directory + 2 + count * 12; at += 12) {
    if (view.getUint16(at, littleEndian) !== orientationTag) continue
    const type = view.getUint16(at + 2, littleEndian)
    // Written as a long by some tools: its low half is where a short would be in one byte order only.
    const value = type === short ? at + 8 : type === long ? at + (littleEndian ? 8 : 10) : null
    const orientation = value === null ? 0 : view.getUint16(value, littleEndian)
    return value !== null && isOrientation(orientation) ? { orientation, at: value, littleEndian } : null
  }
  return null
}
