import type { TexteItem, TextePage } from '../../lecture/lecture'
import { corriger } from './corriger'
import type { Mot } from './mots'
import { uprightSize, type Placement } from './placement'

/** Gap between two words, over the height of their line, at which a table's column or another label begins. */
const column = 1
/** Between two numbers it begins sooner, unless the second is a group of three digits of the same amount. */
const columnOfDigits = 0.65

/** The words of a page as runs of text in points: words with no more than a space between them are one run. */
export function toTextePage(lignes: readonly Mot[][], placement: Placement): TextePage {
  const { echelle } = placement
  const items = lignes
    .flatMap((mots) => runsOf(mots))
    .map(({ texte, x, y, largeur, hauteur }): TexteItem => ({
      texte: corriger(texte),
      x: x / echelle,
      y: y / echelle,
      largeur: largeur / echelle,
      hauteur: hauteur / echelle,
    }))
  return { ...uprightSize(placement), items }
}

function runsOf(mots: readonly Mot[]): Mot[] {
  const runs: Mot[] = []
  for (const mot of mots.toSorted((a, b) => a.x - b.x)) {
    const last = runs.at(-1)
    if (last && isSameRun(last, mot)) {
      last.texte += ` ${mot.texte}`
      last.largeur = mot.x + mot.largeur - last.x
    } else runs.push({ ...mot })
  }
  return runs
}

function isSameRun(last: Mot, mot: Mot): boolean {
  const gap = (mot.x - last.x - last.largeur) / mot.hauteur
  if (gap > column) return false
  const digits = /\d$/.test(last.texte) && /^\d/.test(mot.texte)
  return (
    !digits ||
    gap <= columnOfDigits ||
    (/(?:^|[^\d,.])\d{1,3}(?: \d{3})*$/.test(last.texte) && /^\d{3}(?!\d)/.test(mot.texte))
  )
}
