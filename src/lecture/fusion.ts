import { sumCentimes, type Centimes } from '../format/montant'
import type { Lecture, Lu } from './lecture'
import { sameNumero } from './numeroFacture'

/** The documents that a reading is of: itself, or those that were joined or found in one file. */
export const partsOf = (lecture: Lecture): readonly Lecture[] => (lecture.parts.length > 0 ? lecture.parts : [lecture])

/** Whether two documents are one invoice, a copy or a reprint of it: same number, no other supplier, neither a credit note of the other. */
export function isSameFacture(a: Lecture, b: Lecture): boolean {
  if (a.numeroFacture === null || b.numeroFacture === null || !sameNumero(a.numeroFacture, b.numeroFacture))
    return false
  const [one, other] = [a.siretFournisseur?.valeur, b.siretFournisseur?.valeur]
  return a.avoir === b.avoir && (one === undefined || other === undefined || one === other)
}

/** Each invoice once, in order: the first of those that are the same. */
export const distinctFactures = (lectures: readonly Lecture[]): Lecture[] =>
  lectures.filter(
    (lecture, rank) => lectures.findIndex((other) => other === lecture || isSameFacture(other, lecture)) === rank,
  )

function sumOf(montants: readonly (Lu<Centimes> | null)[], doute: string | null): Lu<Centimes> | null {
  const known = montants.flatMap((lu) => lu ?? [])
  const valeur = sumCentimes(known.map((lu) => lu.valeur))
  const [first] = known
  if (!first || valeur === null || known.length < montants.length) return null
  const doubt = doute ?? known.find((lu) => !lu.sure)?.doute ?? null
  const imprime = known.map((lu) => lu.imprime).join(' + ')
  return { ...first, valeur, sure: doubt === null, doute: doubt, imprime, page: null, cadre: null }
}

const placeless = <T>(lu: Lu<T>): Lu<T> => ({ ...lu, page: null, cadre: null })

/**
 * What several joined documents say together: amounts added up (guide §3.2 «la somme de toutes les factures»), each
 * invoice once, every FINESS, every day as a candidate. Each keeps its own reading as a part. Places are left out: the
 * pages have other numbers now.
 */
export function mergeLectures(lectures: readonly Lecture[]): Lecture | null {
  const [first, ...others] = lectures
  if (!first) return null
  if (others.length === 0) return first
  const parts = lectures.flatMap(partsOf)
  const factures = distinctFactures(parts)
  const montantHT = sumOf(
    factures.map((lecture) => lecture.montantHT),
    doubtCopies(parts, factures),
  )
  const jours = factures.flatMap(({ dateFacture, candidatsDate }) => (dateFacture ? [dateFacture] : candidatsDate))
  const sameDay = jours.every(({ valeur }) => valeur === jours[0]?.valeur)
  const finess = new Map(parts.flatMap((lecture) => lecture.finess).map((lu) => [lu.valeur, placeless(lu)]))
  const numeros = factures.flatMap(({ numeroFacture }) => numeroFacture ?? [])
  return {
    ...first,
    parts,
    avoir: parts.some(({ avoir }) => avoir),
    numeroFacture: factures.length === 1 ? (numeros[0] ?? null) : null,
    numerosFacture: numeros,
    dateFacture: sameDay && jours[0] ? placeless(jours[0]) : null,
    candidatsDate: [...new Map(jours.map((lu) => [lu.valeur, placeless(lu)])).values()],
    dates: parts.flatMap(({ dates }) => dates),
    montantHT,
    montantTTC: sumOf(
      factures.map((lecture) => lecture.montantTTC),
      null,
    ),
    candidatsHT: montantHT ? [montantHT] : [],
    montants: [...parts.flatMap(({ montants }) => montants), ...(montantHT ? [montantHT.valeur] : [])],
    totalNul: parts.some(({ totalNul }) => totalNul),
    devise: parts.find(({ devise }) => devise !== null && devise !== 'EUR')?.devise ?? first.devise,
    finess: [...finess.values()],
    numeroASP: parts.find(({ numeroASP }) => numeroASP !== null)?.numeroASP ?? null,
    numerosEditeur: [...new Set(parts.flatMap(({ numerosEditeur }) => numerosEditeur))],
    blanche: parts.every(({ blanche }) => blanche === true),
    texteLisible: parts.every(({ texteLisible }) => texteLisible),
  }
}

/** Copies of one invoice that give another amount than it. */
function doubtCopies(parts: readonly Lecture[], factures: readonly Lecture[]): string | null {
  const copie = parts.find((part) => {
    const facture = factures.find((one) => one === part || isSameFacture(one, part))
    return facture !== part && part.montantHT?.valeur !== facture?.montantHT?.valeur
  })
  return copie
    ? `La facture ${copie.numeroFacture ?? ''} est jointe plusieurs fois, avec des montants différents.`
    : null
}

/** Whether a document is, whole or in part, an invoice that another one holds already. */
export const isCopy = (one: Lecture | null, other: Lecture | null): boolean =>
  one !== null &&
  other !== null &&
  partsOf(one).every((part) => partsOf(other).some((facture) => isSameFacture(part, facture)))
