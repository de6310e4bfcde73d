import { casesOf } from './etatsMots'
import { findNumbers, type FinessTrouve } from './finessNumeros'
import type { Cellule, Ligne } from './lines'
import { cellOf, type Lieu } from './voisins'

/** Stretches of lines that speak of one site. */
export interface Rangee {
  number: FinessTrouve
  parts: readonly Lieu[]
}

/** Nine digits, however they are grouped. */
export const neuf = /\d(?: ?\d){8}/

/**
 * The stretches of lines that speak of each number: its line, of which other numbers, those too that are no site's, have
 * their share, and what is set around it.
 */
export function rangeesOf(places: readonly FinessTrouve[], lignes: readonly Ligne[]): Rangee[] {
  const byLigne = new Map<Ligne, FinessTrouve[]>()
  for (const place of places) {
    const own = byLigne.get(place.ligne)
    if (!own) byLigne.set(place.ligne, [place])
    else if (!own.some(({ debut }) => debut === place.debut)) own.push(place)
  }
  return [...byLigne].flatMap(([ligne, numbers]) => {
    const others = findNumbers(ligne).filter(
      ({ debut, fin }) => !numbers.some((own) => own.debut < fin && debut < own.fin),
    )
    const sorted = [...numbers, ...others].sort((a, b) => a.debut - b.debut)
    const cuts = cutsOf(ligne, sorted, avanceOf(sorted, places))
    return sorted.flatMap((number, rank): Rangee[] => {
      if (!numbers.includes(number)) return []
      const own = { ligne, debut: cuts[rank] ?? 0, fin: cuts[rank + 1] ?? ligne.texte.length }
      return [
        {
          number,
          parts: [own, ...(sorted.length === 1 ? around(number, lignes) : []), ...cardOf(number, sorted, lignes)],
        },
      ]
    })
  })
}

/** Points by which what stands in one column may begin apart. */
const jeu = 6

/**
 * How far left of its numbers a site's share of a row begins, in points: as far as the leftmost cell before the first
 * number, in as many rows as make a column of it, for a mark may be missing from the row.
 */
function avanceOf(numbers: readonly FinessTrouve[], places: readonly FinessTrouve[]): number {
  const [first, second] = numbers.map((number) => cellOf(number)?.x ?? NaN)
  if (first === undefined || second === undefined) return 0
  const avances = places
    .filter((place) => Math.abs((cellOf(place)?.x ?? NaN) - first) <= jeu)
    .map(({ ligne }) => first - (ligne.cellules[0]?.x ?? first))
    .filter((avance) => avance < second - first - jeu)
    .sort((a, b) => b - a)
  return avances.find((avance, rank) => avance - (avances[rank + 1] ?? NaN) <= jeu) ?? avances[0] ?? 0
}

/**
 * Where the share of each number of a line begins: in cells of their own, as far before each as before the first; in one
 * cell, boxes before the first one make each one's stand before it.
 */
function cutsOf(ligne: Ligne, numbers: readonly FinessTrouve[], avance: number): number[] {
  const { texte } = ligne
  const [first] = numbers
  const isLeading = first !== undefined && casesOf(texte.slice(0, first.debut)).length > 0
  const cuts = numbers.slice(1).map((number, rank) => {
    const { debut } = number
    const last = numbers[rank]
    const from = last?.fin ?? 0
    const cellule = cellOf(number)
    if (last && cellule && cellOf(last) !== cellule) {
      const start = ligne.cellules.find(({ x, debut: at }) => at >= from && x >= cellule.x - avance - jeu)
      return signeBefore(start ?? cellule, from, ligne).debut
    }
    const between = texte.slice(from, debut)
    const boxes = casesOf(between)
    const [box, end] = [boxes[0], boxes.at(-1)]
    if (isLeading && box) return from + box.debut
    const rest = end ? end.fin : 0
    const mark = /[,;•|\t]|\.\s|\bet\b/.exec(between.slice(rest))
    return mark ? from + rest + mark.index : end ? from + end.fin : debut
  })
  return [0, ...cuts]
}

/** A sign alone in its cell before the start of a share is the share's own where it stands nearer to it than to what is before. */
function signeBefore(start: Cellule, from: number, { cellules }: Ligne): Cellule {
  const at = cellules.indexOf(start)
  const [before, signe] = [cellules[at - 2], cellules[at - 1]]
  const isSigne = signe && signe.debut >= from && signe.texte.length <= 3 && !/\p{L}{2}/u.test(signe.texte)
  return before && isSigne && start.x - signe.droite < signe.x - before.droite ? signe : start
}

/** Cells of a row that stand a little higher or lower than its number, and the next lines of its cells. */
function around({ ligne, debut }: FinessTrouve, lignes: readonly Ligne[]): Lieu[] {
  const height = Math.max(ligne.hauteur, 7)
  const found: Lieu[] = []
  for (const sens of [-1, 1]) {
    let last = ligne
    for (let away = 1; away <= 3; away++) {
      const other = lignes[ligne.rang + sens * away]
      if (other?.page !== ligne.page || neuf.test(other.plie)) break
      const gap = Math.abs(other.bas - ligne.bas)
      const isRow = gap <= 0.8 * height
      const isNextOf = sens > 0 && Math.abs(other.bas - last.bas) <= 1.35 * Math.max(other.hauteur, 7)
      if (!isRow && !isNextOf) break
      const own = other.cellules.filter(
        (cellule) =>
          isRow ||
          ligne.cellules.some(
            (above) =>
              above.fin > debut && above.x < cellule.droite && above.droite > cellule.x && above.x <= cellule.x + 2,
          ),
      )
      found.push(...own.map((cellule) => ({ ligne: other, debut: cellule.debut, fin: cellule.fin })))
      last = other
    }
  }
  return found
}

const intitule = /^(?:n[°o]\.? ?|numero |code )*(?:finess|et\b|e\.t\.|site\b)[^\d,;]{0,18}$/
/** Lines of a card that may stand over its number, and under it. */
const hauteurCarte = 3

/**
 * The lines of a card («Labo Nord   Apte» over «FINESS 990001018» over its town): what stands nearer to its number than to
 * any other, in its own strip of the page. None where the number stands without a label, as in a table.
 */
function cardOf(number: FinessTrouve, numbers: readonly FinessTrouve[], lignes: readonly Ligne[]): Lieu[] {
  const { ligne, debut } = number
  const own = cellOf(number)
  if (!own || !intitule.test(ligne.plie.slice(own.debut, debut))) return []
  const others = numbers.flatMap((other) => cellOf(other) ?? []).filter(({ x }) => x > own.droite)
  const right = Math.min(...others.map(({ x }) => x))
  const isIn = ({ x }: Cellule) => x >= own.x - 2 && x < right - 2
  return [-1, 1].flatMap((sens) => {
    const found: Lieu[] = []
    let last = ligne
    for (let rang = ligne.rang + sens; found.length < hauteurCarte && lignes[rang]?.page === ligne.page; rang += sens) {
      const other = lignes[rang]
      if (!other || Math.abs(other.bas - last.bas) > 1.9 * Math.max(last.hauteur, 7)) break
      const cells = other.cellules.filter(isIn)
      const [first, end] = [cells[0], cells.at(-1)]
      if (!first || !end) continue
      if (Math.abs(first.x - own.x) > 2 || neuf.test(other.plie.slice(first.debut, end.fin))) break
      const isNearer = (away: Ligne) => Math.abs(away.bas - other.bas) < Math.abs(ligne.bas - other.bas)
      const isNumber = ({ x, plie }: Cellule) => Math.abs(x - own.x) <= 2 && neuf.test(plie)
      const near = lignes.slice(Math.max(0, rang - 4), rang + 5).filter(({ page }) => page === ligne.page)
      if (near.some((away) => isNearer(away) && away.cellules.some(isNumber))) break
      found.push({ ligne: other, debut: first.debut, fin: end.fin })
      last = other
    }
    return found
  })
}
