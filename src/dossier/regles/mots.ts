import { agree, joinMots } from '../../format/mots'

const citationMax = 60
/** Pasted text may be long and have line breaks: what is quoted is one line, shortened. */
export function cite(valeur: string) {
  const signes = Array.from(valeur.replace(/\s+/g, ' ').trim())
  return signes.length > citationMax ? `« ${signes.slice(0, citationMax).join('')}… »` : `« ${signes.join('')} »`
}

const finessMax = 8
/** FINESS of which the same is said: «999999991, 999999992 et 999999993»; of many the first, and how many more. */
export const showFiness = (valeurs: readonly string[]) => joinMots(valeurs, finessMax)

/** A sign in quotes; one that may look like a Latin letter and is none, with its number. */
export const showSigne = (signe: string) =>
  /^[\p{L}\p{M}]$/u.test(signe) && !/\p{Script=Latin}/u.test(signe)
    ? `« ${signe} » (U+${(signe.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}, d’un autre alphabet)`
    : `« ${signe} »`

/** Places of which the same is to be said: the first ones, at most `placesMax`, and how many there are in all. */
export interface Places<Place> {
  premieres: readonly Place[]
  nombre: number
}

/** Of hundreds nobody reads more. */
export const placesMax = 3

/** Where else a value stands, by numLigne. */
export function ailleurs({ premieres, nombre }: Places<number>) {
  const list = premieres.map((numLigne) => `n° ${numLigne}`)
  return `dans ${agree(nombre, 'la demande')} ${joinMots(list, placesMax, nombre)}`
}

/** Bytes tell what rounded megabytes do not: a size below the limit, or within a hundredth of it. */
export const isPres = (taille: number, limite: number) => taille - limite < limite / 100

/** What to do with a number that goes into names of files. */
export const nomLisible =
  'Retirez les espaces, les accents et les signes \\ / : * ? " < > | : ce numéro entre dans le nom des fichiers.'
