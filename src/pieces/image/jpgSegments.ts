export interface Segment {
  marker: number
  /** Where its contents start and end, after marker and length. */
  from: number
  to: number
}

const startOfScan = 0xda

/** A JPG's segments up to its compressed data, in order; stops at the first that is not whole. */
export function* jpgSegments(bytes: Uint8Array): Generator<Segment> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1)
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const to = at + 2 + view.getUint16(at + 2)
    if (marker === startOfScan || to < at + 4 || to > bytes.length) return
    yield { marker, from: at + 4, to }
    at = to
  }
}
