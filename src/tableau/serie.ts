import { isJour, type Jour } from '../format/jour'

// Day 1 is 31/12/1899 once the 29/02/1900 that never was is counted in: true from 01/03/1900 on.
const daysTo1970 = 25_569

/** A spreadsheet's day number → its day, or null outside 01/03/1900 to 31/12/9999. The time of day is left out. */
export function jourOfSerie(serie: number): Jour | null {
  if (!(serie >= 61 && serie < 2_958_466)) return null
  // Days are counted from 01/03 of year 0, so that a leap day ends its year.
  const days = Math.floor(serie) - daysTo1970 + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const two = (value: number) => String(value).padStart(2, '0')
  const jour = `${two(day)}/${two(month)}/${year}`
  return isJour(jour) ? jour : null
}

/** A typed or stored day number of this programme's years (2000 to 2099) → its day, to be offered; else null. */
export const proposeJourSerie = (typed: string): Jour | null =>
  /^\d{5}$/.test(typed) && Number(typed) >= 36_526 && Number(typed) < 73_051 ? jourOfSerie(Number(typed)) : null

/** A day as files store it (`2023-03-15T00:00:00`) → `15/03/2023`, the time of day left out; anything else as it stands. */
export const showJourStocke = (stored: string) => stored.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/, '$3/$2/$1')
