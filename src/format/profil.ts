import { choisi } from './profilChoisi'

/** The profile at work. */
export const profil = choisi

export type Vague = (typeof profil.vagues)[number]
export type TypeFichier = (typeof profil.typesFichier)[number]
export type FormatFichier = keyof typeof profil.extensions

/** `BIO-SGL`: what the profile is called, and what its pièces' names begin with. guide §3.3 */
export const nomProfil = `${profil.couloir}-${profil.logiciel}`

/** `FINBIO000006`: an ASP number as it looks. guide §3.1 */
export const exempleNumeroASP = `${profil.prefixeNumeroASP}${'6'.padStart(profil.longueurs.numeroASP - profil.prefixeNumeroASP.length, '0')}`

/** Something for each type of pièces. */
export const parType = <Value>(of: (type: TypeFichier) => Value) =>
  Object.fromEntries(profil.typesFichier.map((type) => [type, of(type)])) as Record<TypeFichier, Value>

export const isTypeFichier = (name: string): name is TypeFichier => profil.typesFichier.some((type) => type === name)
