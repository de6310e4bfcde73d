import { cleanTexte } from '../format/texte'

/** How a cell was stored. A number and a date have lost what was typed; `erreur` is `#N/A`, or a formula without a result. */
export type GenreCellule = 'texte' | 'nombre' | 'jour' | 'booleen' | 'erreur'

/** One cell of a table: its value as text, in the French way (`9137,5`, `15/03/2023`, `oui`). */
export interface Cellule {
  texte: string
  genre: GenreCellule
  /** Of a number in a workbook that counts its days from 1904: what makes a usual day number of it. */
  decalage?: number
  /** Computed by a formula: the value is the one that was saved last. */
  formule: boolean
  /** Struck through in the spreadsheet, wholly or in part. */
  barree?: boolean
  /** Repeats the first cell of the merged range it lies in. */
  fusionnee: boolean
}

/** One row, by its number in the spreadsheet. */
export interface Ligne {
  numero: number
  /** Hidden, by a filter or by hand. */
  masquee: boolean
  /** In a text file: parted into more cells than the others, so that its values stand in the wrong columns. */
  decalee?: boolean
  /** Number of the row of other titles that it stands under: its values are in other columns. */
  sousTitres?: number
  /** The row above it is hidden and was left out: it goes on none that is seen. */
  sousMasquee?: boolean
  cellules: readonly Cellule[]
}

export interface Feuille {
  nom: string
  /** Ranks, from 0, of the columns that are hidden in the spreadsheet. */
  colonnesMasquees?: readonly number[]
  lignes: readonly Ligne[]
}

const vide: Cellule = { texte: '', genre: 'texte', formule: false, fusionnee: false }

/** The cell at a column, from 0; an empty one past the row's end. */
export const celluleAt = ({ cellules }: Pick<Ligne, 'cellules'>, colonne: number): Cellule => cellules[colonne] ?? vide

// `#N/A`, `#REF!`, `Err:502`, in French and English; `####` is a column that was too narrow.
const erreur =
  /^(?:#(?:N\/?[AD]|REF ?!|VALEUR ?!|VALUE!|DIV\/0 ?!|NOM ?\?|NAME\?|NUL ?!|NULL!|NOMBRE ?!|NUM!|#+)|Err:\d+)$/i

/**
 * A cell of a text file or of the clipboard. The marks that keep digits as text (`'00001`, `="00001"`) are no part of it;
 * an error, or a formula in place of its result, is what it is in a workbook too.
 */
export function celluleTexte(stored: string): Cellule {
  const texte = cleanTexte(stored).trim()
  if (erreur.test(texte)) return { ...vide, texte, genre: 'erreur' }
  const kept = /^="([^"]*)"$/.exec(texte)?.[1] ?? texte.replace(/^['’](?=[\d=+\-@])/, '')
  return { ...vide, texte: kept.trim(), genre: isFormule(texte, kept) ? 'erreur' : 'texte' }
}

// An address may be typed with a sign too many.
const isFormule = (texte: string, kept: string) => kept === texte && /^=[^@]+$/.test(texte)

export const isVide = ({ cellules }: Pick<Ligne, 'cellules'>) =>
  cellules.every(({ texte, genre }) => texte === '' && genre !== 'erreur')

/** Rows of texts → a sheet, with cells as a text file has them; rows without any are left out. */
export const feuilleTexte = (nom: string, rows: readonly (readonly string[])[]): Feuille => ({
  nom,
  lignes: rows
    .map((row, index) => ({ numero: index + 1, masquee: false, cellules: row.map(celluleTexte) }))
    .filter((ligne) => !isVide(ligne)),
})
