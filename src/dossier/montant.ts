import { readMontant, toCentimes, type Centimes } from '../format/montant'
import { cleanTexte, cleanValeur } from '../format/texte'

/** What a typed amount is. `ambigu`: `27.450` may mean 27 450,00 or 27,45, `27.455` only the former: what it may mean is offered, and not taken. */
export type MontantSaisi =
  | { kind: 'vide' }
  | { kind: 'montant'; centimes: Centimes }
  | { kind: 'ambigu'; lectures: readonly [Centimes, ...Centimes[]] }
  | { kind: 'decimales' }
  | { kind: 'illisible' }

const illisible: MontantSaisi = { kind: 'illisible' }

// «27 450,00 € HT», «EUR 27450»: before or after it, the currency and the tax word say nothing that the field does not.
// Between digits they stay, and but for a mark before cents they make the amount unreadable.
const beforeAmount = /^\s*(?:€|eur(?:os?)?(?!\p{L}))/iu
const afterAmount = /(?:\s*(?:€|(?<!\p{L})(?:eur(?:os?)?|h\.?\s?t\.?)))+\s*$/iu
// «27 450€50»: there the sign is the decimal mark.
const euroMark = / ?€ ?(?=\d\d$)/
const grouped = /^\d{1,3}(?:([ .,'])\d{3})(?:\1\d{3})*$/

/** The cells and lines of a pasted text that hold figures: «1» and «250,00», side by side, are not 1 250,00. */
const cellsOf = (typed: string) =>
  cleanTexte(typed)
    .split(/[\t\n]+/)
    .map((cell) => cell.trim())
    .filter((cell) => /\d/.test(cell))

/** Typed or pasted amount → what it means, in cents: `27450`, `27 450,00 €`, `27450.00`, `27.450,00`, any space. guide §3.2 */
export function parseMontant(typed: string): MontantSaisi {
  if (cellsOf(typed).length > 1) return illisible
  const plain = cleanValeur(typed)
  const text = plain
    .replace(beforeAmount, ' ')
    .replace(afterAmount, ' ')
    .replace(/[\s’]+/gu, ' ')
    .trim()
    .replace(euroMark, ',')
  if (text === '') return plain === '' ? { kind: 'vide' } : illisible
  const sign = /^- ?/.exec(text)?.[0] ?? ''
  const body = text.slice(sign.length)
  const split = /^([\d .,']*?)(?: ?([.,]) ?(\d*))?$/.exec(body)
  if (!split) return illisible
  return readParts(sign, body, split[1] ?? '', split[2], split[3] ?? '')
}

function readParts(
  sign: string,
  body: string,
  units: string,
  point: string | undefined,
  decimals: string,
): MontantSaisi {
  const integer = readInteger(units, point)
  if (integer === null) return readGroups(sign, body)
  if (decimals.length === 3 && /^\d{1,3}$/.test(units) && !units.startsWith('0'))
    return ambiguous(sign, units, decimals)
  // 27,450,000: the last comma is no decimal mark when the others group thousands with it.
  if (/[1-9]/.test(decimals.slice(2))) return { kind: 'decimales' }
  return amount(sign, integer, decimals.slice(0, 2))
}

/** Digits of an integer part, grouped by threes with one mark other than the decimal one; null when it is not so. */
function readInteger(units: string, point: string | undefined): string | null {
  if (/^\d+$/.test(units)) return units
  const mark = grouped.exec(units)?.[1]
  return mark !== undefined && mark !== point ? units.replace(/\D/g, '') : null
}

/** `27.450.000`: one mark, more than once, can only group thousands. */
const readGroups = (sign: string, body: string) =>
  grouped.test(body) ? amount(sign, body.replace(/\D/g, ''), '') : illisible

function ambiguous(sign: string, units: string, decimals: string): MontantSaisi {
  const [grand, petit] = [amount(sign, units + decimals, ''), amount(sign, units, decimals.slice(0, 2))]
  if (grand.kind !== 'montant' || petit.kind !== 'montant') return illisible
  // 27,455 has no cents to be rounded to: only its thousands are an amount.
  return { kind: 'ambigu', lectures: decimals.endsWith('0') ? [grand.centimes, petit.centimes] : [grand.centimes] }
}

function amount(sign: string, integer: string, decimals: string): MontantSaisi {
  const centimes = readMontant(`${sign ? '-' : ''}${integer}.${decimals || '00'}`)
  return centimes === null ? illisible : { kind: 'montant', centimes }
}

/** Cents of a typed amount that has one meaning, else null. */
export function centimesOf(typed: string): Centimes | null {
  const saisi = parseMontant(typed)
  return saisi.kind === 'montant' ? saisi.centimes : null
}

/** Cents → `27 450,00`, thousands apart by a plain space: the form shown in the field. */
export function showMontant(centimes: Centimes): string {
  const digits = String(Math.abs(centimes)).padStart(3, '0')
  const units = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ' ')
  return `${centimes < 0 ? '-' : ''}${units},${digits.slice(-2)}`
}

/** Cents → `27 450,00 €` with no-break spaces, for sentences and tables. */
export const showEuros = (centimes: Centimes) => `${showMontant(centimes)} €`.replaceAll(' ', '\u00a0')

/** What the field shows once left: the amount in full when it has one meaning, else what was typed, cells apart. */
export function settleMontant(typed: string): string {
  const centimes = centimesOf(typed)
  if (centimes !== null) return showMontant(centimes)
  const cells = cellsOf(typed)
  return cleanValeur(cells.length > 1 ? cells.join(' ; ') : typed)
}

/** Sum of the amounts that have one meaning, in cents; null when one has none or there is none. guide §3.2 «la somme de toutes les factures» */
export function sumMontants(typed: readonly string[]): Centimes | null {
  const filled = typed.filter((text) => text.trim() !== '')
  const cents = filled.map(centimesOf)
  if (cents.length === 0) return null
  return cents.reduce<Centimes | null>(
    (sum, next) => (sum === null || next === null ? null : toCentimes(sum + next)),
    toCentimes(0),
  )
}
