import { isFinessKeyRight, parseFiness, type Finess } from '../dossier/finess'
import { natureOf } from '../dossier/finessLibelles'
import type { Lu } from './lecture'
import { cellsBelow, isNext } from './etiquettes'
import { frameOf, type Cellule, type Ligne } from './lines'
import { cellLeft, cellOf, hasWords, luAt, type Lieu } from './voisins'

const max = 2_000
// In one go or grouped as people print it (990 001 018, 99 0001 018, 99 000101 8); never part of a longer number, so not the
// beginning of a SIRET. The number of a site may stand before it: «Site 2 99 0001 018».
const groupes = String.raw`(?:\d{2}|2[ab])(?: \d{4} \d{3}| \d{3} \d{4}| \d{6} \d| \d \d{6}| \d{7}| \d{3} \d{3} \d)|(?:\d{3}|2[ab]\d)[ .]\d{3}[ .]\d{3}`
const entier = String.raw`(?:\d{2}|2[ab])\d{7}`
const avant = String.raw`(?<![\p{L}\d.,/-])`
const separe = String.raw`(?:(?<!\d )|(?<=[\p{L}°] \d{1,3} ))`
const apres = String.raw`(?![\p{L}\d/]|[.,-]\d)`
const pattern = new RegExp(
  String.raw`${avant}(?:${entier}(?! \d{5}(?!\d))|${separe}(?:${groupes})(?! ?\d))${apres}`,
  'gu',
)
/** Two or three of them side by side, as in columns that all but touch. */
const suite = new RegExp(
  String.raw`${avant}${separe}(?:(?:${entier})(?: (?:${entier})){1,2}|(?:${groupes})(?: (?:${groupes})){1,2})(?! ?\d)${apres}`,
  'gu',
)
const un = new RegExp(`${entier}|${groupes}`, 'g')

interface FinessTrouve extends Lieu {
  finess: Finess
}

const titre = /finess/g
// Words that begin another matter: nine digits after them are no FINESS.
const ailleurs =
  /\bsiren\b|\bsiret\b|\brcs\b|capital|\biban\b|\bbic\b|\btva\b|telephone|\btel\b|\bfax\b|\bref(?:erence)?s?\b|contrat|commande|(?<!(?:du|vieux|grand|petit|halles?) )\bmarche|\brpps\b|\badeli\b|client|compte|facture|dossier|\bcodes?\b|\bid\b|\bordre\b|cheque|licence/
const autreLibelle =
  /^(?:n°|n[o.]?(?![a-z])|(?:numero|code|ref(?:erence)?|tel(?:ephone)?|fax|siren|siret|rcs|tva|iban|client|contrat|commande|dossier|compte)s?(?![a-z]))(?!.*finess)/
/** A table or a list goes on as long as no more than this many lines in a row hold no number. */
const patience = 12

/** A cell of the line that holds the word FINESS: what stands below it belongs to it. */
interface Colonne {
  x: number
  droite: number
  finess: boolean
  juridique: boolean
  /** Set so close to another heading that only its rank tells its column. */
  serre: boolean
}

/**
 * The FINESS géographiques of the lines, each once. Nine digits are one only under the word: in the same sentence, in
 * the column below it, or in the list that follows. Those of the entité juridique are left out. guide §3.2
 */
export function readFiness(lignes: readonly Ligne[], sirens: ReadonlySet<string>): Lu<Finess>[] {
  const found: FinessTrouve[] = []
  const refused = new Set<Finess>()
  let colonnes: Colonne[] = []
  let left = 0
  for (const ligne of lignes) {
    const titres = [...ligne.plie.matchAll(titre)].map(({ index }) => index)
    const isOpen = titres.length > 0 || left > 0
    const numbers = isOpen
      ? [...findNumbers(ligne), ...findBroken(ligne, lignes)].sort((a, b) => a.debut - b.debut)
      : []
    for (const [rank, number] of numbers.entries()) {
      const place = left > 0 ? columnOf(number, rank, numbers.length, colonnes) : undefined
      const after = numbers[rank - 1]?.fin ?? 0
      const verdict = judge(number, after, titres, place, juridiqueBefore(ligne, lignes), goesOn(number, found))
      if (verdict === 'juridique') refused.add(number.finess)
      else if (verdict === 'geographique' && !sirens.has(number.finess)) found.push(number)
    }
    found.push(...findAboveLabel(ligne, lignes).filter(({ finess }) => !sirens.has(finess)))
    if (titres.length > 0) colonnes = columnsOf(ligne)
    left = titres.length > 0 || numbers.length > 0 ? patience : left - 1
  }
  const isCut = lignes.some((ligne) => isCutShort(ligne, found))
  return [...new Set(found.map(({ finess }) => finess))].slice(0, max).flatMap((finess) => {
    const place = found.find((other) => other.finess === finess)
    if (!place) return []
    const doute = isCut
      ? coupe
      : refused.has(finess)
        ? 'Ce numéro est aussi donné comme FINESS juridique.'
        : isFinessKeyRight(finess)
          ? null
          : 'La clé de ce FINESS ne correspond pas.'
    return [luAt(finess, place, doute)]
  })
}

function findNumbers(ligne: Ligne): FinessTrouve[] {
  const found = [...ligne.plie.matchAll(suite)].flatMap(({ 0: numbers, index }) =>
    [...numbers.matchAll(un)].map((one) => ({ 0: one[0], index: index + one.index })),
  )
  const single = [...ligne.plie.matchAll(pattern)].filter(
    ({ index }) => !found.some((one) => index >= one.index && index < one.index + one[0].length),
  )
  const all = [...found, ...single].sort((a, b) => a.index - b.index)
  return all.flatMap((match) => {
    const finess = parseFiness(match[0].replace(/[^0-9ab]/g, ''))
    return finess ? [{ finess, ligne, debut: match.index, fin: match.index + match[0].length }] : []
  })
}

/**
 * A list beside its label, which stands halfway down it, in a line of its own or not: numbers alone in their lines above,
 * in one column right of the label.
 */
function findAboveLabel(ligne: Ligne, lignes: readonly Ligne[]): FinessTrouve[] {
  const [label, listed = null] = ligne.cellules
  const isLabel = label !== undefined && /finess/.test(label.plie) && !/\d/.test(label.plie)
  if (!isLabel || natureOf(label.texte) !== 'geographique' || (listed && !isListed(listed, ligne))) return []
  const found: FinessTrouve[] = []
  let x = listed?.x ?? null
  for (let last = ligne, rang = ligne.rang - 1; rang >= 0; rang--) {
    const above = lignes[rang]
    const [own, other] = above?.cellules ?? []
    if (!above || !isNext(above, last) || !own || other || !/^[\dab .,;/–-]+$/.test(own.plie)) break
    if (own.x < label.droite || (x !== null && Math.abs(own.x - x) > 2)) break
    found.push(...findNumbers(above), ...findBroken(above, lignes))
    x = own.x
    last = above
  }
  return found
}

const coupe = 'Un numéro FINESS du document est coupé et n’a pas pu être lu : comparez toute la liste avec la page.'

/** «FINESS 69» at the end of a cell, of which no number was made: the list that was read lacks one. */
const isCutShort = (ligne: Ligne, found: readonly FinessTrouve[]) =>
  ligne.cellules.some(
    ({ plie, fin }) =>
      /finess(?: (?:et|geographique))?[ :]{1,3}(?:\d{2}|2[ab])(?: ?\d{1,6}){0,2}$/.test(plie) &&
      !/(?:\d ?){9}$|finess[ :]+(?:19|20)\d\d$/.test(plie) &&
      !found.some((one) => one.ligne === ligne && one.fin === fin),
  )

const debutCoupe = /(?<![\p{L}\d.,-])(?<!\d )(?:\d{2,3}|2[ab]\d?)(?: \d{1,6}){0,2}$/u

/** Numbers that go on below: at the end of a line («99 128» / «061 1»), or of a cell beside others. Their key must hold. */
const findBroken = (ligne: Ligne, lignes: readonly Ligne[]): FinessTrouve[] =>
  ligne.cellules
    .slice(0, 60)
    .flatMap((cellule) => findBrokenCell(cellule, ligne, lignes) ?? findBrokenEnd(cellule, ligne, lignes) ?? [])

/** A number that fills its cell and the one or two right below. */
function findBrokenCell(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]): FinessTrouve | null {
  if (debutCoupe.exec(cellule.plie)?.index !== 0) return null
  let digits = cellule.plie
  for (const below of cellsBelow(cellule, ligne, lignes).slice(0, 2)) {
    if (!/^\d{1,7}(?: \d{1,4}){0,2}$/.test(below.cellule.plie)) return null
    digits += below.cellule.plie
    const finess = parseFiness(digits.replace(/\s/g, ''))
    if (finess) return isFinessKeyRight(finess) ? { finess, ligne, debut: cellule.debut, fin: cellule.fin } : null
  }
  return null
}

/** A number at the end of a line, or of a list in a cell, the rest of it at the beginning of what stands below. */
function findBrokenEnd(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]): FinessTrouve | null {
  const isLast = cellule === ligne.cellules.at(-1)
  const start = isLast || /finess/.test(cellule.plie) ? debutCoupe.exec(cellule.plie) : null
  // Its label may stand in a line between.
  const below = start ? cellsBelow(cellule, ligne, lignes)[0]?.cellule.plie : undefined
  const next = lignes[ligne.rang + 1]
  const after = below ?? (isLast && next?.page === ligne.page ? next.plie : '')
  const rest = /^\s*\d{1,7}(?: \d{1,4}){0,2}(?![\d\p{L}])/u.exec(after)
  const finess = start && rest ? parseFiness((start[0] + rest[0]).replace(/\s/g, '')) : null
  const debut = cellule.debut + (start?.index ?? 0)
  return finess && isFinessKeyRight(finess) ? { finess, ligne, debut, fin: cellule.fin } : null
}

function judge(
  number: FinessTrouve,
  /** Where the number before it in the line ends. */
  after: number,
  titres: readonly number[],
  colonne: Colonne | undefined,
  /** What the line before ends with, when that says whose the first number of this one is. */
  entame: string,
  /** It goes on with a list above it. */
  suit: boolean,
): 'geographique' | 'juridique' | null {
  const { ligne, debut } = number
  const own = titres.filter((index) => index < debut).at(-1)
  const from = own ?? ligne.plie.lastIndexOf('\t', debut - 1) + 1
  const between = ligne.plie.slice(from, debut)
  if (ailleurs.test(between)) return null
  // A list under one label: without a label of its own a number is what that label says.
  const nature =
    natureOf((after === 0 ? entame : '') + ligne.texte.slice(after, debut)) ??
    natureOf(ligne.texte.slice(own ?? from, debut))
  if (own !== undefined) return nature === 'juridique' ? 'juridique' : nature === 'geographique' ? nature : null
  if (nature === 'juridique') return 'juridique'
  if (!suit && autreLibelle.test(labelOf(number))) return null
  if (colonne?.finess === false) return null
  return colonne?.juridique ? 'juridique' : 'geographique'
}

const labelOf = (lieu: Lieu) => cellLeft(lieu, ({ plie }) => hasWords(plie), 1)?.plie ?? ''

/**
 * Whether a number's cell goes on with a list right above it: its left edge is the same, and no label beside the list names
 * it. What stands left of it is then another block's.
 */
function goesOn(number: FinessTrouve, found: readonly FinessTrouve[]): boolean {
  const own = cellOf(number)
  if (!own || !isFinessKeyRight(number.finess)) return false
  const column = found
    .slice(-60)
    .filter((other) => other.ligne.page === number.ligne.page && Math.abs((cellOf(other)?.x ?? NaN) - own.x) < 1.5)
  const isNear = ({ ligne }: FinessTrouve) => {
    const away = number.ligne.bas - ligne.bas
    return away > 0 && away <= 2.5 * Math.max(number.ligne.hauteur, 7)
  }
  return column.some(isNear) && !column.some((other) => /finess/.test(labelOf(other)))
}

/** «… de l’entité juridique» at the end of a line, whose sentence goes on with the first words of the next: «FINESS 990…». */
function juridiqueBefore(ligne: Ligne, lignes: readonly Ligne[]): string {
  const above = lignes[ligne.rang - 1]
  const goesOn = above?.page === ligne.page && /^(?:n[°o]\.? ?|numero |\()?finess\b/.test(ligne.plie)
  return goesOn && /(?:juridique|\bej)(?: ?[(,])?$/.test(above.plie.trimEnd()) ? 'juridique ' : ''
}

function columnsOf(ligne: Ligne): Colonne[] {
  return ligne.cellules.slice(0, 60).flatMap((cellule) =>
    headsOf(cellule).map(({ debut, fin }, _rank, heads) => {
      const { x, largeur } = frameOf(ligne, debut, fin)
      return {
        x,
        droite: x + largeur,
        finess: ligne.plie.slice(debut, fin).includes('finess') || isListed(cellule, ligne),
        juridique: natureOf(ligne.texte.slice(debut, fin)) === 'juridique',
        serre: heads.length > 1,
      }
    }),
  )
}

/** «FINESS EJ FINESS ET», set so close that they make one cell, are two headings. */
function headsOf({ plie, debut, fin }: Cellule): { debut: number; fin: number }[] {
  const words = [...plie.matchAll(/(?:n[°o]\.? ?|numero |code )?finess/g)].map(({ index }) => debut + index)
  return /\d/.test(plie) || words.length < 2 || plie.length > 60
    ? [{ debut, fin }]
    : words.map((word, rank) => ({ debut: rank === 0 ? debut : word, fin: words[rank + 1] ?? fin }))
}

/** Numbers right of the word begin a list that may go on below them. */
const isListed = ({ plie, debut }: Cellule, ligne: Ligne) =>
  /^[\d .,;/–-]{9,}$/.test(plie) && /finess[^\t]*\t$/.test(ligne.plie.slice(0, debut))

/** The heading of a number: of as many close headings as its row has numbers, the one of its rank; else the nearest by an edge or the middle. */
function columnOf(
  { ligne, debut, fin }: FinessTrouve,
  rank: number,
  count: number,
  colonnes: readonly Colonne[],
): Colonne | undefined {
  const own = colonnes.filter(({ serre }) => serre)
  if (own.length === count && count > 0) return own[rank]
  const { x, largeur } = frameOf(ligne, debut, fin)
  const away = (colonne: Colonne) =>
    Math.min(
      Math.abs(colonne.x - x),
      Math.abs(colonne.droite - x - largeur),
      Math.abs(colonne.x + colonne.droite - 2 * x - largeur) / 2,
    )
  return colonnes.toSorted((a, b) => away(a) - away(b))[0]
}
