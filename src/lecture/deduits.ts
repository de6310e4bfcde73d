import { showEuros } from '../dossier/montant'
import { sumCentimes, toCentimes, type Centimes } from '../format/montant'
import type { Lu } from './lecture'
import type { MontantNomme } from './libelles'
import { isRate, linesAbove, type Comptes } from './preuves'
import { luAt } from './voisins'

/** A total before tax that the document does not print or does not call so, of the sums of what it prints; never sure. Null when nothing gives one. */
export function deduceHt(nommes: readonly MontantNomme[], comptes: Comptes): Lu<Centimes> | null {
  return sumOfBases(nommes, comptes) ?? withoutTax(nommes, comptes) ?? bySums(nommes) ?? sumOfLines(comptes)
}

/** The bases of several VAT rates, once each. */
export function basesOf(nommes: readonly MontantNomme[]): MontantNomme[] {
  const bases = nommes.filter(
    ({ nature, detail, centimes }) => nature.partie && !detail && !nature.acompte && centimes > 0,
  )
  return bases.filter(
    (base, rank) =>
      bases.findIndex((other) => other.centimes === base.centimes && other.libelle === base.libelle) === rank,
  )
}

function sumOfBases(nommes: readonly MontantNomme[], { ttc, net }: Comptes): Lu<Centimes> | null {
  const bases = basesOf(nommes)
  const [first] = bases
  const valeur = sumCentimes(bases.map(({ centimes }) => centimes))
  if (!first || bases.length < 2 || bases.length > 5 || valeur === null) return null
  const fits = [...ttc, ...net].some(({ centimes }) => centimes > valeur && centimes - valeur <= valeur / 4)
  if (!fits) return null
  const parts = bases.map(({ centimes }) => showEuros(centimes)).join(' + ')
  return luAt(valeur, first, `Le total hors taxe n’est pas imprimé : il est calculé des bases de TVA, ${parts}.`)
}

function withoutTax(nommes: readonly MontantNomme[], { ttc, tva }: Comptes): Lu<Centimes> | null {
  const total = ttc.at(-1)
  const taxes = [...tva].filter((tax) => tax > 0)
  const [tax] = taxes
  const valeur = total && tax !== undefined && taxes.length === 1 ? toCentimes(total.centimes - tax) : null
  if (!total || tax === undefined || valeur === null || valeur <= 0 || tax > valeur / 4) return null
  // A total that is printed may be a discounted or a partial one: it is for the others to judge.
  if (nommes.some(({ centimes }) => centimes === valeur)) return null
  const sum = `${showEuros(total.centimes)} − ${showEuros(toCentimes(tax) ?? valeur)}`
  return luAt(valeur, total, `Le total hors taxe n’est pas imprimé : il est calculé, ${sum}.`)
}

/** Ranks and quantities make sums too: below it nothing that has no label is a price of a prestation, in centimes. */
const moindre = 100_00

/** Of the largest sum of three amounts that a usual rate makes, whatever they are called: that before tax. */
function bySums(nommes: readonly MontantNomme[]): Lu<Centimes> | null {
  const printed = nommes.filter(({ centimes, nature: { autre, acompte } }) => centimes > 0 && !autre && !acompte)
  // Of those that say the same, the last.
  const byValue = new Map<number, MontantNomme>(printed.slice(0, 200).map((nomme) => [nomme.centimes, nomme]))
  const closings = [...byValue.values()].sort((a, b) => b.centimes - a.centimes)
  for (const closing of closings)
    for (const tax of byValue.values()) {
      const base = byValue.get(closing.centimes - tax.centimes)
      if (!base || base === tax || base.centimes < moindre || !isRate(base.centimes, tax.centimes)) continue
      const sum = `${showEuros(base.centimes)} + ${showEuros(tax.centimes)} = ${showEuros(closing.centimes)}`
      return luAt(base.centimes, base, `Rien ne dit que ce total est hors taxe : il l’est d’après ${sum}.`)
    }
  return null
}

/** Of priced lines that an amount with tax exceeds by a usual rate: their sum. */
function sumOfLines(comptes: Comptes): Lu<Centimes> | null {
  for (const total of [...comptes.ttc, ...comptes.net].toReversed()) {
    const lines = linesAbove(total, comptes)
    const valeur = sumCentimes(lines.map(({ centimes }) => centimes))
    const [first] = lines
    if (!first || valeur === null || valeur < moindre || !isRate(valeur, total.centimes - valeur)) continue
    return luAt(
      valeur,
      first,
      `Le total hors taxe n’est pas imprimé : c’est la somme des lignes, ${showEuros(total.centimes)} taxe comprise.`,
    )
  }
  return null
}
