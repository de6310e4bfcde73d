import type { Cadre, Lecture, Lu, TextePage } from './lecture'
import { mapLus } from './lus'

/** Quarter turns clockwise by which the text of a page lies, as displayed: 0 upright, 1 reads downwards, 3 upwards. */
export type Quarts = 0 | 1 | 2 | 3

/** A vector of the displayed page → by how many quarter turns text that runs along it lies; null when it runs aslant. */
export function quartsOf(dx: number, dy: number): Quarts | null {
  const [along, across] = [Math.abs(dx), Math.abs(dy)]
  if (Math.min(along, across) > 0.2 * Math.max(along, across)) return null
  if (along >= across) return dx >= 0 ? 0 : 2
  return dy > 0 ? 1 : 3
}

/** A point of the displayed page → where it stands once the page is turned so that its text reads upright. */
export function turnUpright(
  [x, y]: readonly [number, number],
  { largeur, hauteur, quarts = 0 }: Taille,
): [number, number] {
  if (quarts === 1) return [y, largeur - x]
  if (quarts === 2) return [largeur - x, hauteur - y]
  return quarts === 3 ? [hauteur - y, x] : [x, y]
}

type Taille = Pick<TextePage, 'largeur' | 'hauteur' | 'quarts'>

/** A frame of the upright page → the same on the page as displayed. */
export function turnBack(cadre: Cadre, { largeur, hauteur, quarts = 0 }: Taille): Cadre {
  const { x, y, largeur: width, hauteur: height } = cadre
  if (quarts === 1) return { x: largeur - y - height, y: x, largeur: height, hauteur: width }
  if (quarts === 2) return { ...cadre, x: largeur - x - width, y: hauteur - y - height }
  return quarts === 3 ? { x: y, y: hauteur - x - width, largeur: height, hauteur: width } : cadre
}

/** All frames of a reading, on the pages as displayed. */
export function turnLecture(lecture: Lecture, pages: readonly TextePage[]): Lecture {
  if (pages.every(({ quarts = 0 }) => quarts === 0)) return lecture
  const turn = <L extends Lu<unknown>>(lu: L): L => {
    const page = lu.page === null ? undefined : pages[lu.page - 1]
    return page && lu.cadre ? { ...lu, cadre: turnBack(lu.cadre, page) } : lu
  }
  return mapLus(lecture, turn)
}
