import { plainTexte } from '../format/texte'
import type { Finess } from './finess'
import { natureOf, naturesOf, type NatureNumero } from './finessLibelles'
import { findNombres, type Nombre } from './finessNombres'

/** What is to be made of a number in a list of FINESS: taken, or left out for what the words around it say. */
export interface FinessEcarte {
  finess: Finess
  /** `horsColonne`: the text has columns, and this one is none of FINESS géographiques. */
  nature: Exclude<NatureNumero, 'geographique'> | 'horsColonne'
}

export interface FinessTexte {
  /** FINESS géographiques, in order, each once. */
  trouves: Finess[]
  /** Nine digits that the text itself says to be something else, each once. */
  ecartes: FinessEcarte[]
  /** Texts that look like a mistyped FINESS. */
  presque: string[]
}

type Nature = NatureNumero | null

interface Lu {
  nombre: Nombre
  nature: Nature
  horsColonne: boolean
}

/**
 * Every FINESS in any text (a column or a table of a spreadsheet, a list, a sentence). What the words or the column heads
 * say to be an entité juridique, a SIREN, a telephone number… is left out and named. guide §3.2
 */
export function readFinessTexte(text: string): FinessTexte {
  const lines = plainTexte(text).replaceAll('º', '°').slice(0, signesMax).split('\n')
  const mark = markOf(lines)
  const lus: Lu[] = []
  let tete: Tete | null = null
  for (const line of lines) {
    const cells = mark === null ? [line] : line.split(mark)
    const found = cells.map(findNombres)
    if (found.every((nombres) => nombres.length === 0)) tete = readTete(cells, tete)
    else lus.push(...readLigne(cells, found, tete))
  }
  return settle(lus)
}

const signesMax = 200_000

/** What parts the cells of a table; null for a text without any. */
function markOf(lines: readonly string[]): string | RegExp | null {
  for (const mark of ['\t', ';', '|']) if (lines.some((line) => line.includes(mark))) return mark
  if (lines.some((line) => /\S {2,}\S/.test(line))) return / {2,}/
  const commas = lines.filter((line) => line.includes(','))
  return commas.length > 1 && naturesOf(commas[0] ?? '').length > 1 ? ',' : null
}

/** A line of column heads: what each of its cells, and each of its labels, says. */
interface Tete {
  cells: Nature[]
  natures: NatureNumero[]
}

/** A line without numbers heads what follows when it has labels; a poorer one inside a table is one of its rows. */
function readTete(cells: readonly string[], before: Tete | null): Tete | null {
  // Beside «FINESS», «Site» and «Établissement» head names.
  const named = cells.map((cell) => /finess/i.test(cell))
  const isSite = cells.map((cell) => natureOf(cell) === 'geographique')
  const isName = isSite.some((site, rank) => site && named[rank])
  const heads = cells.map((cell, rank) => (isName && isSite[rank] && !named[rank] ? '' : cell))
  const read = { cells: heads.map(natureOf), natures: heads.flatMap(naturesOf) }
  if (read.natures.length === 0) return before
  const isRow = before !== null && cells.length > 1 && cells.length === before.cells.length
  return isRow && read.natures.length <= before.natures.length ? before : read
}

function readLigne(cells: readonly string[], found: readonly Nombre[][], tete: Tete | null): Lu[] {
  const count = found.flat().filter(({ kind }) => kind !== 'presque').length
  let rank = 0
  let left: Nature = null
  return cells.flatMap((cell, column) => {
    const nombres = found[column] ?? []
    if (nombres.length === 0) left = natureOf(cell) ?? left
    const before = left
    return readCell(cell, nombres).map(({ nombre, nature }): Lu => {
      const head = tete && headOf(tete, column, cells.length, nombre.kind === 'presque' ? null : rank++, count)
      const said = nature ?? (head === 'horsColonne' ? null : head) ?? before
      return { nombre, nature: said, horsColonne: said === null && head === 'horsColonne' }
    })
  })
}

/** What the heads say of a number: by its column, by its rank when the line has as many numbers as the heads labels. */
function headOf(tete: Tete, column: number, columns: number, rank: number | null, count: number) {
  const single = new Set(tete.natures).size === 1 && tete.cells.length === 1
  if (single) return tete.natures[0] ?? null
  const own =
    columns === tete.cells.length && columns > 1
      ? (tete.cells[column] ?? null)
      : rank !== null && count === tete.natures.length
        ? (tete.natures[rank] ?? null)
        : null
  return own ?? 'horsColonne'
}

const whose =
  /^ ?[([–-]? ?(?:finess )?(e\.?[jt]\.?|entit[ée] juridique|juridique|g[ée]ographique|[ée]tablissement)(?= ?[)\]]| ?(?:[,/]|$))/iu

/** Numbers of one cell, each with what is said right before or right after it. A FINESS label holds for a whole list. */
function readCell(cell: string, nombres: readonly Nombre[]): { nombre: Nombre; nature: Nature }[] {
  let from = 0
  let last: Nature = null
  return nombres.map((nombre) => {
    const before = natureOf(cell.slice(from, nombre.debut))
    const after = whose.exec(cell.slice(nombre.fin))
    last = before ?? (last === 'geographique' || last === 'juridique' ? last : null)
    from = nombre.fin + (after?.[0].length ?? 0)
    const suffix = after && (/j/i.test(after[1] ?? '') ? 'juridique' : 'geographique')
    return { nombre, nature: suffix ?? last }
  })
}

function settle(lus: readonly Lu[]): FinessTexte {
  const sirens = new Set(
    lus.flatMap(({ nombre: { kind, texte } }) => (kind === 'siret' ? [texte.replace(/\D/g, '').slice(0, 9)] : [])),
  )
  const trouves = new Set<Finess>()
  const dits = new Set<Finess>()
  const ecartes = new Map<Finess, FinessEcarte>()
  const presque: string[] = []
  for (const { nombre, nature, horsColonne } of lus) {
    const { finess, kind, texte } = nombre
    if (kind === 'presque' && (nature === null || nature === 'geographique') && !horsColonne) presque.push(texte)
    if (finess === null) continue
    const other = horsColonne ? 'horsColonne' : nature === null && sirens.has(finess) ? 'siren' : nature
    if (other !== null && other !== 'geographique') ecartes.set(finess, { finess, nature: other })
    else trouves.add(finess)
    if (other === 'geographique') dits.add(finess)
  }
  // A number that is said to be a site's somewhere is one; said to be something else and nothing more, it is that.
  const isTaken = (finess: Finess) => dits.has(finess) || !ecartes.has(finess)
  return {
    trouves: [...trouves].filter(isTaken),
    ecartes: [...ecartes.values()].filter(({ finess }) => !isTaken(finess)),
    presque,
  }
}
