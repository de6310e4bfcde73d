/** A real calendar date, written `JJ/MM/AAAA` (guide §3.2). `isJour` is its only source. */
export type Jour = string & { readonly brand: 'Jour' }

const daysIn = (month: number, year: number) =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

/** Whether the text is `JJ/MM/AAAA` and that day exists: 29/02/2024 does, 29/02/2023 does not. */
export function isJour(text: string): text is Jour {
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text)
  if (!parts) return false
  const [day, month, year] = parts.slice(1).map(Number) as [number, number, number]
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year)
}

/** `JJ/MM/AAAA` → `AAAAMMJJ`, as file names write it (guide §3.3); sorts as the calendar does. */
export const writeHorodatage = (jour: Jour) => jour.slice(6) + jour.slice(3, 5) + jour.slice(0, 2)

/** `AAAAMMJJ` → `JJ/MM/AAAA`, or null when that day does not exist. */
export function readHorodatage(text: string): Jour | null {
  const jour = `${text.slice(6)}/${text.slice(4, 6)}/${text.slice(0, 4)}`
  return isJour(jour) ? jour : null
}

/** Whether `a` comes before `b` in the calendar. */
export const isBefore = (a: Jour, b: Jour) => writeHorodatage(a) < writeHorodatage(b)

/** A day written with an hour: the day as it stands before it, and whether the hour is midnight of no named time zone. */
export interface JourHeure {
  jour: string
  minuit: boolean
  /** Hours of a time in UTC (`…T23:00:00Z`), which may belong to the next day here; null for any other time. */
  heureUtc: number | null
}

const heure =
  /^(.+?)(?:T| ?,? (?:à )?)(\d{1,2})(?::|h| h )(\d{2})(?:[:m](\d{2})(?:[.,](\d+))?s?)? ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

/** A plain text that ends with an hour → its parts; null for any other. */
export function splitHeure(text: string): JourHeure | null {
  const parts = heure.exec(text)
  if (!parts) return null
  const [, jour = '', hours = '', minutes = '', seconds = '0', fraction = '0', zone] = parts
  const minuit = zone === undefined && [hours, minutes, seconds, fraction].every((part) => Number(part) === 0)
  return { jour, minuit, heureUtc: zone !== undefined && /^[a-z]/i.test(zone) ? Number(hours) : null }
}

/** Text of a day without a midnight hour: other programs write a day as its first instant. Any other hour stays. format §7 */
export const withoutMidnight = (text: string) => {
  const parts = splitHeure(text)
  return parts?.minuit ? parts.jour : text
}

const daysFrom1970 = 25_569

/** Serial number of a spreadsheet (1 is 01/01/1900, and 1900 a leap year there) → the day; null outside of 2000 to 2099. */
export function jourOfSerial(serial: number): Jour | null {
  if (!Number.isInteger(serial) || serial < 36_526 || serial > 73_050) return null
  let rest = serial - daysFrom1970
  let year = 1970
  for (; rest >= daysInYear(year); year++) rest -= daysInYear(year)
  let month = 1
  for (; rest >= daysIn(month, year); month++) rest -= daysIn(month, year)
  return toJour(rest + 1, month, year)
}

const daysInYear = (year: number) => 337 + daysIn(2, year)

const toJour = (day: number, month: number, year: number): Jour | null => {
  const jour = `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`
  return isJour(jour) ? jour : null
}

/** The day after. */
export function nextJour(jour: Jour): Jour | null {
  const [day, month, year] = jour.split('/').map(Number) as [number, number, number]
  if (day < daysIn(month, year)) return toJour(day + 1, month, year)
  return month < 12 ? toJour(1, month + 1, year) : toJour(1, 1, year + 1)
}

const millisecondsOfDay = 86_400_000
/** The first day that they are counted from. */
const jeudi = 4

/** Day of the week, 0 for Sunday. */
export function weekdayOf(jour: Jour): number {
  const [day, month, year] = jour.split('/').map(Number) as [number, number, number]
  const days = Date.UTC(year, month - 1, day) / millisecondsOfDay
  return (((days + jeudi) % 7) + 7) % 7
}
