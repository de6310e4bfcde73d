import { sumCentimes, toCentimes, type Centimes } from '../format/montant'
import type { MontantNomme } from './libelles'
import type { Ligne } from './lines'
import { isRate, linesAbove, type Comptes } from './preuves'

/** What a total was before something was taken off it that no word calls an advance or a discount. */
export interface Deduction {
  avant: Centimes
  nomme: MontantNomme
  deduit: Centimes
  /** It takes the three tenths that the ASP advances. */
  avance: boolean
}

const rabais = /remise|rabais|ristourne|escompte|geste|\bpromo|reduction|\bdiscount|\brebate|fidelite/

/** Something printed between what was sold and a total before tax, which is smaller by just that; null when nothing is. */
export function findDeduction(
  total: MontantNomme,
  nommes: readonly MontantNomme[],
  comptes: Comptes,
  lignes: readonly Ligne[],
): Deduction | null {
  const h = total.centimes
  if (h <= 0) return null
  const lines = sumCentimes(linesAbove(total, comptes).flatMap(({ centimes }) => (centimes > 0 ? [centimes] : [])))
  const above = nommes.filter(({ nu, ligne }) => !nu && ligne.rang < total.ligne.rang)
  const isBefore = ({ nature: { ttc, tva, net, acompte, remise }, centimes }: MontantNomme) =>
    centimes > h && !(ttc || tva || net || acompte || remise)
  const before = above.filter(isBefore)
  for (const taken of above) {
    const { nature, libelle, centimes, ligne } = taken
    const isNamed =
      nature.ttc ||
      nature.tva ||
      nature.net ||
      nature.acompte ||
      rabais.test(libelle) ||
      rabais.test(wordsBelow(ligne, lignes))
    const deduit = toCentimes(Math.abs(centimes))
    const avant = deduit === null ? null : toCentimes(h + deduit)
    if (isNamed || comptes.avoirs.includes(taken) || !deduit || avant === null || isRate(h, deduit)) continue
    const whole = before.find((nomme) => nomme.centimes === avant && nomme.ligne.rang <= ligne.rang && nomme !== taken)
    if (!whole && !(lines === avant && nature.remise)) continue
    return { avant, nomme: whole ?? total, deduit, avance: Math.abs(Math.round(0.3 * avant) - deduit) <= 1 }
  }
  return null
}

/** What a row goes on to say in the line below, which has no amount of its own. */
function wordsBelow({ rang, page }: Ligne, lignes: readonly Ligne[]): string {
  const below = lignes[rang + 1]
  return below?.page === page && !/\d[.,]\d{2}(?!\d)/.test(below.plie) ? below.plie : ''
}
