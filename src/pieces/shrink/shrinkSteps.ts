import type { Size } from '../image/canvas'

/** One attempt: dots per inch of an A4 page, and quality of the JPG from 0 to 1. */
export interface Qualite {
  ppp: number
  qualite: number
}

/** Attempts in order; small print stays readable down to the last, under which a document is not shrunk. */
export const qualites: readonly Qualite[] = [
  { ppp: 200, qualite: 0.82 },
  { ppp: 150, qualite: 0.82 },
  { ppp: 150, qualite: 0.68 },
  { ppp: 150, qualite: 0.52 },
  { ppp: 130, qualite: 0.5 },
  { ppp: 110, qualite: 0.45 },
]

const a4Points = 841.89
/** Browsers draw no longer canvas. */
const maxSide = 16_000
const a3Points = 1190.55

/** Longest side of a page in points, for counting dots; scanners that write pixels as points mean an A4. */
export const longSide = ({ largeur, hauteur }: Size): number => {
  const longest = Math.max(largeur, hauteur)
  return longest > a3Points + 1 ? a4Points : longest
}

/**
 * Pixels to keep of a picture that fills a page of that long side, in points. A long receipt keeps the width of a page:
 * its letters are no larger for its being long. Never enlarged.
 */
export function fitSize({ largeur, hauteur }: Size, ppp: number, pointsLong = a4Points): Size {
  const long = (pointsLong / 72) * ppp
  const short = long / Math.SQRT2
  const longest = Math.max(largeur, hauteur)
  const scale = Math.min(1, maxSide / longest, Math.max(long / longest, short / Math.min(largeur, hauteur)))
  return { largeur: Math.max(1, Math.round(largeur * scale)), hauteur: Math.max(1, Math.round(hauteur * scale)) }
}
