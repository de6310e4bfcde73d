import type { TexteItem } from './lecture'

/** A blank between two neighbours of a row of text, in points. */
interface Blanc {
  gauche: number
  droite: number
  /** Where the stretch of text after it ends. */
  fin: number
  /** The item after it. */
  item: TexteItem
  /** As wide as a column's. */
  large: boolean
}

interface Rang {
  bas: number
  hauteur: number
  blancs: Blanc[]
  /** No wider than a space, or none at all, between two that may yet be cells. */
  serres: readonly Blanc[]
}

/** What a blank has to be, over the height of its text, to be more than the space between two words. */
const mot = 0.42
/** Rows above and below that may tell, and how far they may be, over the height of the text. */
const [voisinsMax, portee] = [3, 6]
/** Points by which edges of one column may differ. */
const jeu = 0.6
/** A column that is found may tell of the next one. */
const tours = 3

const droiteOf = ({ x, largeur }: TexteItem) => x + largeur

/** The blank between two neighbours, over the height of their text. */
export const blankBefore = (last: TexteItem, item: TexteItem): number =>
  (item.x - droiteOf(last)) / (Math.max(last.hauteur, item.hauteur) || 1)

/**
 * Whether a blank parts columns by its width alone. Between digits the gap of two columns may be hardly wider than a
 * space, so it cuts sooner. Recognised text (`loose`) has words of approximate widths, so it cuts later.
 */
export function isColumnWide(last: TexteItem, item: TexteItem, loose: boolean): boolean {
  const digits = /\d$/.test(last.texte) && /^\d/.test(item.texte)
  return blankBefore(last, item) > (loose ? (digits ? 1 : 3) : digits ? 0.65 : 1)
}

/**
 * Items that begin a cell although the blank before them is not wide: the longest text of a column all but touches the
 * next one, and only the rows around it show where that begins. Rows are sorted, from the top of the page and from the left.
 */
export function cellStarts(rows: readonly (readonly TexteItem[])[]): ReadonlySet<TexteItem> {
  const rangs = rows.map(rangOf)
  const starts = new Set<TexteItem>()
  for (let tour = 0; tour < tours; tour++) {
    const found = rangs.flatMap((rang, index) => {
      const near = [
        ...rangs.slice(Math.max(0, index - voisinsMax), index),
        ...rangs.slice(index + 1, index + 1 + voisinsMax),
      ].filter(({ bas, hauteur }) => Math.abs(bas - rang.bas) <= portee * Math.max(hauteur, rang.hauteur))
      return [
        ...rang.blancs.filter((blanc) => !blanc.large && isColumn(blanc, rang, near)),
        ...rang.serres.filter(
          (blanc) => !blanc.large && near.some((other) => isBeside(other, rang) && other.blancs.some(isOver(blanc))),
        ),
      ]
    })
    for (const blanc of found) {
      blanc.large = true
      starts.add(blanc.item)
    }
    if (found.length === 0) break
  }
  return starts
}

function rangOf(row: readonly TexteItem[]): Rang {
  const [first] = row
  const hauteur = row.reduce((most, item) => Math.max(most, item.hauteur), 0)
  const found = row.flatMap((item, rank): Omit<Blanc, 'fin'>[] => {
    const last = row[rank - 1]
    if (!last || blankBefore(last, item) <= mot || isTyped(last, item)) return []
    return [{ gauche: droiteOf(last), droite: item.x, item, large: isColumnWide(last, item, false) }]
  })
  const end = row.reduce((most, item) => Math.max(most, droiteOf(item)), 0)
  const blancs = found.map((blanc, rank) => ({ ...blanc, fin: found[rank + 1]?.gauche ?? end }))
  const serres = row.flatMap((item, rank): Blanc[] => {
    const last = row[rank - 1]
    if (!last || blankBefore(last, item) > mot || !isApart(last, item)) return []
    return [{ gauche: droiteOf(last), droite: item.x, fin: droiteOf(item), item, large: false }]
  })
  const bas = first ? first.y + first.hauteur : 0
  return { bas, hauteur, serres, blancs: isJustified(blancs, hauteur) ? blancs.filter(({ large }) => large) : blancs }
}

/**
 * Whether two texts, which touch or overlap, may be two cells' all the same: no word goes on with a capital or beneath the one
 * before it, and who draws whole texts («Mode de règlement») draws the next one apart for a reason. Digits may be one number.
 */
function isApart(last: TexteItem, item: TexteItem): boolean {
  // Printed over another, it is beside none.
  if (droiteOf(item) <= droiteOf(last) || (/\d$/.test(last.texte) && /^\d/.test(item.texte))) return false
  const blank = blankBefore(last, item)
  const isCapital = /[\p{Ll}\d.°)]$/u.test(last.texte) && /^(?:\p{Lu}|N°)/u.test(item.texte)
  // Bold words in a sentence are drawn apart too: a heading begins with a capital, and is short.
  const isHeading = /^(?:\p{Lu}|N°).{0,29}$/u.test(last.texte.trim()) && /\S \S/.test(last.texte.trim())
  return blank < -0.25 || (isCapital && (blank < 0.12 || isHeading))
}

/** Whether two rows follow one another, ruled boxes between them or not. */
const isBeside = (a: Rang, b: Rang) => Math.abs(a.bas - b.bas) <= 3.2 * Math.max(a.hauteur, b.hauteur)

/** Whether a cell begins where the text does, or stands in the middle of it, as headings do over what they head. */
const isOver =
  ({ droite, fin }: Blanc) =>
  (other: Blanc): boolean =>
    other.large &&
    (Math.abs(other.droite - droite) <= jeu || Math.abs(other.droite + other.fin - droite - fin) / 2 <= jeu)

/** In type of one width every space is as wide as a letter. */
const isTyped = (last: TexteItem, item: TexteItem) =>
  [last, item].every(
    ({ texte, largeur, hauteur }) => Math.abs(largeur / texte.length / (hauteur || 1) - 0.6) < 0.015,
  ) && blankBefore(last, item) < 0.65

/** Words set out to fill their line stand equally far apart, and are more than the columns of a narrow band. */
function isJustified(blancs: readonly Blanc[], hauteur: number): boolean {
  const widths = blancs.filter(({ large }) => !large).map(({ gauche, droite }) => droite - gauche)
  return widths.some((width) => widths.filter((other) => Math.abs(other - width) < 0.05 * hauteur).length > 4)
}

/** Whether rows around it have a column where the blank is: one that begins or ends alike, or two whose blanks go on from it. */
function isColumn(blanc: Blanc, { hauteur }: Rang, near: readonly Rang[]): boolean {
  const wide = near.map(({ blancs }) => blancs.filter(({ large }) => large))
  const amount = /^[-+]?\s?\d[\d .']*[.,]\d{2}/.test(blanc.item.texte)
  const isAligned = wide.some((blancs) =>
    blancs.some((other) => isOver(blanc)(other) || (amount && Math.abs(other.fin - blanc.fin) <= jeu)),
  )
  const goesOn = ({ gauche, droite }: Blanc) =>
    Math.min(droite, blanc.droite) - Math.max(gauche, blanc.gauche) >= 0.3 * hauteur
  return isAligned || wide.filter((blancs) => blancs.some(goesOn)).length > 1
}
