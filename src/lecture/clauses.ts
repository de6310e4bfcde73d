import type { Ligne } from './lines'
import { neuf } from './rangees'

/** A sentence or a part of one, a cell, a heading; `plie` is as long as `texte`. */
export interface Clause {
  texte: string
  plie: string
}

/** A row of a table of numbers. */
export const isRow = (ligne: Ligne) => ligne.cellules.length > 1 && neuf.test(ligne.plie)

/** Headings of columns. */
export const isHead = (ligne: Ligne) =>
  ligne.cellules.length > 2 && ligne.cellules.every(({ plie }) => plie.length <= 40 && !/\d/.test(plie))

/** The clauses of a document's text, whatever lines they break over. A table's rows are judged apart, and its headings with them. */
export function clausesOf(lignes: readonly Ligne[]): Clause[] {
  const found: Clause[] = []
  let last: Ligne | null = null
  for (const ligne of lignes) {
    if (isRow(ligne) || isHead(ligne)) continue
    const isSuite =
      last !== null &&
      last.page === ligne.page &&
      last.cellules.length === 1 &&
      ligne.cellules.length === 1 &&
      /^[^\p{Lu}\d]/u.test(ligne.texte.trimStart()) &&
      !/[.;:]\s*$/.test(last.plie)
    if (isSuite) {
      const { texte = '', plie = '' } = found.pop() ?? {}
      found.push({ texte: `${texte} ${ligne.texte}`, plie: `${plie} ${ligne.plie}` })
    } else found.push(...ligne.cellules.map(({ texte, plie }) => ({ texte, plie })))
    last = ligne
  }
  return found.flatMap(cutClauses)
}

function cutClauses({ texte, plie }: Clause): Clause[] {
  const cuts = [...plie.matchAll(/[.;](?:\s|$)|\t/g)].map(
    ({ 0: { length }, index }) => [index, index + length] as const,
  )
  const starts = [0, ...cuts.map(([, fin]) => fin)]
  const ends = [...cuts.map(([debut]) => debut), plie.length]
  return starts.map((debut, rank) => ({ texte: texte.slice(debut, ends[rank]), plie: plie.slice(debut, ends[rank]) }))
}
