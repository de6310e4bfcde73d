import { profil } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { isLuhn } from './luhn'

/** A FINESS géographique: nine digits, or 2A or 2B and seven digits (Corsica). */
export type Finess = string & { readonly brand: 'Finess' }

/** A FINESS as it is written. guide §3.2 */
export const finessPattern = /^(?:\d{2}|2[AB])\d{7}$/

/** One typed number → FINESS in capitals, or null. guide §3.2 */
export function parseFiness(typed: string): Finess | null {
  const raised = cleanValeur(typed).toUpperCase()
  return finessPattern.test(raised) ? (raised as Finess) : null
}

/** Whether the Luhn key holds; nothing is known of Corsican keys, so they pass. */
export const isFinessKeyRight = (finess: Finess) => /^2[AB]/.test(finess) || isLuhn(finess)

/** Eight typed digits → the FINESS whose leading zero a spreadsheet dropped, when its key confirms it; else null. */
export function proposeFiness(typed: string): Finess | null {
  if (typed.length !== profil.longueurs.FINESS - 1) return null
  const padded = parseFiness(`0${typed}`)
  return padded && isFinessKeyRight(padded) ? padded : null
}
