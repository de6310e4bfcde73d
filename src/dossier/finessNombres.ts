import { parseFiness, type Finess } from './finess'
import { isLuhn } from './luhn'

/** A number of a text that has, or nearly has, the look of a FINESS. Offsets count in that text. */
export interface Nombre {
  debut: number
  fin: number
  texte: string
  /** `finess`: nine digits, whatever they are. `presque`: near in length and in digits. */
  kind: 'finess' | 'presque' | 'siret' | 'telephone'
  /** Null unless `finess`. */
  finess: Finess | null
}

interface Groupe {
  debut: number
  fin: number
  texte: string
}

// Digits in one go or grouped by single spaces, points or hyphens; Corsica's 2A and 2B begin a number.
const digits = String.raw`(?:2[ab]\d*|\d+)`
// Its label may touch it: `FINESS990001018`.
const runs = new RegExp(String.raw`(?<!\p{N}|\p{L}(?<!finess))${digits}(?:[ .-]${digits})*(?![\p{L}\p{N}])`, 'giu')
const decimals = /^,\d{1,2}(?![\p{L}\p{N}])/u
// Eight digits are what a spreadsheet leaves of 010003820, a letter O stands for a zero.
const presque = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}]*\d{5})[\p{L}\p{N}]{7,10}(?![\p{L}\p{N}])/gu
const telephone = /^0[1-9]\d{8}$/

/** Every number of a plain text that may be meant as a FINESS, or that could be taken for one, in order. */
export function findNombres(texte: string): Nombre[] {
  const found = [...texte.matchAll(runs)].flatMap((match) => readRun(texte, match[0], match.index))
  const isFree = ({ index, 0: { length } }: RegExpExecArray) =>
    !found.some(({ debut, fin }) => index < fin && debut < index + length)
  const near = [...texte.matchAll(presque)]
    .filter(isFree)
    .map((match) => nombreAt('presque', { debut: match.index, fin: match.index + match[0].length, texte: match[0] }))
  return [...found, ...near].sort((a, b) => a.debut - b.debut)
}

const nombreAt = (kind: Nombre['kind'], { debut, fin, texte }: Groupe): Nombre => ({
  debut,
  fin,
  texte,
  kind,
  finess: kind === 'finess' ? parseFiness(compact(texte)) : null,
})

const compact = (texte: string) => texte.replace(/[ .-]/g, '')

function readRun(texte: string, run: string, debut: number): Nombre[] {
  const whole = { debut, fin: debut + run.length, texte: run }
  const all = compact(run)
  if (decimals.test(texte.slice(whole.fin))) return []
  if (isAvecIndicatif(texte.slice(0, debut), all) || telephone.test(all)) return [nombreAt('telephone', whole)]
  if (/^\d{14}$/.test(all) && (!/^\d{9}[ .-]/.test(run) || isSiretEnDeux(all))) return [nombreAt('siret', whole)]
  const groupes = [...run.matchAll(/[^ .-]+/g)].map(({ 0: group, index }) => ({
    debut: debut + index,
    fin: debut + index + group.length,
    texte: group,
  }))
  return split(groupes)
}

/** Whether `+` before a number begins a telephone's: behind a number, before nine digits, it adds one FINESS to another. */
const isAvecIndicatif = (before: string, all: string) =>
  before.endsWith('+') && !(/[\d)\]*.]\s*\+$/.test(before) && all.length % longueur === 0)

const longueur = 9
const groupesMax = 5
// Inside a longer run only the groupings that people print are looked for.
const usuels = [[9], [3, 3, 3], [2, 6, 1], [2, 3, 3, 1]]

/** The numbers that a run of groups is made of. */
function split(groupes: readonly Groupe[]): Nombre[] {
  const uniform = Array.from({ length: groupesMax }, (_, rank) => chunk(groupes, rank + 1)).find((chunks) =>
    chunks.every(isNine),
  )
  if (uniform) return uniform.map((part) => nombreAt('finess', joinGroupes(part)))
  const found: Nombre[] = []
  for (let at = 0; at < groupes.length; at++) {
    const shape = usuels.find((lengths) => lengths.every((length, rank) => groupes[at + rank]?.texte.length === length))
    if (!shape) continue
    const siret = groupes.slice(at, at + shape.length + 1)
    const isSiret = isSiretParts(siret)
    const part = isSiret ? siret : siret.slice(0, shape.length)
    found.push(nombreAt(isSiret ? 'siret' : 'finess', joinGroupes(part)))
    at += part.length - 1
  }
  return found
}

const isNine = (groupes: readonly Groupe[]) =>
  groupes.length <= groupesMax &&
  (groupes[0]?.texte.length ?? 0) >= 2 &&
  groupes.every(({ texte }, rank) => rank === 0 || /^\d+$/.test(texte)) &&
  groupes.reduce((sum, { texte }) => sum + texte.length, 0) === longueur

const chunk = (groupes: readonly Groupe[], size: number): Groupe[][] =>
  Array.from({ length: Math.ceil(groupes.length / size) }, (_, rank) => groupes.slice(rank * size, (rank + 1) * size))

/** Nine digits and five more are a SIRET; in one go before them they look like a FINESS and a postal code: the key tells. */
const isSiretParts = (parts: readonly Groupe[]) =>
  parts.length > 1 &&
  parts.at(-1)?.texte.length === 5 &&
  (parts.length === 4 || isSiretEnDeux(parts.map(({ texte }) => texte).join('')))

// The establishments of a company are numbered from 00001: no one has ten thousand of them, and few towns a code below 10000.
const isSiretEnDeux = (all: string) => all.charAt(9) === '0' && isLuhn(all)

function joinGroupes(groupes: readonly Groupe[]): Groupe {
  const debut = groupes[0]?.debut ?? 0
  const fin = groupes.at(-1)?.fin ?? debut
  return { debut, fin, texte: groupes.map(({ texte }) => texte).join(' ') }
}
