import type { PageVue } from './pages'

/** Dots per inch at which print is recognised best: fewer blur the signs, more only cost time. */
export const pointsParPouce = 300

/** Pixels of the longer side of A4 at that resolution, and the most of any drawing. */
const [usual, most] = [3_508, 5_000]
/** A small picture gains by being magnified, but no more than so much. */
const magnified = 2

/** Pixels for one point at which a page is drawn for recognition. */
export function echelleOf({ dessin, largeur, hauteur }: Omit<PageVue, 'release'>): number {
  const points = Math.max(largeur, hauteur)
  const wanted = Math.min(most, Math.max(usual, (points * pointsParPouce) / 72))
  return Math.min(wanted, magnified * Math.max(dessin.width, dessin.height)) / points
}
