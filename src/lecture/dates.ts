import { isJour, type Jour } from '../format/jour'
import { cellsBelow } from './etiquettes'
import { findJours, joinJour, jourEntame } from './formesJour'
import type { Lu } from './lecture'
import { frameOf, joinFrames, type Cellule, type Ligne } from './lines'
import { weighDate } from './datesPesees'
import { luAt, type Lieu } from './voisins'

/** A day found in a text. */
export interface DateTrouvee extends Lieu {
  jour: Jour
  /** Where it goes on, when its cell is too narrow for it. */
  suite?: readonly Lieu[]
}

const max = 2_000

/** Every real day of a line, in order; also those that begin in one of its cells and end in the lines below. */
export function findDates(ligne: Ligne, lignes: readonly Ligne[]): DateTrouvee[] {
  const whole = findJours(ligne.plie).map((jour) => ({ ...jour, ligne }))
  const broken = ligne.cellules.slice(0, cellulesMax).flatMap((cellule) => findBroken(cellule, ligne, lignes) ?? [])
  return broken.length === 0 ? whole : [...whole, ...broken].sort((a, b) => a.debut - b.debut)
}

const cellulesMax = 40

/** «12 mai» or «12/05/» at the end of a cell, «2023» below it; a sentence may break there too. */
function findBroken(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]): DateTrouvee | null {
  const start = jourEntame(cellule.plie)
  if (start === '') return null
  const before = cellule.plie.slice(0, cellule.plie.length - start.length)
  const below = cellsBelow(cellule, ligne, lignes)
  for (let count = 1; count <= below.length; count++) {
    const parts = below.slice(0, count)
    const made = joinJour([start, ...parts.map((part) => part.cellule.plie)])
    if (!made) continue
    // A number alone begins a day where it fills its cell, or a sentence says so.
    const isWhole = before === '' && made.reste === ''
    const isSaid = /[a-z/.-]$/.test(start) ? /^(?:$|[ .,;)])/.test(made.reste) : /\b(?:le|du) $/.test(before)
    if (!isWhole && !(count === 1 && isSaid)) return null
    const fin = (part: Cellule) => part.fin - made.reste.length
    return {
      jour: made.jour,
      ligne,
      debut: cellule.fin - start.length,
      fin: cellule.fin,
      suite: parts.map((part, rank) => ({
        ligne: part.ligne,
        debut: part.cellule.debut,
        fin: rank === count - 1 ? fin(part.cellule) : part.cellule.fin,
      })),
    }
  }
  return null
}

/** The day as it was read, with all that it is made of. */
function luOf(date: DateTrouvee, doute: string | null): Lu<Jour> {
  const lu = luAt(date.jour, date, doute)
  const { suite = [] } = date
  if (suite.length === 0 || !lu.cadre) return lu
  return {
    ...lu,
    imprime: [date, ...suite].map(({ ligne, debut, fin }) => ligne.texte.slice(debut, fin)).join(' '),
    cadre: joinFrames([lu.cadre, ...suite.map(({ ligne, debut, fin }) => frameOf(ligne, debut, fin))]),
  }
}

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
    const dates = findDates(ligne, lignes).slice(0, max - weighed.length)
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
      .map(({ date, poids }) => luOf(date, poids === best ? doute : 'Une autre date convient mieux.')),
  }
}
