import type { TexteItem, TextePage } from '../../lecture/lecture'
import { corriger } from './corriger'
import type { Trait } from './filets'
import type { Mot } from './mots'
import { uprightSize, type Placement } from './placement'

/**
 * Gap between two words, over the height of their line, at which a table's column or another label begins: so much, or so
 * many of the page's usual spaces, which a typewriter sets wide. Between two numbers it begins sooner, unless the second
 * is the next group of digits of the same number.
 */
const column = { least: 1, spaces: 2 }
const columnOfDigits = { least: 0.65, spaces: 1.5 }

/**
 * The words of a page as runs of text in points: words with no more than a space and no upright ruling (`traits`) between
 * them are one run.
 */
export function toTextePage(lignes: readonly Mot[][], placement: Placement, traits: readonly Trait[]): TextePage {
  const { echelle } = placement
  const space = usualSpace(lignes)
  const items = lignes
    .flatMap((mots) => runsOf(mots, space, traits))
    .map(({ texte, x, y, largeur, hauteur }): TexteItem => ({
      texte: corriger(texte),
      x: x / echelle,
      y: y / echelle,
      largeur: largeur / echelle,
      hauteur: hauteur / echelle,
    }))
  return { ...uprightSize(placement), items }
}

const gapOf = (last: Mot, mot: Mot) => (mot.x - last.x - last.largeur) / mot.hauteur

/** The page's space between two words of a sentence, over the height of its line; 0 when too few stand there to tell. */
function usualSpace(lignes: readonly Mot[][]): number {
  const gaps = lignes
    .flatMap((mots) => mots.slice(1).flatMap((mot, rank) => (mots[rank] ? [gapOf(mots[rank], mot)] : [])))
    .filter((gap) => gap > 0 && gap < 1.2)
    .sort((a, b) => a - b)
  return gaps.length < 4 ? 0 : (gaps[Math.floor(gaps.length / 2)] ?? 0)
}

function runsOf(mots: readonly Mot[], space: number, traits: readonly Trait[]): Mot[] {
  const runs: Mot[] = []
  for (const mot of mots.toSorted((a, b) => a.x - b.x)) {
    const last = runs.at(-1)
    if (last && !isParted(last, mot, traits) && isSameRun(last, mot, space)) {
      last.texte += ` ${mot.texte}`
      last.largeur = mot.x + mot.largeur - last.x
    } else runs.push({ ...mot })
  }
  return runs
}

/** Whether a ruling stands between two words of a line, beside the whole of the second. */
function isParted(last: Mot, { x, y, hauteur }: Mot, traits: readonly Trait[]): boolean {
  const [from, to] = [last.x + last.largeur - 0.1 * hauteur, x + 0.1 * hauteur]
  return traits.some((trait) => trait.x >= from && trait.x <= to && trait.haut <= y && trait.bas >= y + hauteur)
}

// Thousands of an amount, and the last five digits of a SIRET.
const groups = /(?:^|[^\d,.])\d{1,3}(?: \d{3})*$/
const nextGroup = /^(?:\d{3}|\d{5})(?!\d)/

function isSameRun(last: Mot, mot: Mot, space: number): boolean {
  const gap = gapOf(last, mot)
  if (gap > Math.max(column.least, column.spaces * space)) return false
  const digits = /\d$/.test(last.texte) && /^\d/.test(mot.texte)
  if (!digits || gap <= Math.max(columnOfDigits.least, columnOfDigits.spaces * space)) return true
  return groups.test(last.texte) && nextGroup.test(mot.texte)
}
