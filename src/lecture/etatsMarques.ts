import { headingOf, headOfCell, isTeteDeVa } from './etatsTetes'
import { sensOf } from './etatsMots'
import type { Cellule, Ligne } from './lines'
import type { Rangee } from './rangees'

/** Signs that stand for boxes in the rows of a list, and whether they are ticked. */
export type Marques = ReadonlyMap<string, boolean>

/** What ticks, crosses and boxes of fonts of signs come out as, where the file doesn't say what they look like. */
const pleins = '34lnPRSTuüþ√vVx/+•*1'
const vides = '5678oqm¨ûý'

const isSigne = ({ texte }: Cellule) => texte.length === 1 && (pleins + vides).includes(texte)

/**
 * The letters or digits, alone in their cells, that mark rows as boxes would: one and the same sign, or it and its
 * contrary, in columns of which a heading tells what the mark says.
 */
export function marquesOf(rangees: readonly Rangee[], lignes: readonly Ligne[]): Marques {
  const signs = rangees.flatMap(({ number, parts }, row) => {
    const heads = headingOf(number.ligne, lignes)
    return parts.flatMap(({ ligne, debut, fin }) =>
      ligne.cellules
        .filter((cellule) => cellule.debut >= debut && cellule.fin <= fin && isSigne(cellule))
        .flatMap(({ texte, x, droite }) => {
          const head = headOfCell(x, droite, heads)
          return head
            ? [{ texte, row, column: head.plie, tells: isTeteDeVa(head) || sensOf(head.texte, head.plie) !== null }]
            : []
        }),
    )
  })
  // Ranks and counts are other digits in every row.
  const columns = [...new Set(signs.map(({ column }) => column))].map((head) =>
    signs.filter(({ column }) => column === head),
  )
  const told = columns.filter((own) => own.some(({ tells }) => tells))
  const first = told.flat().find(({ texte }) => pleins.includes(texte))
  if (!first) return new Map()
  const kept = columns.filter((own) => own.every(({ texte }) => texte === first.texte || vides.includes(texte))).flat()
  const contrary = [...new Set(kept.map(({ texte }) => texte))].filter((texte) => texte !== first.texte)
  const isOne = new Set(kept.map(({ row }) => row)).size === kept.length
  const isTold = kept.some(({ tells }) => tells)
  return isOne && isTold && contrary.length <= 1
    ? new Map([[first.texte, true], ...contrary.map((texte): [string, boolean] => [texte, false])])
    : new Map()
}
