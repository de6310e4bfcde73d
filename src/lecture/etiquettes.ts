import { withoutJoursEnMots } from './formesJour'
import { frameOf, joinFrames, type Cellule, type Ligne } from './lines'
import { cellOf, hasWords, type Lieu } from './voisins'

/** Whether a folded cell holds values only: days, amounts, numbers, codes (`FA40412`); a label has words. */
export const isValue = (plie: string) =>
  /\d/.test(plie) && !hasWords(withoutJoursEnMots(plie).replace(/\S*\d\S*/g, ' '))
const jourEnChiffres = /\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}/
const montantEnChiffres = /\d[.,]\d{2} ?(?:€|eur(?:os?)?)?$/
/** A cell that holds a day or an amount beside its label names nothing else. */
const isLabel = ({ plie }: Cellule) =>
  (hasWords(plie) || /^n[°o]/.test(plie)) &&
  !isValue(plie) &&
  ![jourEnChiffres, montantEnChiffres].some((value) => value.test(plie)) &&
  withoutJoursEnMots(plie) === plie

/** Folded text before a value in its own cell, back to the value before it. */
export function labelBefore(lieu: Lieu, earlier: Lieu | undefined, reach = 80): string {
  const from = Math.max(cellOf(lieu)?.debut ?? 0, earlier?.ligne === lieu.ligne ? earlier.fin : 0, lieu.debut - reach)
  return lieu.ligne.plie.slice(from, lieu.debut)
}

/** The label in the cell to the left; none where a value stands between. A cell of mere marks («:») is passed over. */
export function labelLeft({ ligne, debut }: Lieu): Cellule | null {
  const near = ligne.cellules.filter(({ fin }) => fin <= debut).findLast(({ plie }) => /[a-z0-9]/.test(plie))
  return near && isLabel(near) ? near : null
}

/** How far two stretches of a line are from standing in one column: by left edge, right edge or middle. */
export const misalignment = (a: Pick<Cellule, 'x' | 'droite'>, b: Pick<Cellule, 'x' | 'droite'>) =>
  Math.min(Math.abs(a.x - b.x), Math.abs(a.droite - b.droite), Math.abs(a.x + a.droite - b.x - b.droite) / 2)

const overlaps = (a: Cellule, b: Cellule) => a.x < b.droite + 2 && a.droite > b.x - 2

/** A label that stands above its values, one or several lines of it. */
export interface EnteteColonne {
  cellule: Cellule
  ligne: Ligne
  /** Folded; with the lines above it, when it is set in several. */
  plie: string
  /** Its lines; a narrow cell breaks words too. */
  parts: readonly string[]
}

/**
 * The label above a value: of its own column, or, where headings and values stand in two rows of as many cells, the one
 * of the same rank. None beyond a few lines, nor beyond another value.
 */
export function labelAbove(lieu: Lieu & { coupe?: Lieu }, lignes: readonly Ligne[], reach = 3.5): EnteteColonne | null {
  const cellule = cellOf(lieu)
  if (!cellule) return null
  // A cell that holds several values, or words too: only the place of this one counts, with the line below that it goes on in.
  const parts = [lieu, ...(lieu.coupe ? [lieu.coupe] : [])]
  const { x, largeur } = joinFrames(parts.map(({ ligne, debut, fin }) => frameOf(ligne, debut, fin)))
  const own = { ...cellule, x, droite: x + largeur }
  // A heading of several lines beside it sets its own label further off.
  let foot = lieu.ligne
  for (let rang = lieu.ligne.rang - 1; rang >= 0; rang--) {
    const ligne = lignes[rang]
    const gap = ligne?.page === lieu.ligne.page ? lieu.ligne.bas - ligne.bas : Infinity
    const goesOn = ligne !== undefined && lieu.ligne.rang - rang <= etages + 1 && isNext(ligne, foot)
    if (!ligne || (gap > reach * Math.max(lieu.ligne.hauteur, ligne.hauteur, 7) && !goesOn)) return null
    if (ligne.cellules.every(isPart)) foot = ligne
    const nearest = inColumn(own, ligne)
    const above = nearest && isExact(nearest, own) ? nearest : (sameRank(own, lieu.ligne, ligne) ?? nearest)
    if (!above) continue
    const lines = isPart(above) || isLabel(above) ? headingLines(above, ligne, lignes) : []
    const isHeading = isLabel(above) || (lines.length > 1 && hasWords(lines.join('')))
    return isHeading ? { cellule: above, ligne, plie: lines.join(' '), parts: lines } : null
  }
  return null
}

/** Whether two stand in one column by their edges alone. */
const isExact = (a: Cellule, b: Cellule) => overlaps(a, b) && misalignment(a, b) < 1.5

const inColumn = (own: Cellule, ligne: Ligne): Cellule | undefined =>
  ligne.cellules
    .slice(0, 100)
    .filter((cellule) => overlaps(cellule, own))
    .sort((a, b) => misalignment(a, own) - misalignment(b, own))[0]

/** In two rows of as many cells, labels over values, ranks tell more than edges do; a row's own label has no heading. */
function sameRank(own: Cellule, ligne: Ligne, above: Ligne): Cellule | undefined {
  const labels = above.cellules
  const named =
    ligne.cellules.length === labels.length + 1 &&
    ligne.cellules.slice(0, 1).every((first) => isLabel(first) && !inColumn(first, above))
  const values = named ? ligne.cellules.slice(1) : ligne.cellules
  if (values.length < 2 || values.length > 20 || values.length !== labels.length) return undefined
  if (!labels.every(isLabel) || !values.every(({ plie }) => isValue(plie))) return undefined
  // Where the others stand exactly under a heading of theirs, edges tell.
  const others = values.filter(({ debut }) => debut !== own.debut)
  if (2 * others.filter((value) => labels.some((label) => isExact(label, value))).length > others.length)
    return undefined
  return labels[values.findIndex(({ debut }) => debut === own.debut)]
}

/** Lines of a heading, and of what stands in a narrow cell. */
const etages = 5
/** From one line of a cell to its next one, at most, over the height of its text. */
const interligne = 1.7

/** Whether two lines follow one another as those of one cell do. */
export const isNext = (a: Ligne, b: Ligne) =>
  a.page === b.page && Math.abs(b.bas - a.bas) <= interligne * Math.max(a.hauteur, b.hauteur, 7)

/** A cell and the line it stands in. */
export interface CelluleDe {
  cellule: Cellule
  ligne: Ligne
}

/** What stands right below (`sens` 1) or above (−1) a cell in its own column, line by line, the nearest first; at most three lines. */
function cellsFrom(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[], sens: 1 | -1): CelluleDe[] {
  const found: CelluleDe[] = []
  let last: CelluleDe = { cellule, ligne }
  // Cells of one row may stand at different heights.
  for (let away = 1; away <= 2 * etages && found.length < 3; away++) {
    const next = lignes[ligne.rang + sens * away]
    if (!next || !isNext(last.ligne, next)) break
    const other = next.cellules.slice(0, 100).find((one) => overlaps(one, last.cellule))
    if (other) found.push((last = { cellule: other, ligne: next }))
  }
  return found
}
export const cellsBelow = (cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]) =>
  cellsFrom(cellule, ligne, lignes, 1)
export const cellsAbove = (cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]) =>
  cellsFrom(cellule, ligne, lignes, -1)

/** From one line of a cell to its next one, at most, where rows stand further apart. */
const serre = 1.35

/**
 * The lines of a label left of a value that stand at other heights than it: in a row whose cells are centred, or begin at
 * one height, a label of two lines has its value between them, or beside its first. Null where none does.
 */
export function labelAround(lieux: readonly [Lieu, ...Lieu[]], lignes: readonly Ligne[]): readonly CelluleDe[] | null {
  const valeur = wholeValue(lieux, lignes)
  const [first, last] = [valeur[0], valeur.at(-1)]
  if (!first || !last) return null
  const height = Math.max(first.ligne.hauteur, 7)
  const middle = (first.ligne.bas + last.ligne.bas) / 2
  const column = valeur.reduce((wide, { cellule }) => joinCells(wide, cellule), first.cellule)
  const beside = around(first.ligne, last.ligne, lignes).flatMap((ligne): CelluleDe[] => {
    const isOwn = valeur.some((part) => part.ligne === ligne)
    if (!isOwn && ligne.cellules.some((cellule) => overlaps(cellule, column))) return []
    const cellule = ligne.cellules.findLast(({ droite }) => droite <= column.x + 1)
    return cellule ? [{ cellule, ligne }] : []
  })
  const away = ({ ligne }: CelluleDe) => Math.abs(ligne.bas - middle)
  const nearest = beside.toSorted((a, b) => away(a) - away(b))[0]
  if (!nearest || away(nearest) > height) return null
  const block = runOf(nearest, beside, height)
  const [top, bottom] = [block[0], block.at(-1)]
  if (!top || !bottom || !block.every(({ cellule }) => isPart(cellule))) return null
  const isCentred = Math.abs((top.ligne.bas + bottom.ligne.bas) / 2 - middle) <= 0.3 * height
  const isTop = top.ligne === first.ligne && /^\p{Ll}/u.test(block[1]?.cellule.texte ?? '')
  const isOnly = block.length === 1 && block[0]?.ligne === first.ligne
  return (isCentred || isTop) && !isOnly ? block : null
}

const joinCells = (a: Cellule, b: Cellule): Cellule => ({
  ...a,
  x: Math.min(a.x, b.x),
  droite: Math.max(a.droite, b.droite),
})

/** Lines around those of a value that a cell of its row may reach. */
const around = (first: Ligne, last: Ligne, lignes: readonly Ligne[]) =>
  lignes
    .slice(Math.max(0, first.rang - etages), last.rang + etages + 1)
    .filter(({ page, bas }) => page === first.page && bas >= first.bas - 30 && bas <= last.bas + 30)

/** Cells under one another, as those of one label are, around one of them. */
function runOf(nearest: CelluleDe, cells: readonly CelluleDe[], height: number): readonly CelluleDe[] {
  const column = cells.filter(({ cellule }) => overlaps(cellule, nearest.cellule))
  const at = column.indexOf(nearest)
  let [from, to] = [at, at]
  const isClose = (a: CelluleDe | undefined, b: CelluleDe | undefined) =>
    a !== undefined && b !== undefined && b.ligne.bas - a.ligne.bas <= serre * height
  while (isClose(column[from - 1], column[from])) from--
  while (isClose(column[to], column[to + 1])) to++
  return column.slice(from, to + 1)
}

/** Whether what stands right before a cell in its line is a label. */
function isNamed({ debut }: Cellule, { cellules }: Ligne): boolean {
  const before = cellules.findLast(({ fin }) => fin <= debut)
  return before !== undefined && isLabel(before)
}

/** The cells of a value with the lines of its cell above and below that have no label of their own. */
function wholeValue(lieux: readonly [Lieu, ...Lieu[]], lignes: readonly Ligne[]): CelluleDe[] {
  const own = lieux.flatMap((lieu): CelluleDe[] => {
    const cellule = cellOf(lieu)
    return cellule ? [{ cellule, ligne: lieu.ligne }] : []
  })
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return []
  const goesOn = ({ cellule, ligne }: CelluleDe, from: CelluleDe) =>
    Math.abs(ligne.bas - from.ligne.bas) <= serre * Math.max(ligne.hauteur, 7) &&
    misalignment(cellule, from.cellule) < 1.5 &&
    !isNamed(cellule, ligne)
  const [above] = cellsAbove(first.cellule, first.ligne, lignes)
  const [below] = cellsBelow(last.cellule, last.ligne, lignes)
  return [...(above && goesOn(above, first) ? [above] : []), ...own, ...(below && goesOn(below, last) ? [below] : [])]
}

/** A heading after the lines right above it that it goes on from: «Date de» over «facturation», «Echéan» over «ce». */
function headingLines(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]): string[] {
  const parts = [cellule.plie]
  let lowest: CelluleDe = { cellule, ligne }
  for (let rang = ligne.rang - 1; rang >= 0 && parts.length < etages; rang--) {
    const above = lignes[rang]
    if (!above || !isNext(above, lowest.ligne)) break
    const first = inColumn(lowest.cellule, above)
    if (!first) continue
    if (above.cellules.length < 2 || !isPart(first) || misalignment(first, cellule) >= 4) break
    parts.unshift(first.plie)
    lowest = { cellule: first, ligne: above }
  }
  return parts
}

// A heading, or what a narrow cell leaves of a word of it.
const isPart = (cellule: Cellule) => cellule.plie.length <= 24 && (isLabel(cellule) || /^[a-z]\.?$/.test(cellule.plie))
