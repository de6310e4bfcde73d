import { domaineOf, readAdresse } from '../format/adresse'
import { profil } from '../format/profil'
import { valeurSeule } from './valeurSeule'

/** What is judged and written of a typed address: the address alone. guide §3.2 */
export const settleAdresse = (typed: string): string => readAdresse(typed).adresse

/** A text in which an address stands behind its label → the address, to be offered; else null. */
export function proposeAdresse(typed: string): string | null {
  const adresse = settleAdresse(valeurSeule(typed))
  return domaineOf(adresse) !== null && adresse !== settleAdresse(typed) ? adresse : null
}

const isAtOrBelow = (domaine: string, parent: string) => domaine === parent || domaine.endsWith(`.${parent}`)

/** Whether the domain is the patients' one: a box of theirs cannot be a sender's. */
export const isDomainePatient = (domaine: string) => isAtOrBelow(domaine, profil.domainePatient)

/** Whether the domain belongs to MSSanté. */
export const isDomaineMSS = (domaine: string) => isAtOrBelow(domaine, profil.domaineMSS)

/**
 * What an address that is used hardly has: signs of another alphabet, accents, quotes, `=`, a misplaced point or hyphen.
 * Each once, in order; empty for an ordinary address.
 */
export function signesInhabituels(adresse: string): string[] {
  const at = adresse.lastIndexOf('@')
  const [local, domaine] = [adresse.slice(0, at), adresse.slice(at + 1)]
  return [
    ...new Set([
      ...(local.match(/[^A-Za-z0-9_.+&'-]/gu) ?? []),
      ...(local.match(/^\.|\.\.+|\.$/g) ?? []),
      ...(domaine.match(/[^A-Za-z0-9.-]/gu) ?? []),
      ...(domaine.match(/(?<=^|\.)-|-(?=\.|$)/g) ?? []),
    ]),
  ]
}
