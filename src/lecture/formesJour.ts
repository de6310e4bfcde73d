import { parseJour } from '../dossier/jour'
import { weekdayOf, type Jour } from '../format/jour'
import { nombreEnLettres, readNombre } from './lettres'

/** One way to write a day: where it stands in a folded text, and which day it is. */
interface FormeJour {
  pattern: RegExp
  read: (groups: Readonly<Record<string, string | undefined>>) => Jour | null
}

const mois =
  'janvier|janv|jan|fevrier|fevr|fev|mars|avril|avr|mai|juin|juillet|juil|aout|septembre|sept|sep|octobre|oct|novembre|nov|decembre|dec'
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const month = `(?<month>${months.flatMap((name) => [name, name.slice(0, 3), ...(name === 'september' ? ['sept'] : [])]).join('|')})`

const semaine = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const
const week = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const jourSemaine = `(?<![a-z])(?:${[...semaine, ...week].join('|')}|(?:lun|mar|mer|jeu|ven|sam|dim)\\.)`
const apresSemaine = '(?: ?,? ?(?:le ?)?)'
const finSemaine = new RegExp(`${jourSemaine}${apresSemaine}$`)
const debutSemaine = new RegExp(`^${jourSemaine}${apresSemaine}`)

/** A folded text without the day of the week («lundi», «lundi, le») that it ends with, before a day. */
export const withoutSemaine = (plie: string): string => plie.replace(finSemaine, '')

/** The day of the week that the text before a day says, and the one that it is, when the calendar says another; else null. */
export function contredire(before: string, jour: Jour): { dit: string; est: string } | null {
  const dit = finSemaine.exec(before)?.[0].replace(/[^a-z].*$/, '') ?? ''
  const rank = [semaine, week].map((names) => names.findIndex((name) => name.startsWith(dit))).find((one) => one >= 0)
  const est = semaine[weekdayOf(jour)]
  return dit === '' || est === undefined || rank === weekdayOf(jour) ? null : { dit, est }
}

const begin = String.raw`(?<![\d\p{L}])`
const end = String.raw`(?![\d\p{L}])`
const day = String.raw`(?<day>\d{1,2})`
const year = String.raw`(?<year>\d{4})`
// Two digits say a year only after a hyphen, or where nothing follows.
const shortYear = String.raw`(?<year>\d{4}|(?<=-)\d{2}|\d{2}(?=\s*(?:\t|$)))`

const form = (source: string, read: FormeJour['read']): FormeJour => ({ pattern: new RegExp(source, 'gu'), read })
const inEnglish: FormeJour['read'] = ({ day = '', month: name = '', year = '' }) =>
  parseJour(`${day}/${String(months.findIndex((one) => one.startsWith(name.slice(0, 3))) + 1)}/${year}`)

const enChiffres = [
  form(
    String.raw`(?<![\d/.,-])${day}(?<mark> ?[/.-] ?)(?<month>\d{1,2})\k<mark>(?<year>\d{4}|\d{2})(?![\d\p{L}]|[/.-][\d\p{L}])`,
    ({ day = '', mark = '', month = '', year = '' }) =>
      // 1.2.23 is sooner a version or a paragraph than a day.
      year.length === 2 && !mark.includes('/') && (day.length !== 2 || month.length !== 2)
        ? null
        : parseJour(`${day}/${month}/${year}`),
  ),
  form(
    String.raw`(?<![\d/.\p{L}-])${year}(?<mark>[/.-])(?<month>\d{2})\k<mark>(?<day>\d{2})(?![\d]|[/.-][\d\p{L}]|(?!t\d)\p{L})`,
    ({ day = '', month = '', year = '' }) => parseJour(`${year}-${month}-${day}`),
  ),
  // «Date 20230315», «Date : 15032023»: only behind the word.
  form(
    String.raw`(?<=\bdate\b[^\d\n]{0,20})(?<year>20\d{2})(?<month>\d{2})(?<day>\d{2})(?![\d.,/-])`,
    ({ day = '', month = '', year = '' }) => parseJour(`${day}/${month}/${year}`),
  ),
  form(
    String.raw`(?<=\bdate\b[^\d\n]{0,20})(?<day>\d{2})(?<month>\d{2})(?<year>20\d{2})(?![\d.,/-])`,
    ({ day = '', month = '', year = '' }) => parseJour(`${day}/${month}/${year}`),
  ),
  // «15 03 2023»: its year in this century, and no other group of digits beside it.
  form(
    String.raw`(?<![\d/.,\p{L}-])(?<!\d )(?<day>\d{2}) (?<month>\d{2}) (?<year>20\d{2})(?! ?\d|[/.,-]\d|\p{L})`,
    ({ day = '', month = '', year = '' }) => parseJour(`${day}/${month}/${year}`),
  ),
]

const enMots = [
  form(
    String.raw`${begin}${day}(?: ?er)?[ -]{0,2}(?<month>${mois})(?:\.? ?-{1,2} ?|\. ?| )${shortYear}${end}`,
    ({ day = '', month = '', year = '' }) => parseJour(`${day} ${month} ${year.length === 2 ? '20' : ''}${year}`),
  ),
  form(String.raw`${begin}${day}(?:st|nd|rd|th)?[ -](?:of )?${month}\.?,?[ -]${year}${end}`, inEnglish),
  // «15-Mar-23»
  form(String.raw`${begin}${day}-${month}-(?<year>\d{2})${end}(?!-)`, (groups) =>
    inEnglish({ ...groups, year: `20${groups.year ?? ''}` }),
  ),
  form(String.raw`${begin}${month}\.? ${day}(?:st|nd|rd|th)?,? ${year}${end}`, inEnglish),
  // «Mars 15, 2023», as a program made in English writes it.
  form(
    String.raw`${begin}(?<month>${mois})\.? ${day}(?: ?er|e)?,? ${year}${end}`,
    ({ day = '', month = '', year = '' }) => parseJour(`${day} ${month} ${year}`),
  ),
  form(
    String.raw`${begin}(?<day>premier|${nombreEnLettres}) (?<month>${mois}) (?<year>deux mil(?:le)?[ -]${nombreEnLettres})${end}`,
    ({ day = '', month = '', year = '' }) => {
      const jour = day === 'premier' ? 1 : readNombre(day)
      return jour > 31 ? null : parseJour(`${jour} ${month} ${readNombre(year.replace(/\bmil\b/, 'mille'))}`)
    },
  ),
]

const formes: readonly FormeJour[] = [...enChiffres, ...enMots]
const ofProgramme = /\/(?:19[89]|20)\d+$/

/** Every real day of a folded text, in order, with its offsets: in figures, ISO, months in words, English too, all in letters. */
export function findJours(plie: string): { jour: Jour; debut: number; fin: number }[] {
  if (!/\d|\bdeux mil/.test(plie)) return []
  return formes
    .flatMap(({ pattern, read }) =>
      [...plie.matchAll(pattern)].flatMap(({ groups = {}, index, 0: { length } }) => {
        const jour = read(groups)
        return jour && ofProgramme.test(jour) ? [{ jour, debut: index, fin: index + length }] : []
      }),
    )
    .sort((a, b) => a.debut - b.debut)
}

const entames = [
  String.raw`(?:${jourSemaine}${apresSemaine})?${day}(?: ?er)?(?: (?:${mois})\.?)?`,
  `${jourSemaine} ?,?(?: le)?`,
  String.raw`\d{1,2}(?<mark>[/.-])(?:\d{1,2}(?:\k<mark>\d{0,3})?)?`,
  String.raw`\d{4}-(?:\d{2}-)?`,
  String.raw`^\d{1,2} [a-z]{3,8}`,
]
const entame = new RegExp(String.raw`(?<![\d\p{L}/.,-])(?:${entames.join('|')})$`, 'u')

/**
 * The beginning of a day at the end of a folded text, which the next line may go on with: «lundi», «12 mai», «12/05/», «12»,
 * or «12 sep» when there is nothing else. '' when none is.
 */
export const jourEntame = (plie: string): string => entame.exec(plie)?.[0] ?? ''

/** A day made of several stretches of text. */
interface JourJoint {
  jour: Jour
  /** What is left of the last one. */
  reste: string
  /** What stands before it in the first one: the day of the week. */
  avant: string
}

/** The day that stretches of folded text, two to four, make together, its year in full. */
export function joinJour(parts: readonly string[]): JourJoint | null {
  const last = parts.at(-1)?.length ?? 0
  for (const joined of joinings(parts)) {
    const [found] = findJours(joined)
    const avant = debutSemaine.exec(joined)?.[0] ?? ''
    if (found?.debut !== avant.length || found.fin <= joined.length - last) continue
    if (/\d{4}$|^\d{4}-/.test(joined.slice(found.debut, found.fin)))
      return { jour: found.jour, reste: joined.slice(found.fin), avant }
  }
  return null
}

/** Stretches of a narrow cell put together in every way: with a space, or with none where a word or a number is broken. */
export const joinings = ([first = '', ...others]: readonly string[]): string[] =>
  others.reduce((made, part) => made.flatMap((text) => [`${text} ${part}`, text + part]), [first])

/** A folded text without the days whose months are words. */
export const withoutJoursEnMots = (plie: string): string =>
  enMots.reduce((text, { pattern }) => text.replace(pattern, ' '), plie)
