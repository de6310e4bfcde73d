import { profil } from '../format/profil'
import { isLuhn } from './luhn'

/** A FINESS géographique: nine digits, or 2A or 2B and seven digits (Corsica). */
export type Finess = string & { readonly brand: 'Finess' }

const finessPattern = /^(?:\d{2}|2[AB])\d{7}$/

/** One typed number → FINESS in capitals, or null. guide §3.2 */
export function parseFiness(typed: string): Finess | null {
  const raised = typed.trim().toUpperCase()
  return finessPattern.test(raised) ? (raised as Finess) : null
}

/** Whether the Luhn key holds; nothing is known of Corsican keys, so they pass. */
export const isFinessKeyRight = (finess: Finess) => /^2[AB]/.test(finess) || isLuhn(finess)

const gap = '[ \\u00a0\\u2009\\u202f.]'
// In one go, or grouped as people print them: 750 712 184, 75 071218 4. Nine digits and five more are a SIRET.
const finessInText = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:\d{2}|2[ab])\d{7}|(?:\d{3}|2[ab]\d)${gap}\d{3}${gap}\d{3}(?!${gap}\d{5})|(?:\d{2}|2[ab])${gap}\d{6}${gap}\d)(?![\p{L}\p{N}])`,
  'giu',
)

// A SIRET printed with its SIREN in one go looks like a FINESS and a postal code: only its key tells them apart.
const siretInText = /(?<![\p{L}\p{N}])\d{9}[ \u00a0\u2009\u202f.]\d{5}(?![\p{L}\p{N}])/gu
const dropSiret = (text: string) =>
  text.replace(siretInText, (match) => (isLuhn(match.replace(/\D/g, '')) ? ' ' : match))

// Near in length and in digits: eight are what a spreadsheet leaves of 010003820, a letter O stands for a zero.
const nearMiss = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}]*\d{5})[\p{L}\p{N}]{7,10}(?![\p{L}\p{N}])/gu

export interface FinessFound {
  trouves: Finess[]
  /** Texts that look like a mistyped FINESS. */
  presque: string[]
}

/** Every FINESS in any text (a column, a list, a sentence), in order, each once; and what looks like a mistyped one. */
export function findFiness(text: string): FinessFound {
  const trouves = new Set<Finess>()
  const rest = dropSiret(text).replace(finessInText, (match) => {
    const finess = parseFiness(match.replace(/[^0-9a-z]/gi, ''))
    if (!finess) return match
    trouves.add(finess)
    return ' '
  })
  return { trouves: [...trouves], presque: rest.match(nearMiss) ?? [] }
}

/** Eight typed digits → the FINESS whose leading zero a spreadsheet dropped, when its key confirms it; else null. */
export function proposeFiness(typed: string): Finess | null {
  if (typed.length !== profil.longueurs.FINESS - 1) return null
  const padded = parseFiness(`0${typed}`)
  return padded && isFinessKeyRight(padded) ? padded : null
}
