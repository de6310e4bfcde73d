import { lengthOf } from '../format/names'
import { profil } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { valeurSeule } from './valeurSeule'

/** A FINBIO number as it is written: trimmed, in capitals. guide §3.2 */
export const settleNumeroASP = (typed: string) => cleanValeur(typed).toUpperCase()

/** `1` → `001`; anything but one to three digits stays as typed. guide §3.3 */
export const settleNumeroFichier = (typed: string) => {
  const text = cleanValeur(typed)
  return /^\d{1,3}$/.test(text) ? text.padStart(3, '0') : text
}

/** `001` and 2 → `003`; what is no number stays as typed, for the header's own check to name. format §6 */
export function numeroPlus(numeroFichier: string, by: number): string {
  const numero = settleNumeroFichier(numeroFichier)
  return /^\d+$/.test(numero) ? settleNumeroFichier(String(Number(numero) + by)) : numeroFichier
}

/**
 * A shorter number of digits (`1`, `n° 1`) → the five it may stand for; a number with its label → the number: to be
 * offered and never taken silently. Else null.
 */
export function proposeNumeroEditeur(typed: string): string | null {
  const text = valeurSeule(typed)
  const { numeroEditeur: length } = profil.longueurs
  if (/^\d+$/.test(text) && lengthOf(text) < length) return text.padStart(length, '0')
  return text !== cleanValeur(typed) && /^[a-z0-9]+$/i.test(text) && lengthOf(text) === length ? text : null
}

/** Digits where FINBIO was left out or stands apart (`6`, `000006`, `finbio-6`), or a number with its label → the number meant, to be offered; else null. */
export function proposeNumeroASP(typed: string): string | null {
  const compact = settleNumeroASP(valeurSeule(typed)).replace(/[ .\-]/g, '')
  const digits = new RegExp(`^(?:${profil.prefixeNumeroASP})?(\\d+)$`).exec(compact)?.[1]
  const room = profil.longueurs.numeroASP - profil.prefixeNumeroASP.length
  if (digits === undefined || digits.length > room) return null
  const proposal = profil.prefixeNumeroASP + digits.padStart(room, '0')
  return proposal === settleNumeroASP(typed) ? null : proposal
}
