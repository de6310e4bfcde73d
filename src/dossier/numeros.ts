import { lengthOf } from '../format/names'
import { profil } from '../format/profil'
import { cleanValeur } from '../format/texte'

/** A FINBIO number as it is written: trimmed, in capitals. guide §3.2 */
export const settleNumeroASP = (typed: string) => cleanValeur(typed).toUpperCase()

/** `1` → `001`; anything but one to three digits stays as typed. guide §3.3 */
export const settleNumeroFichier = (typed: string) => {
  const text = cleanValeur(typed)
  return /^\d{1,3}$/.test(text) ? text.padStart(3, '0') : text
}

/** A shorter number of digits (`1`, `n° 1`) → the five it may stand for, to be offered and never taken silently; else null. */
export function proposeNumeroEditeur(typed: string): string | null {
  const text = cleanValeur(typed).replace(/^n[°o]\.? ?/i, '')
  const short = /^\d+$/.test(text) && lengthOf(text) < profil.longueurs.numeroEditeur
  return short ? text.padStart(profil.longueurs.numeroEditeur, '0') : null
}

/** Digits where FINBIO was left out or stands apart (`6`, `000006`, `finbio-6`) → the number meant, to be offered; else null. */
export function proposeNumeroASP(typed: string): string | null {
  const compact = settleNumeroASP(typed).replace(/^N[°O]\.? ?|[ .\-]/g, '')
  const digits = new RegExp(`^(?:${profil.prefixeNumeroASP})?(\\d+)$`).exec(compact)?.[1]
  const room = profil.longueurs.numeroASP - profil.prefixeNumeroASP.length
  if (digits === undefined || digits.length > room) return null
  const proposal = profil.prefixeNumeroASP + digits.padStart(room, '0')
  return proposal === settleNumeroASP(typed) ? null : proposal
}
