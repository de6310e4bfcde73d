import { profil } from '../format/profil'

// What a mail program adds when an address is copied (`<…>`, `mailto:`, a final `;`) is no part of it.
const adressePattern = /^[^\s@<>(),;:[\]\\]+@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})$/u

/** The domain of an e-mail address in lower case, or null when the text is no `something@domain.tld`. guide §3.2 */
export const domaineOf = (adresse: string): string | null =>
  adressePattern.exec(adresse.trim())?.[1]?.toLowerCase() ?? null

const isAtOrBelow = (domaine: string, parent: string) => domaine === parent || domaine.endsWith(`.${parent}`)

/** Whether the domain is the patients' one: a box of theirs cannot be a sender's. */
export const isDomainePatient = (domaine: string) => isAtOrBelow(domaine, profil.domainePatient)

/** Whether the domain belongs to MSSanté. */
export const isDomaineMSS = (domaine: string) => isAtOrBelow(domaine, profil.domaineMSS)
