import { findEntetes } from '../../tableau/entetes'
import { celluleTexte, feuilleTexte, isVide, type Feuille, type Ligne } from '../../tableau/feuille'
import { ClasseurTropGrand } from './archive'
import { bornesFeuille } from './grille'
import { splitRows } from './splitRows'

// A tab stands in no cell, a semicolon in few, a comma in every French amount.
const delimiters = ['\t', ';', ',', '|'] as const

/**
 * A text of cells (CSV with any of the usual delimiters, or what a spreadsheet puts on the clipboard) → its rows. The
 * delimiter is the one that the titles are parted by; without titles, the first that parts most rows alike.
 */
export function readCsv(texte: string, nom: string): Feuille {
  const { body, declared } = withoutSep(texte)
  const delimiter = declared ?? chooseDelimiter(body)
  const rows = parse(body, delimiter, bornesFeuille.lignes + 1)
  if (rows.length > bornesFeuille.lignes) throw new ClasseurTropGrand()
  return withDecalees(feuilleTexte(nom, rows))
}

/**
 * A sheet of one column whose cells are lines of a text file, as a spreadsheet leaves them that knew another delimiter →
 * the sheet they were; any other as it is.
 */
export function diviser(feuille: Feuille): Feuille {
  const seules = feuille.lignes.map(({ cellules }) => cellules.filter(({ texte }) => texte !== ''))
  if (seules.some(({ length }) => length > 1)) return feuille
  const textes = seules.map(([cellule]) => cellule?.texte ?? '')
  const delimiter = chooseDelimiter(textes.slice(0, looked).join('\n'))
  const parted = textes.map((texte) => parse(texte, delimiter, 1)[0] ?? [])
  if (titlesOf(feuilleTexte('', parted)) === null) return feuille
  return withDecalees({
    ...feuille,
    lignes: feuille.lignes.map((ligne, rang) => ({ ...ligne, cellules: (parted[rang] ?? []).map(celluleTexte) })),
  })
}

/** Excel takes a first line `sep=;` as the delimiter's declaration. */
function withoutSep(texte: string): { body: string; declared: string | null } {
  const line = /^(?:sep=(.)|"sep=(.)")\r?\n/i.exec(texte)
  return line
    ? { body: texte.slice(line[0].length), declared: line[1] ?? line[2] ?? null }
    : { body: texte, declared: null }
}

const parse = (texte: string, delimiter: string, max: number): string[][] =>
  splitRows(texte, delimiter, max).map((row) => row.slice(0, bornesFeuille.colonnes))

/** Rows by which a delimiter is chosen: the titles may stand below a page of words. */
const looked = 200

function chooseDelimiter(texte: string): string {
  const tried = delimiters.map((delimiter) => {
    const rows = parse(texte, delimiter, looked)
    return { delimiter, titles: titlesOf(feuilleTexte('', rows)), parted: commonest(rows.map(({ length }) => length)) }
  })
  const best = tried.reduce((a, b) => {
    const [titles, others] = [countFilled(a.titles), countFilled(b.titles)]
    return others > titles || (others === titles && b.parted.times > a.parted.times) ? b : a
  })
  return best.delimiter
}

function titlesOf(feuille: Feuille): Ligne | null {
  const entetes = findEntetes(feuille)
  return (entetes && feuille.lignes[entetes.premiere]) ?? null
}

const countFilled = (ligne: Ligne | null) => ligne?.cellules.filter(({ texte }) => texte !== '').length ?? 0

/** The commonest number of cells above one, and how many rows have it. */
function commonest(lengths: readonly number[]): { length: number; times: number } {
  const counts = new Map<number, number>()
  for (const length of lengths) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((best, [length, times]) => (times > best.times ? { length, times } : best), {
    length: 0,
    times: 0,
  })
}

/**
 * Marks the rows that have something past the last of the titles' cells, or without titles of most rows': a comma within
 * a value parted it, and all that follows stands in the wrong column. A spreadsheet writes all rows equally long.
 */
function withDecalees(feuille: Feuille): Feuille {
  const { length, times } = commonest(feuille.lignes.map(({ cellules }) => cellules.length))
  const width =
    titlesOf(feuille)?.cellules.length ?? (times > feuille.lignes.length / 2 && times > 1 ? length : Infinity)
  const isDecalee = ({ cellules }: Ligne) => !isVide({ cellules: cellules.slice(width) })
  return {
    ...feuille,
    lignes: feuille.lignes.map((ligne) => (isDecalee(ligne) ? { ...ligne, decalee: true } : ligne)),
  }
}
