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
