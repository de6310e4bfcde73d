import { cleanTexte, foldTexte } from '../format/texte'
import { blankBefore, cellStarts, isColumnWide } from './colonnes'
import type { Cadre, Contenu, TexteItem } from './lecture'

/** Stretch of a line between two wide gaps: a table cell, a label, a value. Offsets count in the line's text. */
export interface Cellule {
  texte: string
  /** Same length as `texte`, without accents and capitals. */
  plie: string
  debut: number
  fin: number
  x: number
  droite: number
}

/** One line of a page; its cells are joined by tabs. */
export interface Ligne {
  /** From 1. */
  page: number
  /** Rank in all lines of the document. */
  rang: number
  texte: string
  plie: string
  cellules: readonly Cellule[]
  /** Height of the tallest text on it. */
  hauteur: number
  /** Baseline. */
  bas: number
  /** Baseline over the height of the page: 0 at the top, 1 at the bottom. */
  position: number
  morceaux: readonly Morceau[]
}

interface Morceau extends TexteItem {
  debut: number
}

// Sixty dense pages hold half of it.
const limites = { pages: 60, items: 20_000, signes: 600_000, itemSignes: 2_000, ligneItems: 1_000, ligneSignes: 8_000 }

/** Text with one kind of space, hyphen and apostrophe; ligatures and superscripts as plain letters. */
export const cleanText = (text: string) => (/^[\x20-\x26\x28-\x7e]*$/.test(text) ? text : cleanForeign(text))

const cleanForeign = (text: string) =>
  cleanTexte(text.normalize('NFKC'))
    .replace(/[\u2010-\u2012\u2212]/g, '-')
    .replace(/[‘’ʼ]/g, "'")

export const foldText = foldTexte

/** Lines of all pages in reading order; a bounded part of a document that is beyond measure. */
export function readLines(contenu: Contenu): Ligne[] {
  const lignes: Ligne[] = []
  let left = limites.signes
  contenu.pages.slice(0, limites.pages).forEach((page, index) => {
    const items: TexteItem[] = []
    for (const item of page.items.slice(0, limites.items)) {
      left -= item.texte.length + 4
      if (left > 0) items.push(...settleItem(item).flatMap(splitLeaders))
    }
    const rows = groupByBaseline(items).map((row) =>
      closeUp(row.sort((a, b) => a.x - b.x).slice(0, limites.ligneItems)),
    )
    // Recognised words have widths that are only about right.
    const starts = contenu.invisible || contenu.reconnu ? new Set<TexteItem>() : cellStarts(rows)
    for (const [rank, row] of rows.entries()) {
      const spread = isUnderHeadings(row, rows[rank - 1] ?? []) ? new Set<TexteItem>() : spreadWords(row)
      const place = { page: index + 1, rang: lignes.length, height: page.hauteur }
      lignes.push(writeLine(row, place, { starts, spread }, contenu.invisible))
    }
  })
  return lignes
}

/** Between a label of totals as wide as its column and the amount that touches it: «Total HT15 803,00». */
const touching =
  /(?<=\b(?:H\.?T|T\.?T\.?C|T\.?V\.?A|total|payer|taxes?|comprises)\.?|[%)])(?=\d{1,3}(?:[ .']?\d{3})*[.,]\d{2}(?!\d))/gi

/** Dots, dashes or strokes that lead from a label to its value, or are left to be filled in. */
const conduite = /\s*(?:(?:[._·]\s?){4,}|-{5,})\s*/

/** Width of a sign over that of a letter, about. */
const weigh = (texte: string) => texte.replace(/[. ·]/g, '').length + 0.5 * (texte.match(/[. ·]/g) ?? []).length

/** An item without the dots that lead through it: what stands before them and behind them is apart. */
function splitLeaders(item: TexteItem): TexteItem[] {
  const parts = item.texte.split(conduite)
  if (parts.length === 1) return [item]
  const step = item.largeur / (weigh(item.texte) || 1)
  let from = 0
  return parts.flatMap((texte) => {
    const debut = item.texte.indexOf(texte, from)
    from = debut + texte.length
    const x = item.x + step * weigh(item.texte.slice(0, debut))
    return texte === '' ? [] : [{ ...item, texte, x, largeur: step * weigh(texte) }]
  })
}

function settleItem(item: TexteItem): TexteItem[] {
  const texte = cleanText(item.texte.slice(0, limites.itemSignes))
    .replace(/\s{3,}/g, '\t')
    .replace(/[^\S\t]+/g, ' ')
    .replace(touching, ' ')
  const finite = [item.x, item.y, item.largeur, item.hauteur].every(Number.isFinite)
  return finite && texte.trim() !== '' ? [{ ...item, texte }] : []
}

const baseline = (item: TexteItem) => item.y + item.hauteur

/**
 * Raised letters, and the item each of them stands right behind: «1» and «er», «M» and «me», «n» and «o». Raised digits are
 * calls of notes, and no part of what they stand behind.
 */
function raisedOf(items: readonly TexteItem[]): ReadonlyMap<TexteItem, TexteItem> {
  const byRight = new Map<number, TexteItem[]>()
  for (const item of items) {
    const right = Math.round(item.x + item.largeur)
    const own = byRight.get(right)
    if (own) own.push(item)
    else byRight.set(right, [item])
  }
  const raised = new Map<TexteItem, TexteItem>()
  const small = items.filter(({ texte }) => /^[\p{Ll}°]{1,4}[.,]?$/u.test(texte.trim()))
  for (const item of small.sort((a, b) => a.x - b.x)) {
    const reach = Math.ceil(0.3 * item.hauteur)
    for (let at = Math.round(item.x) - reach; at <= Math.round(item.x) + reach; at++) {
      for (const other of byRight.get(at) ?? []) {
        const above = baseline(other) - baseline(item)
        const base = raised.get(other)
        // Signs drawn one by one are raised together.
        if (base && Math.abs(above) < 0.1 * item.hauteur) raised.set(item, base)
        else if (isRaised(item, other, above)) raised.set(item, other)
      }
    }
  }
  return raised
}

/** Whether letters are smaller than what they stand behind, by as much as they stand `above` its baseline. */
const isRaised = (item: TexteItem, other: TexteItem, above: number) =>
  /[\p{L}\d]$/u.test(other.texte) &&
  item.hauteur <= 0.85 * other.hauteur &&
  above >= 0.15 * other.hauteur &&
  above <= 0.6 * other.hauteur

function groupByBaseline(items: TexteItem[]): TexteItem[][] {
  const rows: TexteItem[][] = []
  let row: TexteItem[] = []
  const raised = raisedOf(items)
  const baseOf = (item: TexteItem) => baseline(raised.get(item) ?? item)
  for (const item of items.sort((a, b) => baseOf(a) - baseOf(b))) {
    const [first] = row
    const near = first && baseOf(item) - baseOf(first) <= Math.max(1, Math.min(first.hauteur, item.hauteur) / 2)
    if (!near) rows.push((row = []))
    row.push(item)
  }
  return rows
}

function writeLine(
  row: readonly TexteItem[],
  place: { page: number; rang: number; height: number },
  { starts, spread }: { starts: ReadonlySet<TexteItem>; spread: ReadonlySet<TexteItem> },
  loose: boolean,
): Ligne {
  const morceaux: Morceau[] = []
  let texte = ''
  for (const item of row) {
    if (texte.length > limites.ligneSignes) break
    const last = morceaux.at(-1)
    if (last && isDrawnTwice(last, item)) continue
    if (last) texte += spread.has(item) ? ' ' : starts.has(item) ? '\t' : joint(last, item, loose)
    morceaux.push({ ...item, debut: texte.length })
    texte += item.texte
  }
  const bas = Math.max(...row.slice(0, 1).map(baseline))
  const ligne = { ...place, texte, plie: foldText(texte), morceaux, bas, position: bas / (place.height || 1) }
  const hauteur = morceaux.reduce((tallest, item) => Math.max(tallest, item.hauteur), 0)
  return { ...ligne, hauteur, cellules: cutCells(ligne) }
}

/** Words set with a space between their signs («D a t e», «1 2»), when the whole line is; a title is for others to part. */
function closeUp(row: readonly TexteItem[]): readonly TexteItem[] {
  const isSpaced = row.length > 1 && row.every(({ texte }) => /^\S(?: \S)*$/.test(texte.trim()))
  const isLabelled =
    row.some(({ texte }) => /\p{L} \p{L} \p{L}/u.test(texte)) && row.some(({ texte }) => /\d \d/.test(texte))
  if (!isSpaced || !isLabelled) return row
  return row.map((item) => ({ ...item, texte: item.texte.replace(/ /g, '') }))
}

// Poor man's bold: the same word drawn again a hair further.
const isDrawnTwice = (last: TexteItem, item: TexteItem) =>
  last.texte === item.texte && Math.abs(last.x - item.x) < 0.3 * item.hauteur

/** Whether several words stand in the middle under words of the row above: «Date | Numéro | Code» over «facture facture client». */
function isUnderHeadings(row: readonly TexteItem[], above: readonly TexteItem[]): boolean {
  const middle = ({ x, largeur }: TexteItem) => x + largeur / 2
  const under = row.filter((item) => above.some((other) => Math.abs(middle(other) - middle(item)) < 0.6))
  return under.length > 2
}

/** Words after one and the same wide gap, again and again: a justified line, whose gaps cut no cells. */
function spreadWords(row: readonly TexteItem[]): ReadonlySet<TexteItem> {
  const spread = new Set<TexteItem>()
  let run: TexteItem[] = []
  let gap = NaN
  for (const [rank, item] of row.entries()) {
    const last = row[rank - 1]
    const isWord = /^(?:[(«]?\p{L}\S*|\d{1,6}[.,;]?|[-–:;,])$/u.test(item.texte.trim())
    const space = last && isWord ? item.x - last.x - last.largeur : NaN
    const own = space > item.hauteur ? space : NaN
    if (!(Math.abs(own - gap) <= 0.04 * item.hauteur)) run = []
    if (!Number.isNaN(own)) run.push(item)
    gap = own
    // Headings begin with capitals, each of them, and numbers stand in columns; a sentence has other words too.
    const others = run.filter(({ texte }) => !/^[\p{Lu}\d]/u.test(texte)).length
    if (others >= 2 || (others > 0 && run.length > 3)) for (const word of run) spread.add(word)
  }
  return spread
}

/** What stands between two neighbours. */
function joint(last: Morceau, item: TexteItem, loose: boolean): string {
  if (isColumnWide(last, item, loose)) return '\t'
  const spaced = /\s$/.test(last.texte) || /^\s/.test(item.texte)
  // A label as wide as its column touches the amount beside it.
  const touches = /[\p{L}%)]$/u.test(last.texte) && /^\d[\d .']*[.,]\d{2}(?!\d)/.test(item.texte)
  return (blankBefore(last, item) > 0.14 || touches) && !spaced ? ' ' : ''
}

function cutCells(ligne: { texte: string; plie: string; morceaux: readonly Morceau[] }): Cellule[] {
  return [...ligne.texte.matchAll(/[^\t]+/g)].flatMap((match) => {
    const texte = match[0].trim()
    if (texte === '') return []
    const debut = match.index + match[0].indexOf(texte)
    const fin = debut + texte.length
    const { x, largeur } = frameOf(ligne, debut, fin)
    return [{ texte, plie: ligne.plie.slice(debut, fin), debut, fin, x, droite: x + largeur }]
  })
}

/** Where the characters from `debut` to `fin` of a line stand, each item's width shared out evenly. */
export function frameOf(ligne: Pick<Ligne, 'morceaux'>, debut: number, fin: number): Cadre {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const item of ligne.morceaux.slice(firstMorceau(ligne.morceaux, debut))) {
    if (item.debut >= fin) break
    const step = item.largeur / item.texte.length
    left = Math.min(left, item.x + step * Math.max(0, debut - item.debut))
    right = Math.max(right, item.x + step * Math.min(item.texte.length, fin - item.debut))
    top = Math.min(top, item.y)
    bottom = Math.max(bottom, baseline(item))
  }
  return left < Infinity
    ? { x: left, y: top, largeur: Math.max(0, right - left), hauteur: bottom - top }
    : { x: 0, y: 0, largeur: 0, hauteur: 0 }
}

/** The frame around several. */
export function joinFrames(cadres: readonly Cadre[]): Cadre {
  const x = Math.min(...cadres.map((cadre) => cadre.x))
  const y = Math.min(...cadres.map((cadre) => cadre.y))
  const droite = Math.max(...cadres.map((cadre) => cadre.x + cadre.largeur))
  const bas = Math.max(...cadres.map((cadre) => cadre.y + cadre.hauteur))
  return { x, y, largeur: droite - x, hauteur: bas - y }
}

function firstMorceau(morceaux: readonly Morceau[], offset: number): number {
  let [low, high] = [0, morceaux.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = morceaux[middle]
    if (item && item.debut + item.texte.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
