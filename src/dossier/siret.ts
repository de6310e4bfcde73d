import { profil } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { digitSum, isLuhn } from './luhn'

/** Fourteen digits, as the file writes them. `parseSiret` is its only source. */
export type Siret = string & { readonly brand: 'Siret' }

/** Typed or pasted text → SIRET; its label, spaces of any kind, points and hyphens are dropped. Null when not 14 digits. guide §3.2 */
export function parseSiret(typed: string): Siret | null {
  const digits = compactSiret(typed)
  return /^\d+$/.test(digits) && digits.length === profil.longueurs.SIRET ? (digits as Siret) : null
}

/** The typed text without its label and what groups digits: what is counted when it is not a SIRET. */
export const compactSiret = (typed: string) =>
  cleanValeur(typed)
    .replace(/^(?:n[°o]\.? ?|numéro (?:de )?)?siret ?[:.]?/iu, '')
    .replace(/[ .\-/]/g, '')

const sirenLaPoste = '356000000'

/** Whether the key holds: Luhn over the 14 digits, or for La Poste's own establishments a digit sum multiple of 5. */
export const isSiretKeyRight = (siret: Siret) =>
  isLuhn(siret) || (siret.startsWith(sirenLaPoste) && digitSum(siret) % 5 === 0)

/** `73282932000074` → `732 829 320 00074`, for reading aloud and comparing. */
export const showSiret = (siret: Siret) => siret.replace(/^(...)(...)(...)/, '$1 $2 $3 ')
