/** What a picture's own bytes say of it: pixels, and whether its end is there. */
export interface ImageStructure {
  largeur: number
  hauteur: number
  complete: boolean
}

/**
 * Reads a PNG's or JPG's structure without decoding it: a browser draws a truncated picture grey without an error, and a
 * small file can declare gigabytes of pixels. Null when the structure is not even begun.
 */
export const readImageStructure = (bytes: Uint8Array, formatFichier: 'PNG' | 'JPG'): ImageStructure | null =>
  formatFichier === 'PNG' ? readPng(bytes) : readJpg(bytes)

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const chunkHeader = 8
const chunkOverhead = 12
const [header, end] = [0x49484452, 0x49454e44]

function readPng(bytes: Uint8Array): ImageStructure | null {
  const view = viewOf(bytes)
  const signature = 8
  if (bytes.length < signature + chunkOverhead + 13 || view.getUint32(12) !== header) return null
  const size = { largeur: view.getUint32(16), hauteur: view.getUint32(20) }
  for (let at = signature; at + chunkHeader <= bytes.length; at += chunkOverhead + view.getUint32(at))
    if (view.getUint32(at + 4) === end) return { ...size, complete: at + chunkOverhead <= bytes.length }
  return { ...size, complete: false }
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
const startOfScan = 0xda

function readJpg(bytes: Uint8Array): ImageStructure | null {
  const view = viewOf(bytes)
  let size: { largeur: number; hauteur: number } | null = null
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1)
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) size = { hauteur: view.getUint16(at + 5), largeur: view.getUint16(at + 7) }
    if (marker === startOfScan) return size && { ...size, complete: hasEndMarker(bytes, at) }
    at += 2 + view.getUint16(at + 2)
  }
  return size && { ...size, complete: false }
}

// Inside compressed data 0xff is always followed by 0x00 or a restart marker, so FF D9 after the scan is the true end.
function hasEndMarker(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at > from; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}
