import type { Cadre, Lecture, Lu } from '../../lecture/lecture'
import { mapLus } from '../../lecture/lus'
import type { Mot } from './mots'
import type { Placement } from './placement'

/** A word below this confidence is as likely wrong as right. */
const net = 75
const flou = 'Certains de ses signes sont peu nets.'

interface PageLue {
  lignes: readonly Mot[][]
  placement: Placement
}

/** Adds to the doubt of each value that stands on words recognised with little confidence. */
export function doubtFlous(lecture: Lecture, pages: readonly PageLue[]): Lecture {
  return mapLus(lecture, <L extends Lu<unknown>>(lu: L): L => {
    const page = lu.page === null ? undefined : pages[lu.page - 1]
    const { cadre } = lu
    if (!page || !cadre) return lu
    const { echelle } = page.placement
    const isFlou = page.lignes.some((mots) =>
      mots.some((mot) => mot.confiance < net && /\d/.test(mot.texte) && overlaps(mot, cadre, echelle)),
    )
    return isFlou ? { ...lu, doute: `${lu.doute ?? ''} ${flou}`.trim() } : lu
  })
}

/** Whether the middle of a word, in pixels, lies in a frame in points. */
function overlaps({ x, y, largeur, hauteur }: Cadre, cadre: Cadre, echelle: number): boolean {
  const [middle, centre] = [(x + largeur / 2) / echelle, (y + hauteur / 2) / echelle]
  return (
    middle >= cadre.x - 1 &&
    middle <= cadre.x + cadre.largeur + 1 &&
    centre >= cadre.y - 1 &&
    centre <= cadre.y + cadre.hauteur + 1
  )
}
