import type { Cellule, Feuille, Ligne } from '../../tableau/feuille'
import { ClasseurTropGrand } from './archive'

/** How large a sheet may be: a work list has some thousand rows. */
export const bornesFeuille = { lignes: 20_000, colonnes: 200, cellules: 400_000 } as const

/** The sheets of a workbook that are shown, and the names of those that are not. */
export interface Feuilles {
  feuilles: Feuille[]
  masquees: string[]
}

/** A merged range, by row number from 1 and column from 0, ends included. */
export interface Plage {
  premiereLigne: number
  derniereLigne: number
  premiereColonne: number
  derniereColonne: number
}

const vide: Cellule = { texte: '', genre: 'texte', formule: false, fusionnee: false }
const isRempli = ({ texte, genre }: Cellule) => texte !== '' || genre === 'erreur'

/** Takes the cells of a sheet as they come, and makes its rows of them. */
export function createGrille() {
  const rows = new Map<number, { masquee: boolean; cellules: Cellule[] }>()
  let count = 0
  const rowAt = (numero: number) => {
    const known = rows.get(numero)
    if (known) return known
    if (rows.size >= bornesFeuille.lignes) throw new ClasseurTropGrand()
    const row = { masquee: false, cellules: [] as Cellule[] }
    rows.set(numero, row)
    return row
  }
  return {
    /** Rows without a filled cell are left out, columns past the limit too. */
    put(numero: number, colonne: number, cellule: Cellule, masquee: boolean) {
      if (!isRempli(cellule) || colonne >= bornesFeuille.colonnes) return
      if (++count > bornesFeuille.cellules) throw new ClasseurTropGrand()
      const row = rowAt(numero)
      row.masquee = masquee
      while (row.cellules.length < colonne) row.cellules.push(vide)
      row.cellules[colonne] = cellule
    },
    finish(nom: string, plages: readonly Plage[], colonnesMasquees: readonly number[] = []): Feuille {
      for (const plage of plages) spread(rows, plage)
      const lignes: Ligne[] = [...rows].sort(([a], [b]) => a - b).map(([numero, row]) => ({ numero, ...row }))
      return colonnesMasquees.length > 0 ? { nom, colonnesMasquees, lignes } : { nom, lignes }
    },
  }
}

/** Repeats the first cell of a merged range in the others of it, where their rows hold something at all. */
function spread(rows: ReadonlyMap<number, { cellules: Cellule[] }>, plage: Plage) {
  const first = rows.get(plage.premiereLigne)?.cellules[plage.premiereColonne]
  if (!first || !isRempli(first)) return
  const last = Math.min(plage.derniereColonne, bornesFeuille.colonnes - 1)
  for (const [numero, { cellules }] of rows) {
    if (numero < plage.premiereLigne || numero > plage.derniereLigne) continue
    for (let colonne = plage.premiereColonne; colonne <= last; colonne++) {
      while (cellules.length <= colonne) cellules.push(vide)
      const here = cellules[colonne]
      if (here && !isRempli(here)) cellules[colonne] = { ...first, fusionnee: true }
    }
  }
}

/** Ranks of columns from one up to before another, those past the limit left out. */
export const ranks = (from: number, end: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(end, bornesFeuille.colonnes) - from) }, (_, rank) => from + rank)
