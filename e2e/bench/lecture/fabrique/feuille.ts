/** How label and value stand to each other. */
export type Pose = 'deux-points' | 'colonnes' | 'dessous' | 'bande' | 'deux-bandes' | 'cases'

/** A piece of a made document, before anyone draws it. */
export type Bloc =
  | { kind: 'titre'; texte: string; taille: number; droite?: boolean }
  | { kind: 'texte'; lignes: readonly string[]; droite?: boolean; petit?: boolean }
  | { kind: 'paires'; paires: readonly (readonly [libelle: string, valeur: string])[]; pose: Pose }
  | { kind: 'cote'; gauche: readonly Bloc[]; droite: readonly Bloc[] }
  | { kind: 'tableau'; entetes: readonly string[]; rangs: readonly (readonly string[])[]; nombres: number }

/** Pairs as rows of a grid: heads over values, in one band or two. */
export function bandsOf(paires: readonly (readonly [string, string])[], pose: Pose): string[][][] {
  const half = pose === 'deux-bandes' ? Math.ceil(paires.length / 2) : paires.length
  return [paires.slice(0, half), paires.slice(half)]
    .filter(({ length }) => length > 0)
    .map((part) => [part.map(([libelle]) => libelle), part.map(([, valeur]) => valeur)])
}
