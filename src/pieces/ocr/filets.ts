import type { Gris } from './gris'

/** Shortest stroke that is a ruling, longer than any letter's; thickest, for what is thicker is a filled cell. In points. */
const [shortest, thickest] = [28, 3]
const dark = 170
/** Pixels by which a ruling may be broken, as noise and a slight lean leave it. */
const gap = 3
/** Pixels beside a ruling that are its grey edge. */
const edge = 2

/** An upright ruling of a page, in its pixels. */
export interface Trait {
  x: number
  haut: number
  bas: number
}

/** A page without its rulings, and those that stood upright in it: they part the cells of its tables. */
export interface PageSansFilets {
  gris: Gris
  traits: readonly Trait[]
}

/** The same page, with so many pixels for a point, without the rulings and frames whose cells a recogniser passes over. */
export function eraseFilets(page: Gris, echelle: number): PageSansFilets {
  const erased = page.points.slice()
  const { largeur, hauteur } = page
  const traits: Trait[] = []
  const marks = new Uint8Array(erased.length)
  const limits = { shortest: shortest * echelle, thickest: thickest * echelle, erased, marks }
  for (let y = 0; y < hauteur; y++)
    eraseRuns(page, { from: y * largeur, step: 1, length: largeur, across: largeur, ...limits })
  for (let x = 0; x < largeur; x++)
    eraseRuns(page, { from: x, step: largeur, length: hauteur, across: 1, ...limits }, (from, length) =>
      traits.push({ x, haut: from, bas: from + length }),
    )
  eraseCrossings({ ...page, points: erased }, marks, Math.ceil(limits.thickest / 2) + edge + 1)
  return { gris: { ...page, points: erased }, traits: traits.slice(0, 20_000) }
}

/** A row or column of a page: where it begins, how far its next point and the next row are, how many points it has. */
interface Row {
  from: number
  step: number
  length: number
  across: number
  shortest: number
  thickest: number
  erased: Uint8Array
  /** How many rulings go through a point that is too thick to be erased with either. */
  marks: Uint8Array
}

function eraseRuns({ points }: Gris, row: Row, tell?: (from: number, length: number) => void) {
  const { from, step, length, shortest } = row
  let start = -1
  let last = -1
  for (let index = 0; index <= length; index++) {
    if (index < length && (points[from + index * step] ?? 255) < dark) {
      if (start < 0) start = index
      last = index
    } else if (start >= 0 && (index - last > gap || index === length)) {
      if (last - start >= shortest) {
        const length = last - start + 1
        const thin = eraseRun(points, { ...row, from: from + start * step, length })
        if (thin > length / 2) tell?.(start, length)
      }
      start = -1
    }
  }
}

/**
 * Erases a ruling as thick as it is at each of its points, where that is thin: a letter that touches it stays. Gives how
 * many of its points were.
 */
function eraseRun(points: Uint8Array, { from, step, length, across, thickest, erased, marks }: Row): number {
  let thin = 0
  for (let index = 0; index < length; index++) {
    const at = from + index * step
    const [up, down] = [reachOf(points, at, -across, thickest), reachOf(points, at, across, thickest)]
    if (up + down + 1 > thickest) {
      marks[at] = (marks[at] ?? 0) + 1
      continue
    }
    thin += 1
    for (let row = -up - edge; row <= down + edge; row++) erased[at + row * across] = 255
  }
  return thin
}

/** Erases what is left where two rulings met, when nothing else is around it: specks beside words are read as signs. */
function eraseCrossings({ largeur, hauteur, points }: Gris, marks: Uint8Array, reach: number) {
  const isAlone = (x: number, y: number) => {
    for (let along = -reach; along <= reach; along++)
      for (const [dx, dy] of [
        [along, -reach],
        [along, reach],
        [-reach, along],
        [reach, along],
      ] as const) {
        const [column, row] = [x + dx, y + dy]
        const inside = column >= 0 && column < largeur && row >= 0 && row < hauteur
        if (inside && (points[row * largeur + column] ?? 255) < dark) return false
      }
    return true
  }
  for (let at = 0; at < marks.length; at++) {
    if ((marks[at] ?? 0) < 2 || (points[at] ?? 255) >= dark) continue
    const [x, y] = [at % largeur, Math.floor(at / largeur)]
    if (!isAlone(x, y)) continue
    for (let row = Math.max(0, y - reach); row <= Math.min(hauteur - 1, y + reach); row++)
      points.fill(255, row * largeur + Math.max(0, x - reach), row * largeur + Math.min(largeur, x + reach + 1))
  }
}

/** How many dark points follow one, counted no further than `most`. */
function reachOf(points: Uint8Array, at: number, step: number, most: number): number {
  let count = 0
  while (count <= most && (points[at + (count + 1) * step] ?? 255) < dark) count += 1
  return count
}
