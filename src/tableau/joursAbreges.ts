import { parseJour } from '../dossier/jour'
import type { Jour } from '../format/jour'
import type { Cellule } from './feuille'

/** How the days of a column are written that have two digits of a year, where this is not as usual: `110323`, `23-03-15`. */
export type JoursAbreges = 'jourDabord' | 'anneeDabord'

// The programme began in 2021, and nothing of it is invoiced that late.
const [premiere, derniere] = [21, 29]

const partsOf = (texte: string) => /^(\d{2})([/.-]?)(\d{2})\2(\d{2})$/.exec(texte)

/** A number of five digits is what a spreadsheet leaves of `010323`. */
const padded = (texte: string) => (/^\d{5}$/.test(texte) ? `0${texte}` : texte)

/** The day that an abridged text means in this order; null when it means none of the programme's years. */
export function readJourAbrege(typed: string, ordre: JoursAbreges): Jour | null {
  const [, first = '', , mois = '', last = ''] = partsOf(padded(typed)) ?? []
  const [jour, annee] = ordre === 'jourDabord' ? [first, last] : [last, first]
  const plausible = annee !== '' && Number(annee) >= premiere && Number(annee) <= derniere
  return plausible ? parseJour(`${jour}/${mois}/20${annee}`) : null
}

/** In what order a column of dates has them without signs between, or year first; null where they are as usual, or may be either. */
export function findJoursAbreges(cellules: readonly Cellule[]): JoursAbreges | null {
  const textes = cellules.map(({ texte }) => texte)
  const abreges = textes.filter((texte) => partsOf(texte) !== null)
  const compacts = abreges.some((texte) => /^\d+$/.test(texte))
  const tous = compacts ? textes.filter((texte) => partsOf(padded(texte)) !== null) : abreges
  if (tous.length === 0) return null
  const [jourDabord, anneeDabord] = (['jourDabord', 'anneeDabord'] as const).map((ordre) =>
    tous.every((texte) => readJourAbrege(texte, ordre) !== null),
  )
  if (jourDabord === anneeDabord) return null
  if (anneeDabord) return 'anneeDabord'
  return compacts ? 'jourDabord' : null
}
