import type { Proposition } from './ChampTexte'

/** The one value that may be meant, as a button; none where there is none. */
export const offer = (valeur: string | null): Proposition[] =>
  valeur === null ? [] : [{ libelle: `Écrire ${valeur}`, valeur }]
