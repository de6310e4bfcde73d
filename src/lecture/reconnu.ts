import type { Lecture, Lu } from './lecture'
import { mapLus } from './lus'

const reconnu = 'Lu par reconnaissance : à vérifier.'
const parCalcul = 'Les calculs de la facture le confirment.'
const parCle = 'Sa clé est juste.'

/** Whether the sums of the document confirm a recognised amount. */
export const isConfirme = (lu: Lu<unknown> | null) => lu?.doute?.includes(parCalcul) === true

/** Whether a second look may prove what the first could not: a doubt about the sale itself stays, however well it is read. */
export const mayBeProven = (lu: Lu<unknown> | null) =>
  lu === null || /Aucun calcul|Plusieurs totaux|est rétabli|n’est pas imprimé/.test(lu.doute ?? '')

/**
 * What was recognised on an image is never sure, whatever proves it: a proof makes its doubt a better one, and says so.
 * What was found in the text, but not as one value, is no longer held against what is typed.
 */
export function doubtReconnu(lecture: Lecture): Lecture {
  const proofs = new Map<Lu<unknown>, string>([
    ...[lecture.montantHT, lecture.montantTTC, ...lecture.candidatsHT].flatMap((lu) =>
      lu ? [[lu, parCalcul] as const] : [],
    ),
    ...[lecture.siretFournisseur, ...lecture.sirets, ...lecture.finess].flatMap((lu) =>
      lu ? [[lu, parCle] as const] : [],
    ),
  ])
  const doubt = <L extends Lu<unknown>>(lu: L): L => ({
    ...lu,
    sure: false,
    doute: [reconnu, lu.sure ? proofs.get(lu) : lu.doute].filter(Boolean).join(' '),
  })
  return { ...mapLus(lecture, doubt), type: { ...lecture.type, sure: false }, montants: [], dates: [] }
}
