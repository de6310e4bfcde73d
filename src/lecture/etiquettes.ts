import { withoutJoursEnMots } from './formesJour'
import { frameOf, type Cellule, type Ligne } from './lines'
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
const misalignment = (a: Cellule, b: Cellule) =>
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
export function labelAbove(lieu: Lieu, lignes: readonly Ligne[], reach = 3.5): EnteteColonne | null {
  const cellule = cellOf(lieu)
  if (!cellule) return null
  // A cell that holds several values, or words too: only the place of this one counts.
  const { x, largeur } = frameOf(lieu.ligne, lieu.debut, lieu.fin)
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
    const parts = isPart(above) || isLabel(above) ? headingLines(above, ligne, lignes) : []
    const isHeading = isLabel(above) || (parts.length > 1 && hasWords(parts.join('')))
    return isHeading ? { cellule: above, ligne, plie: parts.join(' '), parts } : null
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
