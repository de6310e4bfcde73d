import { celluleTexte, type Cellule } from '../../tableau/feuille'
import { showNombre } from '../../tableau/nombre'
import { showJourStocke } from '../../tableau/jourStocke'
import type { Parts } from './archive'
import { bornesFeuille, createGrille, ranks, type Feuilles, type Plage } from './grille'
import { walkXml } from './walkXml'

const prefixes = {
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'o',
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 't',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'x',
  'urn:oasis:names:tc:opendocument:xmlns:style:1.0': 's',
  'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0': 'c',
} as const

interface Lue {
  attribute: (key: string) => string | undefined
  /** Null before its first paragraph. */
  shown: string | null
  barree: boolean
  /** What makes a usual day number of one of this workbook. */
  decalage: number
}

/** The sheets of a LibreOffice spreadsheet (.ods), of hidden ones the names; null when it has no content. */
export async function readOds(parts: Parts): Promise<Feuilles | null> {
  const xml = await parts('content.xml')
  return xml === null ? null : readContent(xml)
}

function readContent(xml: string): Feuilles {
  const lues: Feuilles = { feuilles: [], masquees: [] }
  let grille = createGrille()
  let plages: Plage[] = []
  let nom = ''
  let masquees: number[] = []
  let colonne = 0
  // Whether a sheet is shown, its style says.
  const cachees = new Set<string>()
  const barres = new Set<string>()
  /** From the workbook's first day to the usual one. */
  let decalage = 0
  let [style, montree] = ['', true]
  let row = { numero: 1, times: 1, masquee: false, colonne: 0 }
  let lue: Lue | null = null
  // Notes on a cell, and what is drawn over it, have paragraphs too.
  let aside = 0
  walkXml(xml, prefixes, {
    open: (name, attribute) => {
      if (name === 's:style') style = attribute('s:name') ?? ''
      else if (name === 's:table-properties' && attribute('t:display') === 'false') cachees.add(style)
      else if (name === 's:text-properties' && isTrait(attribute)) barres.add(style)
      else if (name === 't:null-date') decalage = decalageOf(attribute('t:date-value') ?? '')
      else if (name === 't:table') {
        ;[grille, plages, nom, masquees, colonne] = [createGrille(), [], attribute('t:name') ?? '', [], 0]
        montree = !cachees.has(attribute('t:style-name') ?? '')
        row = { numero: 1, times: 1, masquee: false, colonne: 0 }
      } else if (name === 't:table-column') {
        const end = colonne + Number(attribute('t:number-columns-repeated') ?? 1)
        if ((attribute('t:visibility') ?? 'visible') !== 'visible') masquees.push(...ranks(colonne, end))
        colonne = end
      } else if (name === 't:table-row') {
        const times = Number(attribute('t:number-rows-repeated') ?? 1)
        row = { ...row, times, masquee: (attribute('t:visibility') ?? 'visible') !== 'visible', colonne: 0 }
      } else if (name === 't:table-cell' || name === 't:covered-table-cell') {
        lue = { attribute: keep(attribute), shown: null, decalage, barree: barres.has(attribute('t:style-name') ?? '') }
      } else if (name === 'o:annotation' || name === 't:shapes') aside += 1
      else if (aside === 0 && lue) {
        takeText(lue, name, attribute)
        if (name === 'x:span') lue.barree ||= barres.has(attribute('x:style-name') ?? '')
      }
    },
    close: (name) => {
      if (name === 't:table-row') row = { ...row, numero: row.numero + row.times }
      else if (name === 't:table-cell' || name === 't:covered-table-cell') {
        if (lue && montree) row.colonne += putCellule(lue, row, grille, plages)
        lue = null
      } else if (name === 'o:annotation' || name === 't:shapes') aside -= 1
      else if (name === 't:table' && montree) lues.feuilles.push(grille.finish(nom, plages, masquees))
      else if (name === 't:table') lues.masquees.push(nom)
    },
    text: (text) => {
      if (lue && aside === 0 && lue.shown !== null) lue.shown += text.replace(/\s+/g, ' ')
    },
  })
  return lues
}

const kept = ['o:value-type', 'c:value-type', 'o:value', 'o:date-value', 'o:boolean-value', 't:formula'] as const
const counts = ['t:number-columns-repeated', 't:number-columns-spanned', 't:number-rows-spanned'] as const

/** The parser's attributes are only there while its element opens. */
function keep(attribute: (key: string) => string | undefined) {
  const values = new Map([...kept, ...counts].map((key) => [key as string, attribute(key)]))
  return (key: string) => values.get(key)
}

function takeText(lue: Lue, name: string, attribute: (key: string) => string | undefined) {
  const { shown } = lue
  if (name === 'x:p' || name === 'x:h') lue.shown = shown === null ? '' : `${shown}\n`
  else if (shown === null) return
  else if (name === 'x:s') lue.shown = shown + ' '.repeat(Math.min(100, Number(attribute('x:c') ?? 1)))
  else if (name === 'x:tab') lue.shown = `${shown} `
  else if (name === 'x:line-break') lue.shown = `${shown}\n`
}

/** Puts one cell, as often as it is repeated, into the grid; how many columns it takes. */
function putCellule(
  lue: Lue,
  { numero, times, masquee, colonne }: { numero: number; times: number; masquee: boolean; colonne: number },
  grille: ReturnType<typeof createGrille>,
  plages: Plage[],
): number {
  const count = (key: (typeof counts)[number]) => Number(lue.attribute(key) ?? 1)
  const repeated = count('t:number-columns-repeated')
  const cellule = withTrait(lue)
  if (cellule.texte !== '' || cellule.genre === 'erreur') {
    const columns = Math.min(repeated, bornesFeuille.colonnes)
    for (let down = 0; down < times; down++)
      for (let right = 0; right < columns; right++) grille.put(numero + down, colonne + right, cellule, masquee)
  }
  const [wide, high] = [count('t:number-columns-spanned'), count('t:number-rows-spanned')]
  if (wide > 1 || high > 1)
    plages.push({
      premiereLigne: numero,
      derniereLigne: numero + high - 1,
      premiereColonne: colonne,
      derniereColonne: colonne + wide - 1,
    })
  return repeated
}

/** Whether a style strikes its text through. */
const isTrait = (attribute: (key: string) => string | undefined) =>
  ['s:text-line-through-style', 's:text-line-through-type'].some((key) => (attribute(key) ?? 'none') !== 'none')

/** Days from the usual first one to a workbook's own: that of 1904 on old Macs. */
const decalageOf = (premierJour: string) =>
  Math.round((Date.parse(premierJour.slice(0, 10)) - Date.parse('1899-12-30')) / 86_400_000) || 0

function withTrait(lue: Lue): Cellule {
  const cellule = toCellule(lue)
  return lue.barree ? { ...cellule, barree: true } : cellule
}

function toCellule({ attribute, ...lue }: Lue): Cellule {
  const formule = attribute('t:formula') !== undefined
  const shown = (lue.shown ?? '').trim()
  const texte = (stored: string): Cellule => ({ ...celluleTexte(stored), formule })
  if (attribute('c:value-type') === 'error' || (formule && /^(?:#|Err:)/.test(shown)))
    return { ...texte(shown), genre: 'erreur' }
  switch (attribute('o:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return {
        ...texte(showNombre(attribute('o:value') ?? shown)),
        genre: 'nombre',
        ...(lue.decalage === 0 ? {} : { decalage: lue.decalage }),
      }
    case 'date':
      return { ...texte(showJourStocke(attribute('o:date-value') ?? shown)), genre: 'jour' }
    case 'boolean':
      return { ...texte(attribute('o:boolean-value') === 'true' ? 'oui' : 'non'), genre: 'booleen' }
    default:
      return texte(shown)
  }
}
