import type { DocumentLu } from '../dossier/checkLecture'
import type { Lecture, Lu } from './lecture'

const proven = <T>(lu: Lu<T> | null): T | null => (lu?.sure ? lu.valeur : null)

/** A sentence as it stands after a colon. */
const clause = (phrase: string) => phrase.charAt(0).toLowerCase() + phrase.slice(1).replace(/\.$/, '')

/** What the checks may hold against what is typed: only proven values count as the document's own. */
export function toDocumentLu(lecture: Lecture): DocumentLu {
  const { genre, totalNul, numerosFacture, parts } = lecture
  // Joined by the clerk, their sum is the document's own amount; found in one file, it is only offered.
  const plusieurs = numerosFacture.length > 1 && parts.length > 0 && lecture.numeroFacture !== null
  return {
    type: lecture.type.valeur,
    typeSur: lecture.type.sure,
    raison: clause(lecture.type.raison),
    avoir: lecture.avoir,
    partielle: genre === 'acompte' || genre === 'situation' ? genre : null,
    totalNul,
    numerosFacture: plusieurs ? numerosFacture : [],
    somme: plusieurs ? (lecture.montantHT?.valeur ?? null) : null,
    dateFacture: proven(lecture.dateFacture),
    dates: lecture.dates,
    montantHT: proven(lecture.montantHT),
    montantTTC: lecture.montantTTC?.valeur ?? null,
    montants: lecture.montants,
    devise: lecture.devise,
    siretFournisseur: proven(lecture.siretFournisseur),
    finess: lecture.finess.filter(({ sure }) => sure).map(({ valeur }) => valeur),
    numeroASP: proven(lecture.numeroASP),
    blanche: lecture.blanche === true,
    lisible: lecture.texteLisible,
  }
}
