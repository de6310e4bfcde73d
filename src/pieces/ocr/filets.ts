import type { Gris } from './gris'

/** Shortest stroke that is a ruling, longer than any letter's; thickest, for what is thicker is a filled cell. In points. */
const [shortest, thickest] = [28, 3]
const dark = 170
/** Pixels by which a ruling may be broken, as noise and a slight lean leave it. */
const gap = 3
/** Pixels beside a ruling that are its grey edge. */
const edge = 2

/** The same page, with so many pixels for a point, without the rulings and frames whose cells a recogniser passes over. */
export function eraseFilets(page: Gris, echelle: number): Gris {
  const erased = page.points.slice()
  const { largeur, hauteur } = page
  const limits = { shortest: shortest * echelle, thickest: thickest * echelle }
  for (let y = 0; y < hauteur; y++)
    eraseRuns(page, erased, { from: y * largeur, step: 1, length: largeur, across: largeur, ...limits })
  for (let x = 0; x < largeur; x++)
    eraseRuns(page, erased, { from: x, step: largeur, length: hauteur, across: 1, ...limits })
  return { ...page, points: erased }
}

/** A row or column of a page: where it begins, how far its next point and the next row are, how many points it has. */
interface Row {
  from: number
  step: number
  length: number
  across: number
  shortest: number
  thickest: number
}

function eraseRuns({ points }: Gris, erased: Uint8Array, row: Row) {
  const { from, step, length, shortest } = row
  let start = -1
  let last = -1
  for (let index = 0; index <= length; index++) {
    if (index < length && (points[from + index * step] ?? 255) < dark) {
      if (start < 0) start = index
      last = index
    } else if (start >= 0 && (index - last > gap || index === length)) {
      if (last - start >= shortest)
        eraseRun(points, erased, { ...row, from: from + start * step, length: last - start + 1 })
      start = -1
    }
  }
}

/** Erases a ruling as thick as it is at each of its points, where that is thin: a letter that touches it stays. */
function eraseRun(points: Uint8Array, erased: Uint8Array, { from, step, length, across, thickest }: Row) {
  for (let index = 0; index < length; index++) {
    const at = from + index * step
    const [up, down] = [reachOf(points, at, -across, thickest), reachOf(points, at, across, thickest)]
    if (up + down + 1 > thickest) continue
    for (let row = -up - edge; row <= down + edge; row++) erased[at + row * across] = 255
  }
}

/** How many dark points follow one, counted no further than `most`. */
function reachOf(points: Uint8Array, at: number, step: number, most: number): number {
  let count = 0
  while (count <= most && (points[at + (count + 1) * step] ?? 255) < dark) count += 1
  return count
}
