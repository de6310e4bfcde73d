import type { PageVue } from './pages'

/** Dots per inch at which a page of a PDF is drawn, as most scans are made. */
export const pointsParPouce = 300
/** At which print is recognised best: fewer blur the signs, and larger ones are mistaken more often. */
const reconnus = 225

/** Pixels of the longer side of A4 at that resolution, and the most of any drawing. */
const [usual, most] = [2_631, 3_750]
/** A small picture gains by being magnified, but no more than so much. */
const magnified = 2

/** Pixels for one point at which a page is drawn for recognition. */
export function echelleOf({ dessin, largeur, hauteur }: Omit<PageVue, 'release'>): number {
  const points = Math.max(largeur, hauteur)
  const wanted = Math.min(most, Math.max(usual, (points * reconnus) / 72))
  return Math.min(wanted, magnified * Math.max(dessin.width, dessin.height)) / points
}
