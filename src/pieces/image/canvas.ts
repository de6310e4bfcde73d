import { readImageStructure } from './imageStructure'

export interface Size {
  largeur: number
  hauteur: number
}

/** Pixels that a picture may have to be decoded here: four bytes each. */
export const maxPixels = 64_000_000

export const isVast = ({ largeur, hauteur }: Size) => largeur * hauteur > maxPixels

/** A picture's pixels, upright; or why there are none. */
export async function decodePicture(
  octets: Blob,
  formatFichier: 'PNG' | 'JPG',
): Promise<ImageBitmap | 'illisible' | 'tropGrand'> {
  const structure = readImageStructure(new Uint8Array(await octets.arrayBuffer()), formatFichier)
  if (!structure || structure.largeur * structure.hauteur === 0) return 'illisible'
  if (isVast(structure)) return 'tropGrand'
  return createImageBitmap(octets, { imageOrientation: 'from-image' }).catch(() => 'illisible' as const)
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
