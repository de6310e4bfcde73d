import type { Colonne } from './colonnes'
import { celluleAt, type Ligne } from './feuille'

/** Words beside a row, a site or an amount that may say that it is not to be declared, or not so. In small letters. */
const reserve =
  /(?<!\p{L})(?:annul[eé]\p{L}*|annulation|abandon\p{L}*|r[eé]sili\p{L}*|refus\p{L}*|rejet\p{L}*|ferm(?:é\p{L}*|eture)|c[eé]d[eé]e?s?|cession|supprim\p{L}*|retir[eé]\p{L}*|doublons?|exclu\p{L}*|hors p[eé]rim[eè]tre|(?:non|in)[ -]?[eé]ligibles?|ne pas|à (?:retirer|supprimer|exclure)|perdue?s?|litige|suspendu\p{L}*|ancien(?:ne)?s?|cancel\p{L}*|closed lost|rejected|brouillons?|draft|pro ?forma)(?!\p{L})|^(?:avoirs?|ttc|[$£]|usd|gbp|chf)$/u

const texteMax = 120

/** A cell that may say that its row, or one of its sites, is none to declare: its row's number, and its words. */
export interface Reserve {
  numero: number
  texte: string
}

/** Cells that set their row or a site apart, in columns of sites and in those that are not taken: nothing of these would be seen later. */
export const findReserves = (lignes: readonly Ligne[], colonnes: readonly Colonne[]): Reserve[] =>
  lignes.flatMap((ligne) =>
    colonnes.flatMap(({ champ }, rang) => {
      const { texte } = celluleAt(ligne, rang)
      const looked = champ === null || champ === 'beneficiaires'
      return looked && texte.length <= texteMax && reserve.test(texte.toLowerCase())
        ? { numero: ligne.numero, texte }
        : []
    }),
  )
