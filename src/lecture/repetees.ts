import type { Ligne } from './lines'

/** What a line says, the numbers in it aside: a page's number, a time of printing. */
const sansNombres = ({ plie }: Ligne) => plie.replace(/\d+/g, '0')

/** Points by which the places of such a line may differ from page to page. */
const jeu = 2

/** Lines that a page has in common with the one before it or after it, at the same height: letterhead, headings, foot. */
export function findRepetees(lignes: readonly Ligne[]): ReadonlySet<Ligne> {
  const places = new Map<string, number[]>()
  const keyOf = (page: number, ligne: Ligne) => `${page}:${sansNombres(ligne)}`
  for (const ligne of lignes) {
    const key = keyOf(ligne.page, ligne)
    const own = places.get(key)
    if (own) own.push(ligne.bas)
    else places.set(key, [ligne.bas])
  }
  const isOn = (page: number, ligne: Ligne) =>
    places.get(keyOf(page, ligne))?.some((bas) => Math.abs(bas - ligne.bas) <= jeu) === true
  return new Set(lignes.filter((ligne) => isOn(ligne.page - 1, ligne) || isOn(ligne.page + 1, ligne)))
}
