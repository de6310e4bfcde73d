import { shrinkGris, type Gris } from './gris'

/** How the text of a page lies: quarter turns clockwise (0 or 1: which way up is not told), then degrees clockwise. */
export interface Inclinaison {
  quarts: 0 | 1
  degres: number
}

/** Pixels across at which lines of print still are lines. */
const across = 1_000
const most = 7
const coarse = 0.25
const fine = 0.05

/** Finds the lean at which the dark points of a page fall into the sharpest rows. */
export function findInclinaison(page: Gris): Inclinaison {
  const small = shrinkGris(page, Math.max(1, Math.round(Math.min(page.largeur, page.hauteur) / across)))
  const ink = findInk(small)
  if (ink.x.length < 200) return { quarts: 0, degres: 0 }
  const turned = { x: ink.y, y: ink.x.map((x) => small.largeur - 1 - x), reach: ink.reach }
  const [rows, columns] = [sharpest(ink), sharpest(turned)]
  return rows.score >= columns.score ? { quarts: 0, degres: rows.degres } : { quarts: 1, degres: columns.degres }
}

interface Ink {
  x: Int32Array
  y: Int32Array
  /** Longest distance in the page. */
  reach: number
}

interface Sharpness {
  degres: number
  score: number
}

function sharpest(ink: Ink): Sharpness {
  let best: Sharpness = { degres: 0, score: scoreAt(ink, 0) }
  const tryAll = (from: number, to: number, step: number) => {
    for (let degres = from; degres <= to + step / 2; degres += step) {
      const score = scoreAt(ink, degres)
      if (score > best.score) best = { degres, score }
    }
  }
  tryAll(-most, most, coarse)
  const { degres } = best
  tryAll(degres - coarse, degres + coarse, fine)
  // A page without lines is as sharp at every lean.
  return Math.abs(best.degres) < fine ? { ...best, degres: 0 } : best
}

/** How much the ink of a row differs from that of the next, rows leaning by so many degrees. */
function scoreAt({ x, y, reach }: Ink, degres: number): number {
  const [cos, sin] = [Math.cos((degres * Math.PI) / 180), Math.sin((degres * Math.PI) / 180)]
  const rows = new Int32Array(2 * reach + 2)
  for (let at = 0; at < x.length; at++) {
    const row = Math.round((y[at] ?? 0) * cos - (x[at] ?? 0) * sin) + reach
    rows[row] = (rows[row] ?? 0) + 1
  }
  let score = 0
  for (let row = 1; row < rows.length; row++) score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return score
}

const cell = 32
const darker = 0.75
/** Longer strokes than those of letters: rulings and frames, which run both ways. */
const longRun = 28

/** Points darker than what is around them, rulings left out: a shadow is no ink. */
function findInk({ largeur, hauteur, points }: Gris): Ink {
  const around = meansOf({ largeur, hauteur, points })
  const cells = Math.ceil(largeur / cell)
  const dark = new Uint8Array(points.length)
  for (let y = 0; y < hauteur; y++)
    for (let x = 0; x < largeur; x++) {
      const mean = around[Math.floor(y / cell) * cells + Math.floor(x / cell)] ?? 255
      dark[y * largeur + x] = (points[y * largeur + x] ?? 255) < mean * darker ? 1 : 0
    }
  const ruled = new Uint8Array(points.length)
  for (let y = 0; y < hauteur; y++) markRuns(dark, ruled, y * largeur, 1, largeur)
  for (let x = 0; x < largeur; x++) markRuns(dark, ruled, x, largeur, hauteur)
  const kept: number[] = []
  for (let at = 0; at < points.length; at++) if (dark[at] === 1 && ruled[at] === 0) kept.push(at)
  return {
    x: Int32Array.from(kept, (at) => at % largeur),
    y: Int32Array.from(kept, (at) => Math.floor(at / largeur)),
    reach: largeur + hauteur,
  }
}

function meansOf({ largeur, hauteur, points }: Gris): Float64Array {
  const cells = Math.ceil(largeur / cell)
  const [sums, counts] = [
    new Float64Array(cells * Math.ceil(hauteur / cell)),
    new Float64Array(cells * Math.ceil(hauteur / cell)),
  ]
  for (let y = 0; y < hauteur; y++)
    for (let x = 0; x < largeur; x++) {
      const at = Math.floor(y / cell) * cells + Math.floor(x / cell)
      sums[at] = (sums[at] ?? 0) + (points[y * largeur + x] ?? 0)
      counts[at] = (counts[at] ?? 0) + 1
    }
  return sums.map((sum, at) => sum / (counts[at] ?? 1))
}

function markRuns(dark: Uint8Array, ruled: Uint8Array, from: number, step: number, length: number) {
  let run = 0
  for (let index = 0; index <= length; index++) {
    if (index < length && dark[from + index * step] === 1) run += 1
    else {
      if (run > longRun) for (let back = 1; back <= run; back++) ruled[from + (index - back) * step] = 1
      run = 0
    }
  }
}
