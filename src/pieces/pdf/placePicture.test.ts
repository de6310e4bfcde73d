import { describe, expect, test } from 'vitest'
import type { Orientation } from '../image/exif'
import { a4, placePicture } from './placePicture'

const stored = { largeur: 1200, hauteur: 1600 }

/** Where a corner of the stored picture (0 to 1 from its left and its top) comes on the page, by the edges of what is shown. */
function cornerOf(orientation: Orientation, left: number, top: number): string {
  const { matrix, page } = placePicture(stored, orientation)
  const [a, b, c, d, e, f] = matrix
  const [x, y] = [left, 1 - top]
  const [shownX, shownY] = [a * x + c * y + e, b * x + d * y + f]
  return `${shownY > page.hauteur / 2 ? 'top' : 'bottom'} ${shownX < page.largeur / 2 ? 'left' : 'right'}`
}

describe('a picture on its page', () => {
  // EXIF 2.32 §4.6.4: where the first row and the first column of the stored picture are seen.
  test.each<[Orientation, string, string]>([
    [1, 'top left', 'top right'],
    [2, 'top right', 'top left'],
    [3, 'bottom right', 'bottom left'],
    [4, 'bottom left', 'bottom right'],
    [5, 'top left', 'bottom left'],
    [6, 'top right', 'bottom right'],
    [7, 'bottom right', 'top right'],
    [8, 'bottom left', 'top left'],
  ])('orientation %i: its first corner is %s, the end of its first row %s', (orientation, first, endOfRow) => {
    expect(cornerOf(orientation, 0, 0)).toBe(first)
    expect(cornerOf(orientation, 1, 0)).toBe(endOfRow)
  })

  test.each<[string, number, number, Orientation, boolean]>([
    ['tall', 1200, 1600, 1, false],
    ['wide', 1600, 1200, 1, true],
    ['stored wide, seen tall', 1600, 1200, 6, false],
    ['square', 500, 500, 1, false],
  ])('%s: the page lies %s', (_shape, largeur, hauteur, orientation, landscape) => {
    const { page } = placePicture({ largeur, hauteur }, orientation)
    expect(page.largeur > page.hauteur).toBe(landscape)
    expect(Math.max(page.largeur, page.hauteur)).toBe(a4.hauteur)
  })

  test.each([
    [10_000, 3_000],
    [3_000, 10_000],
    [60, 60],
    [1, 65_000],
  ])('%i × %i keeps its proportions inside the margins, at 150 dots per inch or more', (largeur, hauteur) => {
    for (const orientation of [1, 6] as const) {
      const { page, matrix } = placePicture({ largeur, hauteur }, orientation)
      const [a, b, c, d] = matrix
      const [width, height] = [Math.abs(a + c), Math.abs(b + d)]
      const seen = orientation === 6 ? hauteur / largeur : largeur / hauteur
      expect(width / height).toBeCloseTo(seen, 6)
      expect(width).toBeLessThanOrEqual(page.largeur - 36 + 1e-6)
      expect(height).toBeLessThanOrEqual(page.hauteur - 36 + 1e-6)
      expect(width / (orientation === 6 ? hauteur : largeur)).toBeLessThanOrEqual(72 / 150 + 1e-9)
    }
  })
})
