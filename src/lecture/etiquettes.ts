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

/** A label that stands above its values, one or two lines of it. */
export interface EnteteColonne {
  cellule: Cellule
  ligne: Ligne
  /** Folded; with the line above it, when it is set in two. */
  plie: string
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
  for (let rang = lieu.ligne.rang - 1; rang >= 0; rang--) {
    const ligne = lignes[rang]
    const gap = ligne?.page === lieu.ligne.page ? lieu.ligne.bas - ligne.bas : Infinity
    if (!ligne || gap > reach * Math.max(lieu.ligne.hauteur, ligne.hauteur, 7)) return null
    const above = sameRank(own, lieu.ligne, ligne) ?? inColumn(own, ligne)
    if (above) return isLabel(above) ? { cellule: above, ligne, plie: twoLines(above, ligne, lignes) } : null
  }
  return null
}

const inColumn = (own: Cellule, ligne: Ligne): Cellule | undefined =>
  ligne.cellules
    .slice(0, 100)
    .filter((cellule) => overlaps(cellule, own))
    .sort((a, b) => misalignment(a, own) - misalignment(b, own))[0]

/** In two rows of as many cells, labels over values, ranks tell more than edges do; a row's own label has no heading. */
function sameRank(own: Cellule, ligne: Ligne, above: Ligne): Cellule | undefined {
  const labels = above.cellules
  const named = ligne.cellules.length === labels.length + 1 && ligne.cellules.slice(0, 1).every(isLabel)
  const values = named ? ligne.cellules.slice(1) : ligne.cellules
  if (values.length < 2 || values.length > 20 || values.length !== labels.length) return undefined
  if (!labels.every(isLabel) || !values.every(({ plie }) => isValue(plie))) return undefined
  return labels[values.findIndex(({ debut }) => debut === own.debut)]
}

/** «Date de» over «facturation»: a heading that goes on from the line right above it. */
function twoLines(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]): string {
  const above = lignes[ligne.rang - 1]
  if (above?.page !== ligne.page || ligne.bas - above.bas > 1.6 * Math.max(ligne.hauteur, 7)) return cellule.plie
  const first = inColumn(cellule, above)
  const goesOn = first && isLabel(first) && first.plie.length <= 24 && misalignment(first, cellule) < 4
  return goesOn && above.cellules.length > 1 ? `${first.plie} ${cellule.plie}` : cellule.plie
}
