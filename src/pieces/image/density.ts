import type { Size } from './canvas'
import { readExifDensity } from './exif'
import { jpgSegments } from './jpgSegments'

/** Dots to the same length across and down, in any unit: what tells the shape of a pixel. Equal: it is square. */
export interface Density {
  across: number
  down: number
}

export const squarePixels: Density = { across: 1, down: 1 }

/** Faxes go to four to one; what says more is a mistake, and its pixels are taken for square. */
const maxRatio = 4

/** The density that a PNG or JPG says of itself, as stored; square pixels when it says none that makes sense. */
export function readDensity(bytes: Uint8Array, formatFichier: 'PNG' | 'JPG'): Density {
  return settleDensity(formatFichier === 'PNG' ? readPhys(bytes) : (readJfif(bytes) ?? readExifDensity(bytes)))
}

/** A density that can be believed, else square pixels. */
export function settleDensity(density: Density | null): Density {
  if (!density) return squarePixels
  const ratio = density.across / density.down
  return ratio >= 1 / maxRatio && ratio <= maxRatio ? density : squarePixels
}

/** A picture's size in square pixels: the side with fewer dots to the inch is stretched, so that no detail is lost. */
export function trueShape({ largeur, hauteur }: Size, { across, down }: Density): Size {
  const dense = Math.max(across, down)
  return { largeur: (largeur * dense) / across, hauteur: (hauteur * dense) / down }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const [phys, idat] = [0x70485973, 0x49444154]

/** PNG's own chunk (PNG §11.3.4.3), which stands before the pixels. */
function readPhys(bytes: Uint8Array): Density | null {
  const view = viewOf(bytes)
  for (let at = 8; at + 16 <= bytes.length; at += 12 + view.getUint32(at)) {
    const type = view.getUint32(at + 4)
    if (type === phys) return { across: view.getUint32(at + 8), down: view.getUint32(at + 12) }
    if (type === idat) return null
  }
  return null
}

const app0 = 0xe0

/** JFIF's first segment (JFIF 1.02): its units are told, but do not matter to a shape. */
function readJfif(bytes: Uint8Array): Density | null {
  const view = viewOf(bytes)
  for (const { marker, from, to } of jpgSegments(bytes)) {
    if (marker !== app0 || to - from < 12 || view.getUint32(from) !== 0x4a464946) continue
    return { across: view.getUint16(from + 8), down: view.getUint16(from + 10) }
  }
  return null
}
