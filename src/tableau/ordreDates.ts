import { parseJour } from '../dossier/jour'
import type { Jour } from '../format/jour'
import type { Cellule } from './feuille'

/** A column of dates of which some can only be read month first, as in the United States. */
export interface MoisDabord {
  /** The first of these, or the title that says so of all. */
  temoin: string
  /** Others are written day first, or were made days by the spreadsheet, which may have taken their months for days. */
  mele: boolean
}

const numerique = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-])/

const partsOf = (texte: string) => {
  const [, premier = '', , second = '', annee = ''] = numerique.exec(texte) ?? []
  return premier === '' ? null : { premier: Number(premier), second: Number(second), annee }
}

/** The day that a text means when its month stands first, whatever hour follows; null when it means none. */
export function readMoisDabord(texte: string): Jour | null {
  const parts = partsOf(texte)
  return parts && parseJour(`${parts.second}/${parts.premier}/${parts.annee}`)
}

/** Whether a text can only be read month first: `12/31/2023`. */
export const isMoisDabord = (texte: string): boolean => {
  const parts = partsOf(texte)
  return parts !== null && parts.second > 12 && readMoisDabord(texte) !== null
}

const isJourDabord = (texte: string) => (partsOf(texte)?.premier ?? 0) > 12

/** Whether a date means another day when its month stands first: `03/04/2023`. */
export const isDouteuse = ({ texte }: Cellule): boolean => {
  const parts = partsOf(texte)
  return parts !== null && parts.premier !== parts.second && parts.premier <= 12 && parts.second <= 12
}

/** A title that says so: `Date facture (MM/JJ/AAAA)`. */
const titreMoisDabord = /(?<!\p{L})M{1,2} ?[/.-] ?(?:J{1,2}|D{1,2})(?!\p{L})/iu

/**
 * Whether a column of dates has some that can only be read month first, or a title that says so: then none of it is sure.
 * Null when it has none.
 */
export function findMoisDabord(titre: string, cellules: readonly Cellule[]): MoisDabord | null {
  const ecrites = cellules.filter(({ genre }) => genre === 'texte')
  const said = titreMoisDabord.test(titre) && ecrites.some(isDouteuse) ? titre : undefined
  const temoin = ecrites.find(({ texte }) => isMoisDabord(texte))?.texte ?? said
  const mele = cellules.some(({ texte, genre }) => genre === 'jour' || isJourDabord(texte))
  return temoin === undefined ? null : { temoin, mele }
}
