import { readDensity, trueShape } from './density'
import { readOrientation } from './exif'
import { readImageStructure } from './imageStructure'
import { mendEnd } from './mendEnd'

export interface Size {
  largeur: number
  hauteur: number
}

/** Pixels that a picture may have to be decoded here: four bytes each. */
export const maxPixels = 64_000_000

export const isVast = ({ largeur, hauteur }: Size) => largeur * hauteur > maxPixels

/** A picture's pixels, upright, and the size that gives it its true shape where pixels are not square. */
export interface Picture {
  bitmap: ImageBitmap
  size: Size
}

/** Decodes a picture; or says why there is none. */
export async function decodePicture(
  octets: Blob,
  formatFichier: 'PNG' | 'JPG',
): Promise<Picture | 'illisible' | 'tropGrand'> {
  const bytes = new Uint8Array(await octets.arrayBuffer())
  const structure = readImageStructure(bytes, formatFichier)
  if (!structure || structure.largeur * structure.hauteur === 0) return 'illisible'
  if (isVast(structure)) return 'tropGrand'
  const whole = structure.complete || formatFichier === 'PNG' ? octets : await mendEnd(bytes)
  const bitmap = whole && (await createImageBitmap(whole, { imageOrientation: 'from-image' }).catch(() => null))
  return bitmap ? { bitmap, size: uprightShape(bytes, formatFichier, bitmap) } : 'illisible'
}

/** Of a bitmap that was turned upright: the size in whole square pixels. */
function uprightShape(bytes: Uint8Array, formatFichier: 'PNG' | 'JPG', { width, height }: ImageBitmap): Size {
  const { across, down } = readDensity(bytes, formatFichier)
  const isLying = formatFichier === 'JPG' && readOrientation(bytes) >= 5
  const shape = trueShape(
    { largeur: width, hauteur: height },
    isLying ? { across: down, down: across } : { across, down },
  )
  return { largeur: Math.round(shape.largeur), hauteur: Math.round(shape.hauteur) }
}

/** Draws pixels at a size, on white: what is transparent would turn black in a JPG. */
export function paint(bitmap: ImageBitmap, { largeur, hauteur }: Size): OffscreenCanvas {
  const canvas = new OffscreenCanvas(largeur, hauteur)
  // Without alpha the browser writes PNG with three channels, which a PDF takes as they are.
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('No 2d context')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, largeur, hauteur)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, largeur, hauteur)
  return canvas
}

/** `qualite` from 0 to 1. */
export const writeJpg = (canvas: OffscreenCanvas, qualite: number): Promise<Blob> =>
  canvas.convertToBlob({ type: 'image/jpeg', quality: qualite })
