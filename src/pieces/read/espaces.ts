import { isHache, meanLength } from '../../lecture/hache'
import type { Signe } from './dessin'

/** A run of text as pdf.js gives it: its place and direction in the PDF's own space, its length in points. */
export interface Suite {
  str: string
  transform: unknown[]
  width: number
}

/** A sign of a run: the blank before it over the height of its text, and whether a space was drawn in it. */
interface Pas {
  signe: string
  blanc: number
  espace: boolean
}

interface Lu {
  hauteur: number
  pas: readonly Pas[]
  /** The blank that stands between most of its signs: less is none. */
  base: number
}

/** Letters a word has on average, and as few and as many as it may have. */
const lettres = { moyenne: 4.8, least: 3.4, most: 12 }
/** Of all signs, the spaces of a text that draws them. */
const least = 0.04
/** What parts two blanks of different kinds, over the height of the text. */
const saut = 0.06
/** A blank so much wider than those between its letters parts two cells. */
const large = 0.5

/** Whether blanks break the words of a text: «D a t e», «To ta l H T». */
function isCut(texte: string): boolean {
  const words = texte.trim().split(/\s+/)
  if (words.length < 3) return false
  if (words.every((word) => word.length === 1)) return true
  const mean = meanLength(words)
  return words.length > 3 && mean > 0 && mean <= 2.6
}

/**
 * Runs whose letters stand apart (tracking, kerning, each sign drawn by itself) with spaces where the page shows the gaps
 * between words. pdf.js writes one wherever the next sign is a tenth of the height away. Other runs stay as they are.
 */
export function respace<S extends Suite>(suites: readonly S[], signes: readonly Signe[]): S[] {
  const joined = joinSigns(suites)
  const isWhole = isHache(joined.map(({ str }) => str))
  const cut = joined.filter(({ str }) => (isWhole ? /\S\s+\S/.test(str) : isCut(str)))
  if (cut.length === 0) return joined
  const find = createFinder(signes)
  const lus = cut.flatMap((suite) => find(suite) ?? [])
  const isBreak = learn(lus)
  if (!isBreak) return joined
  const isEverywhere = isWhole || cut.length >= 3
  // The blank after a word is as wide as those within it, on either side of a space that is drawn.
  const sides = spacesShare(signes.map(({ signe }) => signe.trim() === '')) > least ? 2 : 1
  const ecartOf = ({ pas, base }: Lu) =>
    sides * Math.max(0, ...pas.slice(1).flatMap((one) => (isBreak(one, base) ? [] : [one.blanc])))
  const usual = isEverywhere ? middleOf(lus.map(ecartOf).filter((ecart) => ecart > 0)) : 0
  const written: { suite: S; ecart: number }[] = []
  for (const suite of joined) {
    const known = isEverywhere || cut.includes(suite) ? find(suite) : null
    // Beside a title whose letters stand apart, text set close is as it should be.
    const lu = known && (isWhole || cut.includes(suite) || known.base > 0.05) ? known : null
    const made = lu ? { ...suite, str: write(lu, isBreak) } : suite
    const ecart = lu ? Math.max(usual, ecartOf(lu)) : 0
    const last = written.at(-1)
    const between = Math.min(ecart, last?.ecart ?? 0)
    const gap = last ? gapOf(last.suite, suite) : NaN
    if (last && between > 0.05 && gap > 0 && gap - between < large)
      written.splice(-1, 1, { suite: joinSuites(last.suite, made, ' '), ecart })
    else written.push({ suite: made, ecart })
  }
  return written.map(({ suite }) => suite)
}

const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

type IsBreak = (pas: Pas, base: number) => boolean

const write = ({ pas, base }: Lu, isBreak: IsBreak) =>
  pas.map((one, rank) => (rank > 0 && isBreak(one, base) ? ` ${one.signe}` : one.signe)).join('')

const spacesShare = (spaces: readonly boolean[]) => spaces.filter(Boolean).length / (spaces.length || 1)

/** What parts two words: the spaces that are drawn, or blanks so much wider than others that words come out as long as words are. */
function learn(lus: readonly Lu[]): IsBreak | null {
  const share = spacesShare(lus.flatMap(({ pas }) => pas.slice(1).map(({ espace }) => espace)))
  if (share > least && share < 0.5) return ({ espace, blanc }, base) => espace || blanc - base > large
  const more = lus.flatMap(({ pas, base }) => pas.slice(1).map(({ blanc }) => blanc - base)).sort((a, b) => a - b)
  const jumps = more.flatMap((blanc, rank) => {
    const last = more[rank - 1] ?? blanc
    return blanc > 0.08 && blanc - last >= saut ? [(blanc + last) / 2] : []
  })
  const best = [...jumps.slice(0, 20), Infinity]
    .map((seuil) => {
      const isBreak: IsBreak = ({ blanc }, base) => blanc - base > seuil
      return { isBreak, length: meanLength(lus.map((lu) => write(lu, isBreak))) }
    })
    .toSorted((a, b) => Math.abs(a.length - lettres.moyenne) - Math.abs(b.length - lettres.moyenne))[0]
  return best && best.length >= lettres.least && best.length <= lettres.most ? best.isBreak : null
}

/** Signs drawn one by one that make a word: fewer may be marks beside a value. */
const signesMin = 4

/** Signs drawn one by one, side by side, as one run. */
function joinSigns<S extends Suite>(suites: readonly S[]): S[] {
  const joined: S[] = []
  let run: S[] = []
  const close = () => {
    const [first, ...others] = run
    const count = run.reduce((sum, { str }) => sum + str.replace(/\s/g, '').length, 0)
    if (first && count >= signesMin) joined.push(others.reduce((whole, sign) => joinSuites(whole, sign, ' '), first))
    else joined.push(...run)
    run = []
  }
  for (const suite of suites) {
    if (suite.str.trim() === '') continue
    const last = run.at(-1)
    const gap = last && suite.str.length === 1 && /^\S(?: \S)*$/.test(last.str) ? gapOf(last, suite) : NaN
    if (!(gap > 0.02 && gap < 1)) close()
    run.push(suite)
  }
  close()
  return joined
}

const joinSuites = <S extends Suite>(a: S, b: S, between: string): S => ({
  ...a,
  str: `${a.str}${between}${b.str}`,
  width: placeOf(b).x + b.width - placeOf(a).x,
})

/** The blank between two runs of one baseline, over the height of the second; no number where they are none. */
function gapOf(a: Suite, b: Suite): number {
  const [left, right] = [placeOf(a), placeOf(b)]
  if (!(Math.abs(left.y - right.y) < 0.1 * right.hauteur)) return NaN
  return (right.x - left.x - a.width) / right.hauteur
}

/** Place of a run that lies level; no numbers when it lies otherwise. */
function placeOf({ transform }: Suite): { x: number; y: number; hauteur: number } {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = transform.map(Number)
  return a > 0 && Math.abs(b) < 0.01 * a ? { x: e, y: f, hauteur: Math.hypot(c, d) } : { x: NaN, y: NaN, hauteur: NaN }
}

/** Finds the signs of a run among all that are drawn; null unless they are the very same. */
function createFinder(signes: readonly Signe[]): (suite: Suite) => Lu | null {
  const rows = new Map<number, Signe[]>()
  for (const signe of signes) {
    const row = Math.round(signe.y)
    const own = rows.get(row)
    if (own) own.push(signe)
    else rows.set(row, [signe])
  }
  return (suite) => {
    const { x, y, hauteur } = placeOf(suite)
    if (!(hauteur > 0)) return null
    const row = Math.round(y)
    const own = [row - 1, row, row + 1]
      .flatMap((one) => rows.get(one) ?? [])
      .filter((signe) => {
        const middle = (signe.x + signe.fin) / 2
        return Math.abs(signe.y - y) < 0.3 * hauteur && middle > x - 0.05 * hauteur && middle < x + suite.width
      })
      .sort((a, b) => a.x - b.x)
    const pas: Pas[] = []
    let [last, espace] = [x, false]
    for (const { signe, x: debut, fin } of own) {
      if (signe.trim() === '') espace = true
      else {
        pas.push({ signe: signe.normalize('NFKC'), blanc: (debut - last) / hauteur, espace })
        last = fin
        espace = false
      }
    }
    const drawn = pas.map(({ signe }) => signe).join('')
    if (drawn !== suite.str.normalize('NFKC').replace(/\s+/g, '')) return null
    const blancs = pas
      .slice(1)
      .map(({ blanc }) => blanc)
      .sort((a, b) => a - b)
    return { hauteur, pas, base: Math.max(0, blancs[blancs.length >> 2] ?? 0) }
  }
}
