import type { Size } from './canvas'

/** The longer side of A4. */
const longest = 842

/** Size in points of the page that a picture, whatever its pixels, is taken for: what frames on it are measured in. */
export function pointsOf({ largeur, hauteur }: Size): Size {
  const scale = longest / Math.max(1, largeur, hauteur)
  return { largeur: largeur * scale, hauteur: hauteur * scale }
}
