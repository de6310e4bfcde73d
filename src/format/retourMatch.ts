import type { LigneRetour } from './retour'

/** What a demande that was deposited is known by. */
export interface LigneConnue {
  id: string
  /** Place in the deposit, from 1. */
  numLigne: number
  numeroASP: string
  numeroEditeur: string
}

export interface Rapprochement {
  /** One answer per demande at most. */
  trouvees: { id: string; retour: LigneRetour }[]
  /** Answers that speak of no known demande, or of one that cannot be told from another. */
  inconnues: LigneRetour[]
}

const settle = (numero: string) => numero.trim().toUpperCase()
const same = (a: string, b: string) => settle(a) !== '' && settle(a) === settle(b)
const unlike = (a: string, b: string) => settle(a) !== '' && settle(b) !== '' && settle(a) !== settle(b)

type Match = (retour: LigneRetour, connue: LigneConnue) => boolean

const sameEditeur: Match = (retour, connue) => same(retour.numeroEditeur, connue.numeroEditeur)
const sameASP: Match = (retour, connue) => same(retour.numeroASP, connue.numeroASP)
const sameLigne: Match = (retour, connue) => Number(retour.numLigne) === connue.numLigne
const contradicts: Match = (retour, connue) =>
  unlike(retour.numeroEditeur, connue.numeroEditeur) || unlike(retour.numeroASP, connue.numeroASP)

// From the surest to the weakest; numLigne alone only where no number says otherwise.
const passes: readonly Match[] = [
  (retour, connue) => sameEditeur(retour, connue) && sameASP(retour, connue),
  (retour, connue) => sameEditeur(retour, connue) || sameASP(retour, connue),
  (retour, connue) => sameLigne(retour, connue) && !contradicts(retour, connue),
]

/**
 * Which answer belongs to which demande: by numeroEditeur and numeroASP, then by either when it points to one demande
 * only, numLigne last. Pure, so that the same file read twice changes nothing. format §7
 */
export function matchRetour(retours: readonly LigneRetour[], connues: readonly LigneConnue[]): Rapprochement {
  const free = new Set(connues)
  const found = new Map<LigneRetour, LigneConnue>()
  for (const match of passes)
    for (const retour of retours) {
      if (found.has(retour)) continue
      const connue = pick(
        retour,
        [...free].filter((candidate) => match(retour, candidate)),
      )
      if (!connue) continue
      found.set(retour, connue)
      free.delete(connue)
    }
  return {
    trouvees: [...found].map(([retour, { id }]) => ({ id, retour })),
    inconnues: retours.filter((retour) => !found.has(retour)),
  }
}

/** The only candidate, or the only one of that numLigne that no number speaks against. */
function pick(retour: LigneRetour, candidates: readonly LigneConnue[]): LigneConnue | undefined {
  const fits = (connue: LigneConnue) => sameLigne(retour, connue) && !contradicts(retour, connue)
  const narrowed = candidates.length > 1 ? candidates.filter(fits) : candidates
  return narrowed.length === 1 ? narrowed[0] : undefined
}
