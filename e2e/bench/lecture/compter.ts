import type { Lecture, Lu } from '../../../src/lecture/lecture'
import type { Attendu, Fichier } from './manifest'

const champs = ['dateFacture', 'montantHT', 'siret', 'finess', 'finbio', 'classification'] as const
type Champ = (typeof champs)[number]

const issues = ['justeSur', 'justeDoute', 'fauxSur', 'fauxDoute', 'absent', 'rien'] as const
export type Issue = (typeof issues)[number]

/** One field of one file: what was to be read, what was, and what became of it. */
export interface Resultat {
  fichier: Fichier
  champ: Champ
  attendu: string | null
  lu: string | null
  issue: Issue
  /** Not taken, but offered among others. */
  propose: boolean
}

interface Lue {
  valeur: string | null
  sure: boolean
  autres: readonly string[]
}

const none: Lue = { valeur: null, sure: false, autres: [] }
const lueOf = <T>(lu: Lu<T> | null, show: (valeur: T) => string, autres: readonly Lu<T>[] = []): Lue => ({
  valeur: lu ? show(lu.valeur) : null,
  sure: lu?.sure ?? false,
  autres: autres.map(({ valeur }) => show(valeur)),
})
const same = (valeur: string) => valeur
const showPoint = (centimes: number) => (centimes / 100).toFixed(2)
const list = (valeurs: readonly string[]) => (valeurs.length > 0 ? [...valeurs].sort().join(' ') : null)

const readers: Record<Champ, (lecture: Lecture) => Lue> = {
  dateFacture: (lecture) => lueOf(lecture.dateFacture, same, lecture.candidatsDate),
  montantHT: (lecture) => lueOf(lecture.montantHT, showPoint, lecture.candidatsHT),
  siret: (lecture) => lueOf(lecture.siretFournisseur, same, lecture.sirets),
  finess: ({ finess }) => ({
    valeur: list(finess.map(({ valeur }) => valeur)),
    sure: finess.every(({ sure }) => sure),
    autres: [],
  }),
  finbio: (lecture) => lueOf(lecture.numeroASP, same),
  classification: ({ type }) => ({ valeur: type.valeur, sure: type.sure, autres: [] }),
}

// What only a person can read in a picture, or what has no meaning as text, is to be passed over in silence, unless it
// was to be recognised.
const isUnreadable = ({ textLayer }: Fichier, ocr: boolean) => !ocr && (textLayer === 'none' || textLayer === 'garbage')

const attenduOf = (expected: Attendu, champ: Champ) => (champ === 'finess' ? list(expected.finess) : expected[champ])

/** Holds what was read in one file against its manifest line. */
export function compter(fichier: Fichier, lecture: Lecture | null, ocr: boolean): Resultat[] {
  return champs.map((champ) => {
    const attendu = isUnreadable(fichier, ocr) ? null : attenduOf(fichier.expected, champ)
    // What is read and not held readable is never offered.
    const { valeur, sure, autres } = lecture?.texteLisible ? readers[champ](lecture) : none
    const issue = issueOf(attendu, valeur, sure)
    const propose = issue === 'absent' && attendu !== null && autres.includes(attendu)
    return { fichier, champ, attendu, lu: valeur, issue, propose }
  })
}

function issueOf(attendu: string | null, lu: string | null, sure: boolean): Issue {
  if (lu === null) return attendu === null ? 'rien' : 'absent'
  if (lu === attendu) return sure ? 'justeSur' : 'justeDoute'
  return sure ? 'fauxSur' : 'fauxDoute'
}

const heads: Record<Issue, string> = {
  justeSur: 'right sure',
  justeDoute: 'right unsure',
  fauxSur: 'WRONG sure',
  fauxDoute: 'wrong unsure',
  absent: 'not found',
  rien: 'rightly none',
}

const row = (cells: readonly (string | number)[]) =>
  cells.map((cell, index) => (index === 0 ? String(cell).padEnd(16) : String(cell).padStart(13))).join('')

/** Counts by field and outcome, then every miss with both values. */
export function showResultats(resultats: readonly Resultat[]): string {
  const table = champs.map((champ) => {
    const own = resultats.filter((one) => one.champ === champ)
    const counts = issues.map((issue) => own.filter((one) => one.issue === issue).length)
    return row([champ, own.filter(({ attendu }) => attendu !== null).length, ...counts, countOffered(own)])
  })
  const misses = resultats
    .filter(({ issue }) => ['fauxSur', 'fauxDoute', 'absent'].includes(issue))
    .sort((a, b) => issues.indexOf(a.issue) - issues.indexOf(b.issue))
    .map(
      ({ fichier, champ, attendu, lu, issue, propose }) =>
        `  ${heads[issue]}${propose ? ' (offered)' : ''}${fichier.optional ? ' (optional)' : ''}: ${fichier.file}, ${champ}: expected ${attendu ?? '–'}, read ${lu ?? '–'}`,
    )
  return [row(['field', 'to be read', ...issues.map((issue) => heads[issue]), 'offered']), ...table, ...misses].join(
    '\n',
  )
}

const countOffered = (resultats: readonly Resultat[]) => resultats.filter(({ propose }) => propose).length

/** Share of files whose date and amount were both read right. */
export function showPart(titre: string, resultats: readonly Resultat[]): string {
  const files = new Map<string, boolean>()
  for (const { fichier, champ, attendu, issue } of resultats) {
    if ((champ !== 'dateFacture' && champ !== 'montantHT') || attendu === null) continue
    files.set(fichier.file, (files.get(fichier.file) ?? true) && (issue === 'justeSur' || issue === 'justeDoute'))
  }
  const right = [...files.values()].filter(Boolean).length
  return `${titre}: ${right} of ${files.size} right on date and amount (${((100 * right) / Math.max(1, files.size)).toFixed(1)} %)`
}
