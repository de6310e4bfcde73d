import { frameOf, type Cellule, type Ligne } from './lines'
import type { Lu } from './lecture'

/** A stretch of one line: offsets in its text. */
export interface Lieu {
  ligne: Ligne
  debut: number
  fin: number
}

const currency = /€|\beur(?:os?)?\b|\$|\busd\b|\bchf\b/g
const words = /[a-z]{2}|[a-z]\./
/** Whether a folded text says something besides numbers and currencies. */
export const hasWords = (plie: string) => words.test(plie) && words.test(plie.replace(currency, ' '))

/** The cell of its line that holds the place. */
export const cellOf = ({ ligne, debut }: Lieu): Cellule | undefined =>
  ligne.cellules.find((cellule) => cellule.debut <= debut && debut < cellule.fin)

/** Nearest cell to the left that satisfies the test; null past `limit` cells. */
export function cellLeft({ ligne, debut }: Lieu, test: (cellule: Cellule) => boolean, limit = 12): Cellule | null {
  const before = ligne.cellules.filter((cellule) => cellule.fin <= debut)
  return before.slice(-limit).reverse().find(test) ?? null
}

/** Nearest cell above that overlaps the place's width and satisfies the test, on the same page, at most `reach` lines up. */
export function cellAbove(
  lieu: Lieu,
  lignes: readonly Ligne[],
  test: (cellule: Cellule, ligne: Ligne) => boolean,
  reach: number,
): { cellule: Cellule; ligne: Ligne } | null {
  const { x, largeur } = frameOf(lieu.ligne, lieu.debut, lieu.fin)
  for (let rang = lieu.ligne.rang - 1; rang >= 0 && rang >= lieu.ligne.rang - reach; rang--) {
    const ligne = lignes[rang]
    if (ligne?.page !== lieu.ligne.page) return null
    const cellule = ligne.cellules.slice(0, 100).find((above) => above.x < x + largeur + 2 && above.droite > x - 2)
    if (cellule && test(cellule, ligne)) return { cellule, ligne }
  }
  return null
}

/** A value read at a place of a page. */
export function luAt<T>(valeur: T, { ligne, debut, fin }: Lieu, doute: string | null): Lu<T> {
  return {
    valeur,
    sure: doute === null,
    source: 'texte',
    page: ligne.page,
    cadre: frameOf(ligne, debut, fin),
    imprime: ligne.texte.slice(debut, fin),
    doute,
  }
}

/** A value read in an XML file. */
export const luInXml = <T>(valeur: T, imprime: string, doute: string | null): Lu<T> => ({
  valeur,
  sure: doute === null,
  source: 'xml',
  page: null,
  cadre: null,
  imprime,
  doute,
})
