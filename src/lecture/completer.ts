import { isFinessKeyRight, type Finess } from '../dossier/finess'
import type { Cadre, Lecture, Lu } from './lecture'
import { isConfirme, mayBeProven } from './reconnu'

/** Of so many numbers in a list one is missed more easily, and nothing tells. */
const many = 3

/** Whether a recognised document leaves open what it should say, or may: then it is worth a second look. */
export function isOpen({ type, montantHT, dateFacture, finess, numeroASP }: Lecture): boolean {
  if (type.valeur === null || finess.length === 0 || finess.length >= many || numeroASP === null) return true
  if (finess.some(({ valeur }) => !isFinessKeyRight(valeur))) return true
  return type.valeur === 'FACTURE' && (mayBeProven(montantHT) || dateFacture === null)
}

/**
 * Two recognitions of the same pages as one reading. The first stands; the second adds what it lacks, and an amount that
 * the sums confirm where the first has none. Where they differ without proof, the doubt says so.
 */
export function completer(first: Lecture, second: Lecture): Lecture {
  if (first.type.valeur === null && second.type.valeur !== null) return completer(second, first)
  const rival = first.type.valeur === second.type.valeur ? second : { ...second, ...silent }
  const better = !isConfirme(first.montantHT) && isConfirme(rival.montantHT) ? rival : first
  const other = better === first ? rival : first
  return {
    ...first,
    genre: first.genre ?? rival.genre,
    numeroFacture: first.numeroFacture ?? rival.numeroFacture,
    numerosFacture: first.numerosFacture.length > 0 ? first.numerosFacture : rival.numerosFacture,
    dateFacture: told(first.dateFacture, rival.dateFacture, (jour) => jour),
    candidatsDate: both(first.candidatsDate, rival.candidatsDate),
    montantHT: isConfirme(better.montantHT)
      ? better.montantHT
      : told(better.montantHT, other.montantHT, () => other.montantHT?.imprime ?? ''),
    montantTTC: better.montantTTC ?? other.montantTTC,
    candidatsHT: both(better.candidatsHT, other.candidatsHT),
    sirets: both(first.sirets, second.sirets),
    siretFournisseur: first.siretFournisseur ?? second.siretFournisseur,
    finess: joinFiness(first.finess, second.finess),
    numeroASP: first.numeroASP ?? second.numeroASP,
    texteLisible: first.texteLisible || second.texteLisible,
  }
}

/** What only a document of the same kind may add. */
const silent = { dateFacture: null, candidatsDate: [], montantHT: null, montantTTC: null, candidatsHT: [] }

function told<T>(first: Lu<T> | null, second: Lu<T> | null, show: (valeur: T) => string): Lu<T> | null {
  if (!first || !second || first.valeur === second.valeur) return first ?? second
  return { ...first, doute: `${first.doute ?? ''} Une seconde lecture donne ${show(second.valeur)}.`.trim() }
}

const both = <L extends Lu<unknown>>(first: readonly L[], second: readonly L[]): L[] => [
  ...first,
  ...second.filter(({ valeur }) => first.every((other) => other.valeur !== valeur)),
]

/** Each place of the page once: where both read a number there, the one whose key is right. */
function joinFiness(first: readonly Lu<Finess>[], second: readonly Lu<Finess>[]): Lu<Finess>[] {
  const better = first.map((lu) => {
    const other = second.find((one) => isSamePlace(one, lu))
    return other && !isFinessKeyRight(lu.valeur) && isFinessKeyRight(other.valeur) ? other : lu
  })
  const added = second.filter((lu) => isFinessKeyRight(lu.valeur) && first.every((other) => !isSamePlace(other, lu)))
  return both(
    better.filter(({ valeur }, rank) => better.findIndex((other) => other.valeur === valeur) === rank),
    added,
  )
}

const isSamePlace = (a: Lu<unknown>, b: Lu<unknown>) =>
  a.page === b.page && a.cadre !== null && b.cadre !== null && holdsMiddle(a.cadre, b.cadre)
const holdsMiddle = ({ x, y, largeur, hauteur }: Cadre, other: Cadre) => {
  const [middle, centre] = [other.x + other.largeur / 2, other.y + other.hauteur / 2]
  return middle >= x && middle <= x + largeur && centre >= y && centre <= y + hauteur
}
