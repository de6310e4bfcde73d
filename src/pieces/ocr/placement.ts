import type { Cadre } from '../../lecture/lecture'

/** How an upright drawing of a page was made of the page as displayed. */
export interface Placement {
  /** The page as displayed, in points. */
  page: { largeur: number; hauteur: number }
  /** Degrees clockwise by which its text lies. */
  degres: number
  /** Pixels of the drawing for one point. */
  echelle: number
}

interface Size {
  largeur: number
  hauteur: number
}

const turnOf = (degres: number) => {
  const radians = (degres * Math.PI) / 180
  return { cos: Math.cos(radians), sin: Math.sin(radians) }
}

/** Pixels of the upright drawing: room for all of the page. */
export function sizeOf({ page, degres, echelle }: Placement): Size {
  const { cos, sin } = turnOf(degres)
  const across = (along: number, other: number) => Math.abs(along * cos) + Math.abs(other * sin)
  return {
    largeur: Math.max(1, Math.round(across(page.largeur, page.hauteur) * echelle)),
    hauteur: Math.max(1, Math.round(across(page.hauteur, page.largeur) * echelle)),
  }
}

/** The size of the upright drawing in points: the page that its text is placed on. */
export function uprightSize(placement: Placement): Size {
  const { largeur, hauteur } = sizeOf(placement)
  return { largeur: largeur / placement.echelle, hauteur: hauteur / placement.echelle }
}

/** A frame of the upright page → the smallest upright frame around it on the page as displayed, both in points. */
export function frameOnPage(cadre: Cadre, placement: Placement): Cadre {
  const { cos, sin } = turnOf(placement.degres)
  const upright = uprightSize(placement)
  const corners = [cadre.x, cadre.x + cadre.largeur].flatMap((x) =>
    [cadre.y, cadre.y + cadre.hauteur].map((y) => {
      const [dx, dy] = [x - upright.largeur / 2, y - upright.hauteur / 2]
      return {
        x: dx * cos - dy * sin + placement.page.largeur / 2,
        y: dx * sin + dy * cos + placement.page.hauteur / 2,
      }
    }),
  )
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: top, largeur: Math.max(...xs) - left, hauteur: Math.max(...ys) - top }
}
