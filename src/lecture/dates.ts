import { isJour, type Jour } from '../format/jour'
import { findJours } from './formesJour'
import type { Lu } from './lecture'
import type { Ligne } from './lines'
import { weighDate } from './datesPesees'
import { luAt, type Lieu } from './voisins'

/** A day found in a text. */
export interface DateTrouvee extends Lieu {
  jour: Jour
}

const max = 2_000

/** Every real day of a line, in order. */
export const findDates = (ligne: Ligne): DateTrouvee[] => findJours(ligne.plie).map((jour) => ({ ...jour, ligne }))

/** `AAAAMMJJ` or `AAAA-MM-JJ…`, as XML writes a day; null when it is none. */
export function readIsoDate(text: string): Jour | null {
  const parts = /^(\d{4})-?(\d{2})-?(\d{2})(?:$|[T+Z-])/.exec(text.trim())
  const jour = parts ? `${parts[3] ?? ''}/${parts[2] ?? ''}/${parts[1] ?? ''}` : ''
  return isJour(jour) ? jour : null
}

export interface DatesLues {
  dates: Jour[]
  candidats: Lu<Jour>[]
}

/** All days of the lines, and those that may be the invoice's, best first; the first is sure only when nothing rivals it. */
export function readDates(lignes: readonly Ligne[]): DatesLues {
  const weighed: { date: DateTrouvee; poids: number }[] = []
  for (const ligne of lignes) {
    const dates = findDates(ligne).slice(0, max - weighed.length)
    dates.forEach((date, rank) => weighed.push({ date, poids: weighDate(date, dates[rank - 1], lignes) }))
  }
  const best = weighed.reduce((most, { poids }) => Math.max(most, poids), 0)
  const possible = weighed.filter(({ poids }) => poids > 0).sort((a, b) => b.poids - a.poids)
  const rivals = new Set(possible.filter(({ poids }) => poids === best).map(({ date }) => date.jour))
  const doute =
    rivals.size > 1
      ? `Plusieurs dates peuvent être celle de la facture : ${[...rivals].slice(0, 4).join(', ')}.`
      : best < 2
        ? 'La facture ne dit pas de quoi cette date est celle.'
        : null
  const firsts = possible.filter(
    ({ date }, rank) => possible.findIndex((other) => other.date.jour === date.jour) === rank,
  )
  return {
    dates: [...new Set(weighed.map(({ date }) => date.jour))],
    candidats: firsts
      .slice(0, 8)
      .map(({ date, poids }) => luAt(date.jour, date, poids === best ? doute : 'Une autre date convient mieux.')),
  }
}
