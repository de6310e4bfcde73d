import type { MontantNomme } from './libelles'

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
  tva: ReadonlySet<number>
  acomptes: readonly number[]
  remises: readonly number[]
  exonere: boolean
}

/** Sorts the amounts of a document by what they are called; `texte` is its folded text. */
export function accountsOf(nommes: readonly MontantNomme[], texte: string): Comptes {
  const where = (test: (nomme: MontantNomme) => boolean) => nommes.filter((nomme) => !nomme.detail && test(nomme))
  const values = (list: readonly MontantNomme[]) =>
    [...new Set(list.map(({ centimes }) => Math.abs(centimes)))].filter(Boolean)
  return {
    tous: new Set(nommes.map(({ centimes }) => centimes)),
    ttc: where(({ nature }) => nature.ttc && !nature.acompte && !nature.remise && !nature.autre).slice(0, 50),
    net: where(({ nature }) => (nature.ttc || nature.net) && !nature.ht && !nature.acompte && !nature.autre).slice(
      0,
      50,
    ),
    tva: new Set(where(({ nature }) => nature.tva).map(({ centimes }) => centimes)),
    acomptes: values(
      nommes.filter((nomme) => nomme.nature.acompte || isDeduction(nomme)).filter(({ nu }) => !nu),
    ).slice(0, 50),
    remises: values(nommes.filter(({ nature, nu }) => nature.remise && !nu)).slice(0, 50),
    exonere:
      /non applicable|exoner|autoliquid|auto-liquid|franchise|article 2(?:61|62|93)|art\.? ?2(?:61|62|93)|tva (?:a )?0/.test(
        texte,
      ),
  }
}

// Whatever it is called, a line taken off the others may be the advance.
const isDeduction = ({ detail, centimes, nature }: MontantNomme) => detail && centimes < 0 && !nature.remise

/** Whether a tax is one of the usual rates of its base, to the cent. */
const isRate = (base: number, tax: number) => taux.some((rate) => Math.abs(Math.round((base * rate) / 1000) - tax) <= 1)

/** How well the document's sums prove an amount before tax: see `Candidat.preuve`. */
export function prove(h: number, { tous, ttc, net, tva, acomptes, exonere }: Comptes): number {
  let preuve = 0
  for (const { centimes: c, nature } of new Set([...ttc, ...net])) {
    const t = c - h
    const called = nature.ttc || (nature.net && tva.has(t))
    if (t === 0) preuve = Math.max(preuve, exonere || tva.has(0) ? 2 : 0)
    else if (Math.sign(t) !== Math.sign(h) || Math.abs(t) > Math.abs(h) / 4) continue
    else if (tva.has(t)) preuve = Math.max(preuve, 3)
    else if (called && (isRate(Math.abs(h), Math.abs(t)) || tous.has(t))) preuve = Math.max(preuve, 2)
  }
  for (const t of tva) {
    if (t === 0 || !isRate(Math.abs(h), Math.abs(t)) || Math.sign(t) !== Math.sign(h)) continue
    const paid = net.some(({ centimes }) => acomptes.includes(Math.abs(h + t) - Math.abs(centimes)))
    preuve = Math.max(preuve, paid ? 2 : 1)
  }
  return preuve
}
