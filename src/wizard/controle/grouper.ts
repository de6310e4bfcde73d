import type { Constat } from '../../dossier/constat'

/** One constat and the way to its field. */
export interface Place {
  found: Constat
  /** Name of the demande it is about. */
  demande: string
  href: string
}

/** The same thing found in many demandes. */
export interface Commun {
  key: string
  places: readonly [Place, ...Place[]]
}

/** As many demandes with the same fault are told together; fewer are told where they are. */
const many = 4

const keyOf = ({ regle, champ, message, passeOutre }: Constat) => [regle, champ, message.faute, passeOutre].join('|')

/** Sets apart what is found in the same words in many demandes, erreurs first; the rest stays with its demande. */
export function grouperCommuns(places: readonly Place[]): { communs: Commun[]; autres: Place[] } {
  const byKey = new Map<string, Place[]>()
  for (const place of places) {
    const same = byKey.get(keyOf(place.found))
    if (same) same.push(place)
    else byKey.set(keyOf(place.found), [place])
  }
  const communs: Commun[] = []
  const autres = new Set(places)
  for (const [key, [first, ...others]] of byKey) {
    if (!first || new Set([first, ...others].map(({ demande }) => demande)).size < many) continue
    communs.push({ key, places: [first, ...others] })
    for (const place of [first, ...others]) autres.delete(place)
  }
  const rank = ({ places: [{ found }] }: Commun) => Number(found.gravite === 'alerte')
  return { communs: communs.sort((a, b) => rank(a) - rank(b)), autres: [...autres] }
}
