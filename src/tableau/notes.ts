import { isChampListe, type ChampTableau } from './champs'
import type { Colonne } from './colonnes'
import type { Ligne } from './feuille'

/**
 * Whether a row is mere words: the name of the part of the table that follows, a remark below it, a rule of hyphens. A
 * name that stands alone in the column of names may be a demande whose numbers were forgotten.
 */
export function isNote({ cellules }: Ligne, colonnes: readonly Colonne[]): boolean {
  const filled = cellules.flatMap((cellule, rang) => (cellule.texte === '' ? [] : [{ ...cellule, rang }]))
  if (filled.length > 0 && filled.every(({ texte }) => isFilet(texte)) && filled.some(({ texte }) => texte.length > 1))
    return true
  const [first, ...others] = filled.filter(({ fusionnee }) => !fusionnee)
  if (!first || others.length > 0 || first.genre === 'erreur') return false
  const spread = filled.length > 1 && filled.length > colonnes.length / 2
  const champ = colonnes[first.rang]?.champ ?? null
  return (spread || (champ !== null && !mayStandAlone(champ))) && !isValeur(first.texte, champ)
}

/** Words in the column of a list may say that a site of the demande above is to come. */
const mayStandAlone = (champ: ChampTableau) => champ === 'libelleInterne' || isChampListe(champ)

const isFilet = (texte: string) => /^[-–—=_*:~]+$/.test(texte)

/** Whether a text may be meant as a value: any with a long number, an address, or no more than a word of the field's length. */
const isValeur = (texte: string, champ: ChampTableau | null) =>
  /\d{5}|@/.test(texte.replace(/[\s.]/g, '')) || (champ !== null && !/\p{L}{2,}.*[\s/].*\p{L}/su.test(texte))
