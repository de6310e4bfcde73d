import type { Size } from '../image/canvas'
import type { Orientation } from '../image/exif'

/** A matrix as PDF writes it (ISO 32000-1 §8.3.4): x’ = ax + cy + e, y’ = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

// What turns the unit square of the stored picture, y upwards, into the same square with the picture upright.
const upright: Record<Orientation, Matrix> = {
  1: [1, 0, 0, 1, 0, 0],
  2: [-1, 0, 0, 1, 1, 0],
  3: [-1, 0, 0, -1, 1, 1],
  4: [1, 0, 0, -1, 0, 1],
  5: [0, -1, -1, 0, 1, 1],
  6: [0, -1, 1, 0, 0, 1],
  7: [0, 1, 1, 0, 0, 0],
  8: [0, 1, -1, 0, 1, 0],
}

/** A4 upright, in points. */
export const a4: Size = { largeur: 595.28, hauteur: 841.89 }
const margin = 18
/** A pixel is never shown larger than on a page of 150 dots per inch. */
const maxPoints = 72 / 150

const isLying = (orientation: Orientation) => orientation >= 5

/** Where a picture of that many stored, square pixels stands on a page of its own: A4 by its shape, upright, centred. */
export function placePicture(stored: Size, orientation: Orientation): { page: Size; matrix: Matrix } {
  const [width, height] = isLying(orientation) ? [stored.hauteur, stored.largeur] : [stored.largeur, stored.hauteur]
  const page = width > height ? { largeur: a4.hauteur, hauteur: a4.largeur } : a4
  const scale = Math.min(maxPoints, (page.largeur - 2 * margin) / width, (page.hauteur - 2 * margin) / height)
  const [shownWidth, shownHeight] = [width * scale, height * scale]
  const [x, y] = [(page.largeur - shownWidth) / 2, (page.hauteur - shownHeight) / 2]
  const [a, b, c, d, e, f] = upright[orientation]
  return {
    page,
    matrix: [a * shownWidth, b * shownHeight, c * shownWidth, d * shownHeight, x + e * shownWidth, y + f * shownHeight],
  }
}
