import { centimesOf } from '../dossier/montant'
import { toCentimes, type Centimes } from '../format/montant'
import { cellsBelow } from './etiquettes'
import type { Ligne } from './lines'
import type { Lieu } from './voisins'

/** An amount found in a text. */
export interface MontantTrouve extends Lieu {
  centimes: Centimes
  /** Written with neither decimals nor currency: a number that only its label can make an amount. */
  nu: boolean
  /** ISO code of the currency beside it. */
  devise: string | null
  /** Its cell was too narrow: its thousands stand in the line above the rest. */
  coupe?: Lieu
}

// Never the end of a longer one whose beginning touches a word.
const pattern =
  /(?<![\p{L}\d.,/:_#°])(?<!\p{L}\d{1,3}[ .'](?=\d{3}))(?:\d{1,3}(?:([ .'])\d{3})(?:\1\d{3})*|\d{1,3}(?:,\d{3})+(?=\.\d\d)|\d+)(?:[.,]\d{2}|€\d{2}(?! ?%)|[.,]-{1,2}(?=\s|$|€))?(?![\d\p{L}/:_°]|[.,]\d)/gu
const devises: readonly [RegExp, string][] = [
  [/^(?:€|eur(?:os?)?(?![a-z]))/, 'EUR'],
  [/^(?:\$|usd(?![a-z]))/, 'USD'],
  [/^(?:£|gbp(?![a-z]))/, 'GBP'],
  [/^(?:chf(?![a-z]))/, 'CHF'],
]
const currencyAt = (plie: string) => devises.find(([mark]) => mark.test(plie))?.[1] ?? null

/** Every amount of a line, in order: French and English marks, either side's currency, a sign before or after. */
export function findMontants(ligne: Ligne): MontantTrouve[] {
  if (!/\d/.test(ligne.plie)) return []
  return [...ligne.plie.matchAll(pattern)].flatMap((match) => {
    const [number] = match
    const after = ligne.plie.slice(match.index + number.length, match.index + number.length + 8)
    if (number.length > 20 || /^\s?(?:%|pour ?cent)/.test(after)) return []
    const before = ligne.plie.slice(Math.max(0, match.index - 8), match.index)
    const sign = signOf(before, after)
    // 27 450€50 and 27 450,-, as cheques and tills write it.
    const centimes = centimesOf(number.replace('€', ',').replace(/[.,]-+$/, ',00'))
    if (sign === null || centimes === null) return []
    const inside = number.includes('€') ? '€' : null
    const devise =
      inside ??
      currencyAt(after.trimStart()) ??
      /(€|(?<![a-z])eur|\$|usd|£|gbp|chf)\s?[-+]?\s?$/.exec(before)?.[1] ??
      null
    const nu = devise === null && !/[.,](?:\d{2}|-+)$/.test(number)
    const signed = toCentimes(sign * centimes)
    if (signed === null || (nu && number.length > 12)) return []
    const debut = match.index - (sign < 0 ? (/-\s?$/.exec(before)?.[0].length ?? 0) : 0)
    return [
      {
        centimes: signed,
        nu,
        devise: devise && (currencyAt(devise) ?? devise),
        ligne,
        debut,
        fin: match.index + number.length,
      },
    ]
  })
}

/** 1 or −1, or null when the hyphen makes the number part of a reference (`F2023-0118`). */
function signOf(before: string, after: string): 1 | -1 | null {
  if (/-\s?$/.test(before)) {
    if (/[\p{L}\d]-$/u.test(before)) return null
    return /(?:^|[\t€( ]|:\s?)-\s?$/.test(before) && !/[\p{L}\d%)] - ?$/u.test(before) ? -1 : 1
  }
  if (/^-\d/.test(after) || /^-\p{L}/u.test(after)) return null
  return /^-(?:\s|$)(?!\s?\d)/.test(after) ? -1 : 1
}

const milliers = /^(?:€ ?)?-?\d{1,3}$/
const reste = /^\d{3}(?:[ .']?\d{3})*[.,]\d{2}(?: ?(?:€|eur(?:os?)?))?$/

/** Amounts broken in cells too narrow for them: «36» over «245,50». */
export function findMontantsCoupes(ligne: Ligne, lignes: readonly Ligne[]): MontantTrouve[] {
  return ligne.cellules.slice(0, 100).flatMap((cellule) => {
    const below = milliers.test(cellule.plie) ? cellsBelow(cellule, ligne, lignes)[0] : undefined
    if (!below || !reste.test(below.cellule.plie)) return []
    const { debut, fin } = below.cellule
    const [end] = findMontants(below.ligne).filter((montant) => montant.debut === debut)
    const whole =
      end && centimesOf(`${cellule.plie}${below.ligne.plie.slice(end.debut, end.fin)}`.replace(/[ '€]/g, ''))
    const centimes = whole === null || whole === undefined ? null : toCentimes(whole)
    if (!end || centimes === null) return []
    const coupe = { ligne: below.ligne, debut, fin }
    return [{ centimes, nu: false, devise: end.devise, ligne, debut: cellule.debut, fin: cellule.fin, coupe }]
  })
}

/** A blank between a number and the thousands that may be its own, at most, over the height of the text. */
const colle = 1.3

/** Whether digits stand so close before an amount that they may be its thousands, broken off by a blank: «1 2 345,00». */
export function isPrecede({ ligne, debut }: Lieu): boolean {
  const cellule = ligne.cellules.findLast((one) => one.debut <= debut)
  if (!cellule) return false
  if (/(?<![^\s:])\d{1,3} $/.test(ligne.plie.slice(cellule.debut, debut))) return true
  const before = ligne.cellules.findLast(({ fin }) => fin <= cellule.debut)
  const isRest = cellule.debut === debut && /^\d{3}(?!\d)/.test(cellule.plie)
  return (
    isRest &&
    before !== undefined &&
    /(?<![^\s:])\d{1,3}$/.test(before.plie) &&
    cellule.x - before.droite < colle * ligne.hauteur
  )
}
