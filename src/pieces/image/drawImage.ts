import { decodePicture } from './canvas'

/** Pixels that a side of a drawn page has at the most. */
export const pageSide = 3_000

/** A picture turned upright, on white, at most `side` pixels wide and in proportion; null when it is too vast to decode. */
export async function drawImage(
  octets: Blob,
  formatFichier: 'PNG' | 'JPG',
  side: number,
): Promise<OffscreenCanvas | null> {
  const picture = await decodePicture(octets, formatFichier)
  if (typeof picture === 'string') return null
  const { bitmap, size } = picture
  const scale = Math.min(1, side / size.largeur, pageSide / size.hauteur)
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(size.largeur * scale)),
    Math.max(1, Math.round(size.hauteur * scale)),
  )
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }
  bitmap.close()
  return canvas
}
