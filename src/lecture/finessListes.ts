import { isFinessKeyRight } from '../dossier/finess'
import { natureOf } from '../dossier/finessLibelles'
import { isNext } from './etiquettes'
import { findBroken, findNumbers, isNamedOtherwise, type FinessTrouve } from './finessNumeros'
import type { Cellule, Ligne } from './lines'

/**
 * A list beside its label, which stands halfway down it, in a line of its own or not: numbers alone in their lines above,
 * in one column right of the label.
 */
export function findAboveLabel(ligne: Ligne, lignes: readonly Ligne[]): FinessTrouve[] {
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

/** Numbers right of the word begin a list that may go on below them. */
export const isListed = ({ plie, debut }: Cellule, ligne: Ligne): boolean =>
  /^[\d .,;/–-]{9,}$/.test(plie) && /finess[^\t]*\t$/.test(ligne.plie.slice(0, debut))

/** Lines of a paragraph that a legend at its end may name. */
const paragraphe = 40

/**
 * Numbers of a paragraph that tells at its end what they are: «… 996 577 029. Numéros FINESS géographiques.», «… [998873822]
 * (FINESS ET entre crochets)». Only those that nothing else names, and whose key holds.
 */
export function findBeforeLegend(ligne: Ligne, lignes: readonly Ligne[]): FinessTrouve[] {
  const word = ligne.plie.lastIndexOf('finess')
  const cellule = ligne.cellules.find(({ debut, fin }) => debut <= word && word < fin)
  if (!cellule || word < 0 || /\d|: *$/.test(ligne.plie.slice(word, cellule.fin))) return []
  const legend = ligne.texte.slice(word, cellule.fin)
  if (natureOf(legend) !== 'geographique') return []
  // «… ci-dessus» speaks of a table, whatever its column.
  const isTable = /ci-(?:dessus|avant)/.test(ligne.plie)
  const found: FinessTrouve[] = []
  for (let last = ligne, rang = ligne.rang; rang >= 0 && ligne.rang - rang < paragraphe; rang--) {
    const own = lignes[rang]
    const part = own?.cellules.find(({ x, droite }) => isTable || (x < cellule.droite && droite > cellule.x))
    if (!own || !part || (own !== ligne && !isNext(own, last)) || Math.abs(part.x - cellule.x) > 2) break
    const numbers = findNumbers(own).filter(
      ({ debut, fin }) =>
        debut >= part.debut && (isTable || fin <= part.fin) && fin <= (own === ligne ? word : Infinity),
    )
    found.push(
      ...numbers.filter(({ finess }, rank) => {
        const before = own.texte.slice(numbers[rank - 1]?.fin ?? part.debut, numbers[rank]?.debut)
        return isFinessKeyRight(finess) && !isNamedOtherwise(before)
      }),
    )
    last = own
  }
  return found
}
