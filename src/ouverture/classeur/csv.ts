import Papa from 'papaparse'
import { findEntetes } from '../../tableau/entetes'
import { feuilleTexte, type Feuille } from '../../tableau/feuille'
import { ClasseurTropGrand } from './archive'
import { bornesFeuille } from './grille'

// A tab stands in no cell, a semicolon in few, a comma in every French amount.
const delimiters = ['\t', ';', ',', '|'] as const

/**
 * A text of cells (CSV with any of the usual delimiters, or what a spreadsheet puts on the clipboard) → its rows. The
 * delimiter is the one that the titles are parted by; without titles, the first that parts most rows alike.
 */
export function readCsv(texte: string, nom: string): Feuille {
  const { body, declared } = withoutSep(texte)
  const delimiter = declared ?? chooseDelimiter(body)
  const rows = parse(body, delimiter)
  if (rows.length > bornesFeuille.lignes) throw new ClasseurTropGrand()
  return feuilleTexte(nom, rows)
}

/** Excel takes a first line `sep=;` as the delimiter's declaration. */
function withoutSep(texte: string): { body: string; declared: string | null } {
  const line = /^sep=(.)\r?\n/i.exec(texte)
  return line ? { body: texte.slice(line[0].length), declared: line[1] ?? null } : { body: texte, declared: null }
}

const parse = (texte: string, delimiter: string, preview = 0): string[][] =>
  // Every cell is a text without a header asked for: the library's own types leave that open.
  Papa.parse<string[]>(texte, { delimiter, preview }).data.map((row) => row.slice(0, bornesFeuille.colonnes))

const looked = 40

function chooseDelimiter(texte: string): string {
  const tried = delimiters.map((delimiter) => {
    const rows = parse(texte, delimiter, looked)
    return { delimiter, titles: titlesIn(rows), parted: partedAlike(rows) }
  })
  const best = tried.reduce((a, b) => (b.titles > a.titles || (b.titles === a.titles && b.parted > a.parted) ? b : a))
  return best.delimiter
}

/** How many columns the titles stand over, when there are any. */
function titlesIn(rows: readonly (readonly string[])[]): number {
  const feuille = feuilleTexte('', rows)
  const entetes = findEntetes(feuille)
  const titles = entetes && feuille.lignes[entetes.premiere]
  return titles ? titles.cellules.filter(({ texte }) => texte !== '').length : 0
}

/** How many rows have the commonest number of cells above one. */
function partedAlike(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}
