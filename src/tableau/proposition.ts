import type { Message } from '../format/message'
import type { ChampTableau } from './champs'

/**
 * What the table leaves in doubt, and how it may be read: offered for all rows of a kind at once, never taken silently.
 * `zerosEditeur`: `1` for `00001`. `numeroASP`: digits without FINBIO. `zeroFiness`: `10786259` for `010786259`.
 * `jourSerie`: `44999`, or a day with an hour, for 14/03/2023. `jourAbrege`: `110323`, `23-03-11` for 11/03/2023. `moisDabord`: `12/31/2023` for 31/12/2023. `centimes`: more than two decimals. `milliers`: `27.450` for 27 450,00.
 * `site`: a row without numbers for a site of the demande above. `renvoi`: `idem` for what the cell above holds.
 * `videNon`: an empty cell among marks. `reponseDite`: «non» in the place of an address. `reponseOui`: an address or identifier without an answer. `somme`: several
 * amounts of one demande.
 */
export const genresProposition = [
  'zerosEditeur',
  'numeroASP',
  'zeroFiness',
  'jourSerie',
  'jourAbrege',
  'moisDabord',
  'milliers',
  'centimes',
  'somme',
  'renvoi',
  'site',
  'videNon',
  'reponseOui',
  'reponseDite',
] as const
export type GenreProposition = (typeof genresProposition)[number]

export interface Proposition {
  genre: GenreProposition
  champ: ChampTableau
  /** Row of the spreadsheet. */
  numero: number
  de: string
  vers: string
}

/** Collects what the reading of rows comes upon; `acceptees` are the kinds that the clerk took. */
export interface Releve {
  acceptees: ReadonlySet<GenreProposition>
  propositions: Proposition[]
}

/** What was found wrong in some rows, by words of its own. */
export interface Probleme extends Message {
  champ: ChampTableau | null
}

/** Notes an offer; whether it was accepted. */
export function offer({ acceptees, propositions }: Releve, proposition: Proposition): boolean {
  propositions.push(proposition)
  return acceptees.has(proposition.genre)
}
