import { isJour, type Jour } from '../format/jour'
import { cellsBelow, type CelluleDe } from './etiquettes'
import { contredire, findJours, joinJour, jourEntame } from './formesJour'
import type { Lu } from './lecture'
import { frameOf, joinFrames, type Cellule, type Ligne } from './lines'
import { weighDate } from './datesPesees'
import { cellOf, luAt, type Lieu } from './voisins'

/** A day found in a text. */
export interface DateTrouvee extends Lieu {
  jour: Jour
  /** Where it goes on, when its cell is too narrow for it. */
  suite?: readonly Lieu[]
  /** Why it may be another one, whatever its label. */
  doute?: string
}

const max = 2_000

/** Every real day of a line, in order; also those that begin in one of its cells and end in the lines below. */
export function findDates(ligne: Ligne, lignes: readonly Ligne[]): DateTrouvee[] {
  const broken = ligne.cellules.slice(0, cellulesMax).flatMap((cellule) => findBroken(cellule, ligne, lignes) ?? [])
  const whole = findJours(ligne.plie).flatMap((jour) => {
    // «15/03/20» in a narrow cell, «23» below it.
    if (broken.some(({ debut, fin }) => debut <= jour.debut && jour.debut < fin)) return []
    return [{ ...jour, ligne, ...doubtOf(jour, ligne) }]
  })
  return broken.length === 0 ? whole : [...whole, ...broken].sort((a, b) => a.debut - b.debut)
}

const cellulesMax = 40

/** What stands around a day in its line may say that it is not the whole of it, or not that one. */
function doubtOf(
  { jour, debut, fin }: { jour: Jour; debut: number; fin: number },
  { plie }: Ligne,
): { doute?: string } {
  const [before, own, after] = [plie.slice(0, debut), plie.slice(debut, fin), plie.slice(fin)]
  // «1 5/03/2023», «15/03/20 23».
  const isCut =
    (/^\d(?!\d)/.test(own) && /(?<![\d.,/])[0-3] $/.test(before)) ||
    (/[^\d]\d{2}$/.test(own) && /^ \d{2}(?![\d:h%.,/])/.test(after))
  return isCut
    ? { doute: 'Un blanc sépare cette date d’un chiffre qui en est peut-être : comparez-la avec la page.' }
    : doubtWeekday(before, jour)
}

function doubtWeekday(before: string, jour: Jour): { doute?: string } {
  const contraire = contredire(before, jour)
  return contraire ? { doute: `La facture écrit « ${contraire.dit} », mais le ${jour} est un ${contraire.est}.` } : {}
}

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
    // A number alone begins a day where it fills its cell, or a sentence or the day of the week says so.
    const isWhole = before === '' && made.reste === ''
    const isSaid =
      made.avant !== '' || /[a-z/.-]$/.test(start) ? /^(?:$|[ .,;)])/.test(made.reste) : /\b(?:le|du) $/.test(before)
    if (!isWhole && !(count === 1 && isSaid)) return null
    const fin = (part: CelluleDe) => part.cellule.fin - (part === parts.at(-1) ? made.reste.length : 0)
    return {
      jour: made.jour,
      ligne,
      debut: cellule.fin - start.length,
      fin: cellule.fin,
      suite: parts.map((part) => ({ ligne: part.ligne, debut: part.cellule.debut, fin: fin(part) })),
      ...doubtWeekday(made.avant, made.jour),
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

interface Pesee {
  date: DateTrouvee
  poids: number
}

/** At the head of the first page, behind a few words at the most: a day in a sentence is of what it tells. */
const isAhead = (date: DateTrouvee) =>
  date.ligne.page <= 1 && date.ligne.position < 0.4 && date.debut - (cellOf(date)?.debut ?? 0) <= 40

/** All days of the lines, and those that may be the invoice's, best first; the first is sure only when nothing rivals it. */
export function readDates(lignes: readonly Ligne[]): DatesLues {
  const weighed: Pesee[] = []
  for (const ligne of lignes) {
    const dates = findDates(ligne, lignes).slice(0, max - weighed.length)
    dates.forEach((date, rank) => weighed.push({ date, poids: weighDate(date, dates[rank - 1], lignes) }))
  }
  // «lundi» above «3 mars 2022», which is a day by itself too.
  const isTail = ({ ligne, debut, jour }: DateTrouvee) =>
    weighed.some(
      ({ date }) =>
        date.jour === jour &&
        date.suite?.some((part) => part.ligne === ligne && part.debut <= debut && debut < part.fin),
    )
  const own = weighed.filter(({ date }) => !isTail(date))
  const best = own.reduce((most, { poids }) => Math.max(most, poids), 0)
  // Where no label speaks for any, the days that none speaks against, those at the head of the document first.
  const isPossible =
    best > 0 ? ({ poids }: Pesee) => poids > 0 : ({ poids, date }: Pesee) => poids === 0 && isAhead(date)
  const possible = own.filter(isPossible).sort((a, b) => b.poids - a.poids)
  const rivals = new Set(possible.filter(({ poids }) => poids === best).map(({ date }) => date.jour))
  const doute = ({ doute: own }: DateTrouvee) =>
    rivals.size > 1
      ? `Plusieurs dates peuvent être celle de la facture : ${[...rivals].slice(0, 4).join(', ')}.`
      : (own ?? (best < 2 ? 'La facture ne dit pas de quoi cette date est celle.' : null))
  const firsts = possible.filter(
    ({ date }, rank) => possible.findIndex((other) => other.date.jour === date.jour) === rank,
  )
  return {
    dates: [...new Set(weighed.map(({ date }) => date.jour))],
    candidats: firsts
      .slice(0, 8)
      .map(({ date, poids }) => luOf(date, poids === best ? doute(date) : 'Une autre date convient mieux.')),
  }
}
