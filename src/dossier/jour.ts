import { isJour, jourOfSerial, nextJour, readHorodatage, splitHeure, withoutMidnight, type Jour } from '../format/jour'
import { cleanValeur } from '../format/texte'

const months = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(' ')

const beforeDay = /^(?:(?:\p{L}[\p{L}’' -]*, ?)?le )?(?:(?:lun|mar|mer|jeu|ven|sam|dim)\p{L}*\.?,? )?/iu

const write = (day: string, month: string, year: string): Jour | null => {
  const jour = `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year.length === 2 ? `20${year}` : year}`
  return isJour(jour) ? jour : null
}

/**
 * Typed or pasted date → `JJ/MM/AAAA`, or null when it is no real day: `1/2/23`, `01-02-2023`, `01022023`,
 * `2023-02-01`, `1er avril 2023`, `15-mars-23`, `Lyon, le mer. 15/03/2023`, with or without midnight. Two digits of a year are of this century.
 */
export const parseJour = (typed: string): Jour | null => readJour(withoutMidnight(cleanValeur(typed)))

function readJour(plain: string): Jour | null {
  const text = plain
    .replace(/ +/g, ' ')
    .replace(beforeDay, '')
    .replace(/[.,;]$/, '')
  const numeric = /^(\d{1,2}) ?[/.\- ] ?(\d{1,2}) ?[/.\- ] ?(\d{2}|\d{4})$/.exec(text)
  if (numeric) return write(numeric[1] ?? '', numeric[2] ?? '', numeric[3] ?? '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text)
  if (iso) return write(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '')
  if (/^\d{8}$/.test(text)) return write(text.slice(0, 2), text.slice(2, 4), text.slice(4)) ?? readHorodatage(text)
  return parseWords(text)
}

function parseWords(text: string): Jour | null {
  const words = /^(\d{1,2})(?:er|ᵉʳ|°)?[ \-/.](\p{L}+)\.?[ \-/.](\d{2}|\d{4})$/iu.exec(text)
  if (!words) return null
  const name = (words[2] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const meant = months.filter((month) => name.length >= 3 && month.startsWith(name))
  // «jui» may be two months.
  const rank = meant.length === 1 && meant[0] ? months.indexOf(meant[0]) : -1
  return rank === -1 ? null : write(words[1] ?? '', String(rank + 1), words[3] ?? '')
}

/** What the field shows once left: the date in full when it is one, else what was typed. */
export const settleJour = (typed: string) => parseJour(typed) ?? cleanValeur(typed)

/**
 * Days that a text which is no date may mean, to be offered and never taken silently: a spreadsheet's serial number, a
 * day with an hour, and the next one when that hour is late in UTC.
 */
export function proposeJours(typed: string): Jour[] {
  const text = cleanValeur(typed)
  if (parseJour(text) !== null) return []
  const serial = /^(\d{5})(?:[.,](\d+))?$/.exec(text)
  if (serial) return [jourOfSerial(Number(serial[1]))].filter((jour) => jour !== null)
  const parts = splitHeure(text)
  const jour = parts && readJour(parts.jour)
  if (!jour) return []
  // In France a day begins at 22 or 23 hours UTC of the day before.
  const next = parts.heureUtc !== null && parts.heureUtc >= 22 ? nextJour(jour) : null
  return next === null ? [jour] : [next, jour]
}
