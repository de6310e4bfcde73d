import type { Size } from '../image/canvas'

/** How the rows of an uncompressed image are written: bytes a pixel, and whether PNG's filters stand before each row. */
export interface Rows extends Size {
  canaux: 1 | 3
  filtered: boolean
}

/** Bytes that such rows have. */
export const rowsLength = ({ largeur, hauteur, canaux, filtered }: Rows) =>
  (largeur * canaux + (filtered ? 1 : 0)) * hauteur

/** Pixels with alpha from rows of greys or of red, green and blue; null when they are not what was declared. */
export function readRows(bytes: Uint8Array, rows: Rows): Uint8ClampedArray<ArrayBuffer> | null {
  const { largeur, hauteur, canaux, filtered } = rows
  if (bytes.length < rowsLength(rows)) return null
  const width = largeur * canaux
  const pixels = new Uint8ClampedArray(largeur * hauteur * 4).fill(255)
  let above: Uint8Array = new Uint8Array(width)
  for (let y = 0; y < hauteur; y++) {
    const from = y * (width + (filtered ? 1 : 0))
    const row = filtered
      ? unfilter(bytes.slice(from + 1, from + 1 + width), above, canaux, bytes[from])
      : bytes.subarray(from, from + width)
    if (!row) return null
    spread(row, pixels, y * largeur * 4, canaux)
    above = row
  }
  return pixels
}

function spread(row: Uint8Array, pixels: Uint8ClampedArray, start: number, canaux: 1 | 3) {
  for (let at = 0, to = start; at < row.length; at += canaux, to += 4) {
    pixels[to] = row[at] ?? 0
    pixels[to + 1] = row[canaux === 1 ? at : at + 1] ?? 0
    pixels[to + 2] = row[canaux === 1 ? at : at + 2] ?? 0
  }
}

type Predictor = (left: number, up: number, upLeft: number) => number

// The filters of PNG (ISO 15948 §9), by their number.
const predictors: readonly Predictor[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, upLeft) => {
    const estimate = left + up - upLeft
    const [byLeft, byUp, byBoth] = [left, up, upLeft].map((value) => Math.abs(estimate - value))
    if (byLeft === undefined || byUp === undefined || byBoth === undefined) return 0
    return byLeft <= byUp && byLeft <= byBoth ? left : byUp <= byBoth ? up : upLeft
  },
]

function unfilter(row: Uint8Array, above: Uint8Array, step: number, filter: number | undefined): Uint8Array | null {
  const predict = predictors[filter ?? -1]
  if (!predict) return null
  if (filter === 0) return row
  for (let at = 0; at < row.length; at++) {
    const [left, up, upLeft] = [row[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0]
    row[at] = (row[at] ?? 0) + predict(left, up, upLeft)
  }
  return row
}

/** Inflates zlib bytes, at most `limit` of them; null when they are broken or more than that. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array | null> {
  const whole = new Uint8Array(limit)
  let length = 0
  try {
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return whole.subarray(0, length)
      if (length + value.length > limit) {
        await reader.cancel()
        return null
      }
      whole.set(value, length)
      length += value.length
    }
  } catch {
    return null
  }
}
