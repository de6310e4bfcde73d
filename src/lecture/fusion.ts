import { sumCentimes, type Centimes } from '../format/montant'
import type { Lecture, Lu } from './lecture'

const sumOf = (montants: readonly (Lu<Centimes> | null)[]): Lu<Centimes> | null => {
  const known = montants.flatMap((lu) => lu ?? [])
  const valeur = sumCentimes(known.map((lu) => lu.valeur))
  const [first] = known
  if (!first || valeur === null || known.length < montants.length) return null
  const doute = known.find((lu) => !lu.sure)?.doute ?? null
  const imprime = known.map((lu) => lu.imprime).join(' + ')
  return { ...first, valeur, sure: doute === null, doute, imprime, page: null, cadre: null }
}

const placeless = <T>(lu: Lu<T>): Lu<T> => ({ ...lu, page: null, cadre: null })

/**
 * What several joined documents say together: amounts added up (guide §3.2 «la somme de toutes les factures»), every FINESS,
 * every day as a candidate. Places are left out: the pages have other numbers now.
 */
export function mergeLectures(lectures: readonly Lecture[]): Lecture | null {
  const [first, ...others] = lectures
  if (!first) return null
  if (others.length === 0) return first
  const montantHT = sumOf(lectures.map((lecture) => lecture.montantHT))
  const montantTTC = sumOf(lectures.map((lecture) => lecture.montantTTC))
  const jours = lectures.flatMap(({ dateFacture, candidatsDate }) => (dateFacture ? [dateFacture] : candidatsDate))
  const sameDay = jours.every(({ valeur }) => valeur === jours[0]?.valeur)
  const finess = new Map(lectures.flatMap((lecture) => lecture.finess).map((lu) => [lu.valeur, placeless(lu)]))
  return {
    ...first,
    avoir: lectures.some(({ avoir }) => avoir),
    numeroFacture: null,
    dateFacture: sameDay && jours[0] ? placeless(jours[0]) : null,
    candidatsDate: [...new Map(jours.map((lu) => [lu.valeur, placeless(lu)])).values()],
    dates: lectures.flatMap(({ dates }) => dates),
    montantHT,
    montantTTC,
    candidatsHT: montantHT ? [montantHT] : [],
    montants: [...lectures.flatMap(({ montants }) => montants), ...(montantHT ? [montantHT.valeur] : [])],
    devise: lectures.find(({ devise }) => devise !== null && devise !== 'EUR')?.devise ?? first.devise,
    finess: [...finess.values()],
    numeroASP: lectures.find(({ numeroASP }) => numeroASP !== null)?.numeroASP ?? null,
    numerosEditeur: [...new Set(lectures.flatMap(({ numerosEditeur }) => numerosEditeur))],
    texteLisible: lectures.every(({ texteLisible }) => texteLisible),
  }
}
