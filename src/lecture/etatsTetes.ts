import { isNext, misalignment } from './etiquettes'
import { casesOf } from './etatsMots'
import type { Cellule, Ligne } from './lines'
import { neuf } from './rangees'
import { hasWords } from './voisins'

/** The heading of a column: its place, and its words in all the lines that it goes on in. */
export type Tete = Pick<Cellule, 'x' | 'droite' | 'texte' | 'plie'>

/** The headings of the columns over a row: the first line above that has several, with those that it goes on in. */
export function headingOf(ligne: Ligne, lignes: readonly Ligne[]): readonly Tete[] {
  for (let rang = ligne.rang - 1; rang >= Math.max(0, ligne.rang - 60); rang--) {
    const above = lignes[rang]
    if (above?.page !== ligne.page) return []
    if (isRow(above) || above.cellules.length < 2) continue
    if (!above.cellules.every(({ texte }) => texte.length <= 40)) return []
    if (above.cellules.filter(({ plie }) => hasWords(plie)).length < 2) continue
    const [over, under] = [lignes[rang - 1], lignes[rang + 1]]
    const isOver = over && over.cellules.length > 1 && over.cellules.every(({ texte }) => texte.length <= 40)
    const heads = isOver && goesOn(over, above) ? joinTetes(over.cellules, above.cellules) : above.cellules
    return under && under.cellules.length === 1 && goesOn(above, under) ? joinTetes(heads, under.cellules) : heads
  }
  return []
}

const isRow = ({ plie, texte }: Ligne) => neuf.test(plie) || casesOf(texte).length > 0

const goesOn = (above: Ligne, below: Ligne) => isNext(above, below) && !isRow(above) && !isRow(below)

/** Two lines of headings as one: cells that stand in one column are one heading. */
function joinTetes(above: readonly Tete[], below: readonly Tete[]): readonly Tete[] {
  const joined = [...above]
  for (const cell of below) {
    const over = joined.filter(({ x, droite }) => x < cell.droite && droite > cell.x)
    const [only] = over
    if (!only) joined.push(cell)
    if (!only || over.length > 1) continue
    joined[joined.indexOf(only)] = {
      x: Math.min(only.x, cell.x),
      droite: Math.max(only.droite, cell.droite),
      texte: `${only.texte} ${cell.texte}`,
      plie: `${only.plie} ${cell.plie}`,
    }
  }
  return joined
}

export const headOfCell = <Head extends Tete>(x: number, droite: number, heads: readonly Head[]): Head | undefined =>
  heads.toSorted((a, b) => misalignment(a, { x, droite }) - misalignment(b, { x, droite }))[0]

/** Whether the heading of a column asks for the attestation itself: «VA», «Date de la VA», «Apte», «Recetté le». */
export const isTeteDeVa = ({ plie }: Pick<Tete, 'plie'>) =>
  /\bva\b|aptitude|\baptes?\b|attest|couvert|perimetre|recet|retenu|prononc|concerne|vise\b|mise? en (?:service|production)|bascul|demarr|installe|deploi|recept|recu/.test(
    plie,
  ) && !/\b(?:reserves?|anomalies?|observations?|remarques?|incidents?|commentaires?|notes?|blocages?)\b/.test(plie)
