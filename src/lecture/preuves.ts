import { sumCentimes } from '../format/montant'
import { findMontantsEnLettres } from './lettres'
import { dejaVendu, type MontantNomme } from './libelles'
import { hasWords } from './voisins'

/** VAT rates of France and its overseas departments, per thousand. */
const taux = [200, 100, 85, 55, 21]

/** An amount that may be the total before tax. */
export interface Candidat {
  nomme: MontantNomme
  /** 3: called total before tax; 2: net or base; 1: sub-total; 0: a bare total. */
  rang: number
  /** 3: HT + TVA = TTC, each so called; 2: two of them and the third computed; 1: a rate alone; 0: nothing. */
  preuve: number
}

/** Amounts by what they are called, for the proofs. */
export interface Comptes {
  tous: ReadonlySet<number>
  ttc: readonly MontantNomme[]
  /** To be paid, or called TTC: what may close the sum. */
  net: readonly MontantNomme[]
  /** Called a total and nothing more: closes a sum whose tax is printed. */
  bruts: readonly MontantNomme[]
  tva: ReadonlySet<number>
  /** Called nothing that tells: closes a sum whose tax is printed and a usual rate of it. */
  muets: readonly MontantNomme[]
  /** Priced lines, in reading order. */
  articles: readonly MontantNomme[]
  acomptes: readonly number[]
  remises: readonly number[]
  /** Lines that take a credit note or a gesture off the others: the total after them is what is sold. */
  avoirs: readonly MontantNomme[]
  /** The sale bears no tax, and the document says so. */
  exonere: boolean
  /** Amounts written in full. */
  lettres: readonly number[]
}

const exoneration =
  /non applicable|exoner|autoliquid|auto-liquid|franchise en base|article 2(?:61|62|93)|art\.? ?2(?:61|62|93)|\btva (?:a )?0(?: |,00 ?|\.00 ?)?%|non (?:soumis|assujetti|due\b|exigible)|dispens[a-z]* de (?:la )?tva|\btva ?: ?(?:neant|sans objet)/
// A rate beside the word, or alone in its cell.
const tauxDit =
  /(?:tva|taxes?)[^\n]{0,30}(?<![\d.,])(?:20|10|8[.,]5|5[.,]5|2[.,]1)0*(?:[.,]0+)? ?%|(?:^|\t)\s*(?:20|10|8[.,]5|5[.,]5|2[.,]1)0*(?:[.,]0+ ?%?| ?%)\s*(?:\t|$)/m

/** Sorts the amounts of a document by what they are called; `texte` is its folded text. */
export function accountsOf(nommes: readonly MontantNomme[], texte: string): Comptes {
  const where = (test: (nomme: MontantNomme) => boolean) => nommes.filter((nomme) => !nomme.detail && test(nomme))
  const values = (list: readonly MontantNomme[]) =>
    [...new Set(list.map(({ centimes }) => Math.abs(centimes)))].filter(Boolean)
  const avoirs = nommes.filter((nomme) => isCredit(nomme, nommes))
  const deduits = new Set(nommes.filter((nomme) => isDeduction(nomme, nommes)))
  const tva: ReadonlySet<number> = new Set(where(({ nature }) => nature.tva).map(({ centimes }) => centimes))
  return {
    tous: new Set(nommes.map(({ centimes }) => centimes)),
    ttc: where(({ nature }) => nature.ttc && !nature.acompte && !nature.remise && !nature.autre).slice(0, 50),
    net: where(({ nature }) => (nature.ttc || nature.net) && !nature.ht && !nature.acompte && !nature.autre).slice(
      0,
      50,
    ),
    bruts: where(({ nature, parColonne }) => nature.total && (parColonne === true || !isNamed(nature))).slice(0, 50),
    muets: where(
      ({ nature, centimes, nu, libelle }) => !isNamed(nature) && centimes > 0 && !nu && hasWords(libelle),
    ).slice(0, 200),
    tva,
    articles: nommes.filter(
      (nomme) => (nomme.detail || nomme.nature.autre || deduits.has(nomme)) && !nomme.nu && !report.test(nomme.libelle),
    ),
    acomptes: values(nommes.filter((nomme) => (nomme.nature.acompte || deduits.has(nomme)) && !nomme.nu)).slice(0, 50),
    remises: values([...nommes.filter(({ nature, nu }) => nature.remise && !nu), ...avoirs]).slice(0, 50),
    avoirs: avoirs.slice(0, 50),
    // A tax of 0,00 says the same.
    exonere: (exoneration.test(texte) || tva.has(0)) && ![...tva].some(Boolean) && !tauxDit.test(texte),
    lettres: findMontantsEnLettres(texte),
  }
}

// A sum carried over from one page to the next is no article.
const report = /\ba reporter\b|^(?:total |sous[- ]total )?report\b/

const isNamed = ({ ht, ttc, tva, net, acompte, remise, partie, autre }: MontantNomme['nature']) =>
  ht || ttc || tva || net || acompte || remise || partie || autre

/**
 * A line taken off the others for another reason than money that was already paid: unless it says so, or takes off the three
 * tenths of a price that the ASP advances, it makes what is sold smaller.
 */
const isCredit = (nomme: MontantNomme, nommes: readonly MontantNomme[]) => {
  const { detail, centimes, nature, libelle, nu } = nomme
  if (centimes >= 0 || !detail || nu || nature.acompte || nature.remise || enArgent.test(libelle)) return false
  return (credit.test(libelle) || dejaVendu.test(libelle) || !/facture/.test(libelle)) && !isAvance(nomme, nommes)
}

/** Whether what is taken off is three tenths of a price that is printed, or of what was sold before it. */
const isAvance = ({ centimes }: MontantNomme, nommes: readonly MontantNomme[]) =>
  nommes.some(
    (price) =>
      price.centimes > 0 && tiers.some((share) => Math.abs(Math.round(share * price.centimes) + centimes) <= 1),
  )
// Of the price before it, and of the total after it.
const tiers = [0.3, 3 / 7]
const credit =
  /\bavoirs?\b|\bcredit\b|\bbonif|\bpromo|\bfidelite|dedommage|compensation|\bpenalites?\b|trop[- ]percu|regularis|annul|rectific|correcti|\breprise\b|rembours|\bcode\b|en trop|a tort|\berreur|deux fois|en double|doublon/
const enArgent = /\basp\b|\bfinbio|subvention|financ|prise en charge|\baides?\b|\bdotation/

// Whatever it is called, a line taken off the others, or −1 of a price, may be the advance.
const isDeduction = (nomme: MontantNomme, nommes: readonly MontantNomme[]) =>
  nomme.centimes < 0 && !nomme.nature.remise && !isCredit(nomme, nommes) && isTakenOff(nomme, nommes)
const isTakenOff = ({ detail, centimes, ligne }: MontantNomme, nommes: readonly MontantNomme[]) =>
  detail || nommes.some((price) => price.ligne === ligne && !price.nu && price.centimes === 0 - centimes)

/** Whether a tax is one of the usual rates of its base, to the cent. */
export const isRate = (base: number, tax: number) =>
  taux.some((rate) => Math.abs(Math.round((base * rate) / 1000) - tax) <= 1)

/** Whether an amount may be the tax of another by its sign and size. */
export const isTax = (base: number, tax: number) =>
  tax !== 0 && Math.sign(tax) === Math.sign(base) && Math.abs(tax) <= Math.abs(base) / 4

/** Whether an amount is a tax that the document prints, or all of them together. */
export function isPrinted(tax: number, tva: ReadonlySet<number>): boolean {
  const taxes = [...tva].filter(Boolean)
  return tva.has(tax) || (taxes.length > 1 && tax === taxes.reduce((sum, one) => sum + one, 0))
}

/** How well the document's sums prove an amount before tax: see `Candidat.preuve`. */
export function prove(nomme: MontantNomme, comptes: Comptes): number {
  const { centimes: h } = nomme
  const { tous, ttc, net, bruts, muets, tva, acomptes, exonere } = comptes
  const taxes = [...tva].filter(Boolean)
  let preuve = exonere && addsUp(nomme, comptes) ? 2 : 0
  for (const closing of new Set([...ttc, ...net])) {
    const { centimes: c, nature } = closing
    const t = c - h
    const called = nature.ttc || (nature.net && tva.has(t))
    if (t === 0) preuve = Math.max(preuve, closing !== nomme && (exonere || tva.has(0)) ? 2 : 0)
    else if (!isTax(h, t)) continue
    else if (isPrinted(t, tva)) preuve = Math.max(preuve, 3)
    // A tax that is printed and does not fit speaks against the two others.
    else if (called && taxes.length === 0 && (isRate(Math.abs(h), Math.abs(t)) || tous.has(t)))
      preuve = Math.max(preuve, 2)
  }
  if (
    bruts.some(
      (total) =>
        total !== nomme && total.centimes !== h && isPrinted(total.centimes - h, tva) && isTax(h, total.centimes - h),
    )
  )
    preuve = 3
  if (
    preuve < 2 &&
    nomme.nature.ht &&
    muets.some(({ centimes, ligne }) => {
      const t = centimes - h
      return ligne.rang > nomme.ligne.rang && tva.has(t) && isTax(h, t) && isRate(Math.abs(h), Math.abs(t))
    })
  )
    preuve = 2
  for (const t of tva) {
    if (t === 0 || !isRate(Math.abs(h), Math.abs(t)) || Math.sign(t) !== Math.sign(h)) continue
    const paid = net.some(({ centimes }) => acomptes.includes(Math.abs(h + t) - Math.abs(centimes)))
    preuve = Math.max(preuve, paid ? 2 : 1)
  }
  return preuve
}

/** Priced lines above a total: of each row the last amount that is neither a tax nor with tax. */
export function linesAbove({ ligne }: MontantNomme, { articles }: Comptes): MontantNomme[] {
  const above = articles.filter((line) => line.ligne.rang < ligne.rang && !line.nature.ttc && !line.nature.tva)
  return above.filter((line, rank) => above[rank + 1]?.ligne.rang !== line.ligne.rang)
}

/** The last priced lines above a total that add up to it, without what stands before them: a letterhead's capital. None when none do. */
export function linesOfTotal(total: MontantNomme, comptes: Comptes): MontantNomme[] {
  const above = linesAbove(total, comptes)
  let [sum, from] = [0, above.length]
  for (let rank = above.length - 1; rank >= 0; rank--) {
    sum += above[rank]?.centimes ?? 0
    if (sum === total.centimes) from = rank
  }
  return above.slice(from)
}

/** Whether the priced lines above a total add up to it. */
const addsUp = (nomme: MontantNomme, comptes: Comptes) => {
  const lines = linesAbove(nomme, comptes)
  return lines.length > 0 && sumCentimes(lines.map(({ centimes }) => centimes)) === nomme.centimes
}
