import type { Lecture, Lu } from './lecture'

/** A reading with every value that it holds replaced, candidates included. */
export function mapLus(lecture: Lecture, change: <L extends Lu<unknown>>(lu: L) => L): Lecture {
  const { dateFacture, montantHT, montantTTC, siretFournisseur, numeroASP } = lecture
  return {
    ...lecture,
    dateFacture: dateFacture && change(dateFacture),
    montantHT: montantHT && change(montantHT),
    montantTTC: montantTTC && change(montantTTC),
    siretFournisseur: siretFournisseur && change(siretFournisseur),
    numeroASP: numeroASP && change(numeroASP),
    candidatsHT: lecture.candidatsHT.map(change),
    candidatsDate: lecture.candidatsDate.map(change),
    sirets: lecture.sirets.map(change),
    finess: lecture.finess.map(change),
  }
}
