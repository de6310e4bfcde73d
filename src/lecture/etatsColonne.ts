import { casesOf, isEcarte, sensOf } from './etatsMots'
import type { Rangee } from './rangees'
import { neuf } from './rangees'

/** A short cell of a row: what it says, days and numbers aside, and where it stands. */
interface Reponse {
  plie: string
  retenu: boolean
  x: number
  droite: number
}

/** Points by which cells of one column may begin or end apart. */
const jeu = 4
/** Letters of an answer at the most: a name is often longer, and seldom the same twice. */
const long = 32

const inColumn = (a: Reponse, b: Reponse) =>
  Math.abs(a.x - b.x) < jeu ||
  Math.abs(a.droite - b.droite) < jeu ||
  Math.abs(a.x + a.droite - b.x - b.droite) < 2 * jeu

function reponsesOf({ parts }: Rangee): Reponse[] {
  return parts.flatMap(({ ligne, debut, fin }) =>
    ligne.cellules
      .filter((cellule) => cellule.debut >= debut && cellule.fin <= fin && !neuf.test(cellule.plie))
      .filter(({ texte }) => texte.length <= long && casesOf(texte).length === 0)
      .map(({ texte, plie, x, droite }) => ({
        plie: plie.replace(/\d+/g, '0').trim(),
        retenu: !isEcarte(texte, plie) && sensOf(texte, plie) === 'retenu',
        x,
        droite,
      })),
  )
}

/**
 * For each row, whether its cell in the column of answers is another than that of most: «Apte» for all but one, of which
 * it says «Plus tard», or nothing. All false where no column repeats one answer that counts a site in.
 */
export function oddOnesOut(rangees: readonly Rangee[]): boolean[] {
  const rows = rangees.map(reponsesOf)
  const none = rows.map(() => false)
  if (rows.length < 2) return none
  for (const yes of rows.flat().filter(({ retenu }) => retenu)) {
    const cells = rows.map((row) => row.filter((reponse) => inColumn(reponse, yes)))
    const alike = cells.map((own) => own.some(({ plie }) => plie === yes.plie))
    const count = alike.filter(Boolean).length
    const isRetenu = cells.map((own) => own.some(({ retenu }) => retenu))
    if (count < 2 || 2 * count < rows.length || count === rows.length) continue
    return isRetenu.map((retenu, rank) => !retenu && !alike[rank])
  }
  return none
}
