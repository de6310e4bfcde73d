import { hasTaxe, natureNulle, type MontantNomme } from './libelles'
import { isRate } from './preuves'

/** A rate printed in a row: «20,00 %», «5.5%», per thousand. */
const tauxImprimes = (plie: string) =>
  [...plie.matchAll(/(?<![\d.,])(\d{1,2})(?:[.,](\d{1,3}))? ?%/g)].map(
    ([, units = '', rest = '']) => Number(`${units}.${rest || '0'}`) * 10,
  )

const isOf = (rates: readonly number[], base: number, tax: number) =>
  Math.sign(base) === Math.sign(tax) &&
  (rates.length > 0
    ? rates.some((rate) => rate > 0 && rate <= 250 && Math.abs(Math.round((base * rate) / 1000) - tax) <= 1)
    : isRate(Math.abs(base), Math.abs(tax)))

/**
 * The amounts of a row that tells of a tax («A1 TVA 20 % | s/ 10 000,00 | 2 000,00»), named by what one is of another: the
 * rate makes the one the tax, the other its base, whatever the column above is called; the sum of both is with tax.
 */
export function nameTaxes(row: readonly MontantNomme[]): readonly MontantNomme[] {
  const [first] = row
  if (!first || row.length < 2 || row.length > 6 || !hasTaxe(first.ligne.plie)) return row
  const own = row.filter(({ detail, nu }) => !detail && !nu)
  const rates = tauxImprimes(first.ligne.plie)
  for (const base of own)
    for (const tax of own) {
      if (tax === base || Math.abs(tax.centimes) >= Math.abs(base.centimes) || base.nature.acompte) continue
      if (!isOf(rates, base.centimes, tax.centimes)) continue
      return row.map((nomme) => {
        if (nomme === base) return nomme.nature.ht ? nomme : named(nomme, { ht: true, partie: true })
        if (nomme === tax) return nomme.nature.tva ? nomme : named(nomme, { tva: true })
        const isSum = own.includes(nomme) && nomme.centimes === base.centimes + tax.centimes
        return isSum && !nomme.nature.ttc ? named(nomme, { ttc: true }) : nomme
      })
    }
  return row
}

const named = (nomme: MontantNomme, nature: Partial<MontantNomme['nature']>): MontantNomme => ({
  ...nomme,
  nature: { ...natureNulle, segur: nomme.nature.segur, ...nature },
})
