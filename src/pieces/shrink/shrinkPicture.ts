import { decodePicture, paint, writeJpg, type Size } from '../image/canvas'
import { toGreyRows, writeGreyPng } from './shrinkGrey'
import { qualites, fitSize } from './shrinkSteps'

export type Allegee = { octets: Blob; formatFichier: 'PNG' | 'JPG' } | 'illisible' | 'tropGrand' | 'tropGros'

/** Dots per inch at which black text is first tried as a PNG, which keeps it sharp. */
const greySteps = [300, 200]

/** A picture, upright, in at most `cible` bytes. */
export async function shrinkPicture(
  octets: Blob,
  formatFichier: 'PNG' | 'JPG',
  cible: number,
  onProgress: (share: number) => void,
): Promise<Allegee> {
  const picture = await decodePicture(octets, formatFichier)
  if (typeof picture === 'string') return picture
  const { bitmap, size } = picture
  try {
    const png = formatFichier === 'PNG' ? await tryGreys(bitmap, size, cible) : null
    if (png) return { octets: png, formatFichier: 'PNG' }
    for (const [rank, { ppp, qualite }] of qualites.entries()) {
      onProgress((rank + 1) / (qualites.length + 1))
      const jpg = await writeJpg(paint(bitmap, fitSize(size, ppp)), qualite)
      if (jpg.size <= cible) return { octets: jpg, formatFichier: 'JPG' }
    }
    return 'tropGros'
  } finally {
    bitmap.close()
  }
}

async function tryGreys(bitmap: ImageBitmap, size: Size, cible: number): Promise<Blob | null> {
  for (const ppp of greySteps) {
    const fitted = fitSize(size, ppp)
    const pixels = paint(bitmap, fitted).getContext('2d')?.getImageData(0, 0, fitted.largeur, fitted.hauteur)
    const rows = pixels && toGreyRows(pixels.data, fitted)
    if (!rows) return null
    const png = await writeGreyPng(rows, fitted)
    if (png.size <= cible) return png
  }
  return null
}
