import { isFinessKeyRight, parseFiness, type Finess } from '../dossier/finess'
import { natureOf } from '../dossier/finessLibelles'
import { cellsBelow } from './etiquettes'
import type { Cellule, Ligne } from './lines'
import type { Lieu } from './voisins'

// In one go or grouped as people print it (990 001 018, 99 0001 018, 99 000101 8); never part of a longer number, so not the
// beginning of a SIRET. The number of a site may stand before it: «Site 2 99 0001 018».
const groupes = String.raw`(?:\d{2}|2[ab])(?: \d{4} \d{3}| \d{3} \d{4}| \d{6} \d| \d \d{6}| \d{7}| \d{3} \d{3} \d)|(?:\d{3}|2[ab]\d)[ .]\d{3}[ .]\d{3}`
const entier = String.raw`(?:\d{2}|2[ab])\d{7}`
// Of two that a stroke parts, each is one: «990001018/990001026».
const avant = String.raw`(?<![\p{L}\d.,-])(?<!(?<!\d{9})/)`
const separe = String.raw`(?:(?<!\d )|(?<=[\p{L}°] \d{1,3} ))`
const apres = String.raw`(?![\p{L}\d]|/(?!\d{9}(?!\d))|[.,-]\d)`
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

/** A FINESS number where a line writes it. */
export interface FinessTrouve extends Lieu {
  finess: Finess
}

/** Nine digits grouped in some other way (99 6658 41 5, 990-001-018), or each in a box of its own: only their key makes them one. */
const libre = new RegExp(
  String.raw`${avant}${separe}(?:(?:\d{2,3}|2[ab]\d?)(?<mark>[ .-])\d{1,6}(?:\k<mark>\d{1,6}){0,3}|(?!(?:19|20)\d\d )(?:\d{4} \d{5}|\d{5} \d{4}|\d{6} \d{3}|\d{4} \d{2} \d{3}|\d{4} \d{3} \d{2})|\d [\dab](?: \d){7})(?! ?\d)${apres}`,
  'gu',
)

/** Every number of a line that is written as a FINESS is, in order. */
export function findNumbers(ligne: Ligne): FinessTrouve[] {
  const found = [...ligne.plie.matchAll(suite)].flatMap(({ 0: numbers, index }) =>
    [...numbers.matchAll(un)].map((one) => ({ 0: one[0], index: index + one.index })),
  )
  const single = [...ligne.plie.matchAll(pattern)].filter(
    ({ index }) => !found.some((one) => index >= one.index && index < one.index + one[0].length),
  )
  const usual = [...found, ...single]
  const free = [...ligne.plie.matchAll(libre)].filter(({ 0: written, index }) => {
    const finess = parseFiness(written.replace(/[^0-9ab]/g, ''))
    const isOther = usual.every((one) => index + written.length <= one.index || index >= one.index + one[0].length)
    return isOther && finess !== null && isFinessKeyRight(finess)
  })
  const all = [...usual, ...free].sort((a, b) => a.index - b.index)
  return all.flatMap((match) => {
    const finess = parseFiness(match[0].replace(/[^0-9ab]/g, ''))
    return finess ? [{ finess, ligne, debut: match.index, fin: match.index + match[0].length }] : []
  })
}

/** «FINESS 69» at the end of a cell, of which no number was made: the list that was read lacks one. */
export const isCutShort = (ligne: Ligne, found: readonly FinessTrouve[]) =>
  ligne.cellules.some(
    ({ plie, fin }) =>
      /finess(?: (?:et|geographique))?[ :]{1,3}(?:\d{2}|2[ab])(?: ?\d{1,6}){0,2}$/.test(plie) &&
      !/(?:\d ?){9}$|finess[ :]+(?:19|20)\d\d$/.test(plie) &&
      !found.some((one) => one.ligne === ligne && one.fin === fin),
  )

const debutCoupe = /(?<![\p{L}\d.,-])(?<!\d )(?:\d{2,3}|2[ab]\d?)(?: \d{1,6}){0,2}$/u

/** Numbers that go on below: at the end of a line («99 128» / «061 1»), or of a cell beside others. Their key must hold. */
export const findBroken = (ligne: Ligne, lignes: readonly Ligne[]): FinessTrouve[] =>
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

/** What an electronic signature numbers: its envelope, who signs, its proof. */
export const signature =
  /\bsignataires?\b|\bsignature(?: electronique)? (?:id|n[°o])|\bempreinte\b|\bsha-?\d*\b|\bhash\b|\bhorodat|\btransaction\b|\benvelop|\bjeton\b|\btoken\b|\buuid\b|\bdocument id\b|\b(?:id|identifiant) (?:du )?document\b|\bcertificats? n[°o]|docusign|yousign/
/** Whether the last words before a number, since a comma or a bracket, say that it is something other than a site's. */
export function isNamedOtherwise(before: string): boolean {
  const nature = natureOf(before.split(/[,;()[\]]/).at(-1) ?? '')
  return nature !== null && nature !== 'geographique'
}
