import { toCentimes } from '../format/montant'
import type { MontantNomme } from './libelles'
import { accountsOf, isRate, isTax, prove, type Comptes } from './preuves'

/** Digits that print makes alike, and that a recogniser therefore takes for one another. */
const semblables: readonly string[] = ['689', '74', '7', '85', '19', '36', '058', '12', '0369', '048']
const most = 4

/**
 * Recognised amounts with one of them mended where the sums leave a single way: none of the totals is proven as read, and
 * just one total before tax is once a digit is taken for one that looks like it, lost or gained, or the comma lost.
 */
export function reparer(nommes: readonly MontantNomme[], texte: string): readonly MontantNomme[] {
  const comptes = accountsOf(nommes, texte)
  const hts = nommes.filter(isTotalHt).slice(0, most)
  if (hts.some((ht) => prove(ht, comptes) > 1)) return nommes
  const ways = hts.flatMap((ht) => waysOf(ht, nommes, comptes))
  const [way] = ways
  if (!way || ways.some(({ valeur }) => valeur !== way.valeur)) return nommes
  return nommes.map((nomme) => (nomme === way.nomme ? way.repare : nomme))
}

const isTotalHt = ({ nature, detail, centimes }: MontantNomme) =>
  nature.ht && !detail && centimes > 0 && ![nature.acompte, nature.remise, nature.autre, nature.partie].some(Boolean)

interface Way {
  nomme: MontantNomme
  repare: MontantNomme
  /** The total before tax that it proves. */
  valeur: number
}

function waysOf(ht: MontantNomme, nommes: readonly MontantNomme[], comptes: Comptes): Way[] {
  const taxes = nommes.filter(({ nature, detail, centimes }) => nature.tva && !detail && centimes > 0).slice(0, most)
  const closings = [...new Set([...comptes.ttc, ...comptes.net, ...comptes.bruts])].slice(0, most)
  const mend = (nomme: MontantNomme, wanted: number, valeur: number): Way[] => {
    const centimes = variantsOf(nomme).has(wanted) ? toCentimes(wanted) : null
    return centimes === null ? [] : [{ nomme, repare: { ...nomme, centimes, nu: false, repare: true }, valeur }]
  }
  const h = ht.centimes
  const withTax = taxes.flatMap((tax) =>
    closings.flatMap((closing) => {
      const [t, c] = [tax.centimes, closing.centimes]
      return [
        ...(isRate(c - t, t) ? mend(ht, c - t, c - t) : []),
        ...(isRate(h, c - h) ? mend(tax, c - h, h) : []),
        ...(isRate(h, t) ? mend(closing, h + t, h) : []),
      ]
    }),
  )
  if (taxes.length > 0) return withTax
  // The tax could not be read at all: the rate alone has to tell.
  return closings.flatMap((closing) =>
    [...variantsOf(ht)]
      .filter((v) => isTax(v, closing.centimes - v) && isRate(v, closing.centimes - v))
      .flatMap((v) => mend(ht, v, v)),
  )
}

/** Every amount, in cents, that the printed one may have been before it was mistaken. */
function variantsOf({ ligne, debut, fin, centimes }: MontantNomme): ReadonlySet<number> {
  const imprime = ligne.plie.slice(debut, fin)
  const whole = !/[.,€]\d{2}$/.test(imprime)
  const digits = imprime.replace(/\D/g, '')
  const scale = whole ? 100 : 1
  const found = [
    ...Array.from(digits).flatMap((digit, rank) =>
      Array.from(semblables[Number(digit)] ?? '', (other) => digits.slice(0, rank) + other + digits.slice(rank + 1)),
    ),
    ...Array.from('123456789', (digit) => digit + digits),
    digits.slice(1),
  ].map((text) => Number(text) * scale)
  const amounts = new Set(whole ? [...found, Number(digits)] : found)
  amounts.delete(centimes)
  amounts.delete(0)
  return amounts
}
