import type { Centimes } from '../format/montant'
import { spellOut } from './abreviations'
import { judge } from './choix'
import type { Lu } from './lecture'
import { nameMontant, nameSold, type MontantNomme } from './libelles'
import type { Ligne } from './lines'
import { findMontants, findMontantsCoupes, type MontantTrouve } from './montants'
import { accountsOf, prove, type Candidat, type Comptes } from './preuves'
import { reparer } from './reparer'
import { nameTaxes } from './rangTva'
import { cellOf, luAt } from './voisins'

const max = 4_000

/** Every amount of the document with what names it, in reading order; at most a few thousand. */
function nameMontants(lignes: readonly Ligne[]): readonly MontantNomme[] {
  const named: MontantNomme[] = []
  // Where the ends of broken amounts stand, which are none by themselves.
  const ends = new Set<string>()
  for (const ligne of lignes) {
    if (named.length >= max) break
    const broken = findMontantsCoupes(ligne, lignes)
    for (const { coupe } of broken) if (coupe) ends.add(`${coupe.ligne.rang}:${coupe.debut}`)
    const whole = findMontants(ligne).filter(
      (montant) =>
        isPlausible(montant) &&
        !ends.has(`${ligne.rang}:${montant.debut}`) &&
        !broken.some(({ debut, fin }) => debut <= montant.debut && montant.debut < fin),
    )
    const found = [...whole, ...broken].sort((a, b) => a.debut - b.debut).slice(0, max - named.length)
    const row = found.map((montant, rank) => nameMontant(montant, found[rank - 1], found[rank + 1], lignes))
    named.push(...nameTaxes(row))
  }
  return named
}

// A bare number is an amount only when its cell holds nothing else.
const isPlausible = (montant: MontantTrouve) => !montant.nu || /^\S*\d[\d .']*$/.test(cellOf(montant)?.plie ?? '')

export interface MontantsLus {
  montants: Centimes[]
  devise: string | null
  candidatsHT: Lu<Centimes>[]
  montantTTC: Lu<Centimes> | null
  /** A total, or what is to be paid, of 0,00. */
  totalNul: boolean
}

/**
 * Reads the total before tax, with the document's own arithmetic as proof. `texte` is the folded text of the whole;
 * `reconnu`: it was recognised on an image, so a digit may be mistaken.
 */
export function readMontants(lignes: readonly Ligne[], texte: string, reconnu: boolean): MontantsLus {
  const asRead = nameSold(nameMontants(lignes))
  const nommes = reconnu ? reparer(asRead, texte) : asRead
  const seen = nommes.filter(({ nu }) => !nu)
  const devises = new Set(seen.flatMap(({ devise }) => devise ?? []))
  const comptes = accountsOf(nommes, texte)
  const candidats = nommes
    .flatMap((nomme) => rankHt(nomme, comptes))
    .map((candidat) => ({ ...candidat, preuve: prove(candidat.nomme, comptes) }))
    .filter(({ rang, preuve, nomme }) => (rang > 0 || preuve > 1) && (!nomme.nu || preuve > 1))
    .sort((a, b) => scoreOf(b) - scoreOf(a) || b.nomme.ligne.rang - a.nomme.ligne.rang)
  const foreign = [...devises].find((devise) => devise !== 'EUR')
  return {
    montants: [...new Set(seen.map(({ centimes }) => centimes))],
    devise: devises.size === 1 ? ([...devises][0] ?? null) : null,
    candidatsHT: judge(candidats, nommes, comptes, lignes, texte, foreign),
    montantTTC: readTtc(candidats[0], comptes),
    totalNul: nommes.some(isNul),
  }
}

const scoreOf = ({ rang, preuve }: Candidat) => (preuve > 1 ? 10 : 0) + rang + preuve / 4

const isNul = ({ nature, detail, centimes, nu }: MontantNomme) =>
  centimes === 0 &&
  !nu &&
  !detail &&
  (nature.net || nature.total || nature.ttc) &&
  !(nature.tva || nature.acompte || nature.remise || nature.autre || nature.partie || nature.sousTotal)

function rankHt(nomme: MontantNomme, { exonere }: Comptes): Candidat[] {
  const { nature, detail, libelle } = nomme
  if (detail || nomme.centimes === 0 || nature.tva) return []
  if (nature.acompte || nature.remise || nature.autre) return []
  // Without VAT what is to be paid is the amount before tax.
  if (exonere && !nature.ht && (nature.net || nature.ttc || nature.total)) return [{ nomme, rang: 2, preuve: 0 }]
  if (nature.ttc) return []
  if (!nature.ht) return (nature.total || nature.sousTotal) && !nature.net ? [{ nomme, rang: 0, preuve: 0 }] : []
  if (nature.net && !exonere && !/\bnet (?:a payer )?h/.test(libelle)) return []
  const rang =
    nature.sousTotal || nature.brut || nature.partie
      ? 1
      : nature.total
        ? 3
        : /montant|\bnette?\b|\bbase\b|\btotal/.test(spellOut(libelle))
          ? 2
          : 1
  return [{ nomme, rang, preuve: 0 }]
}

/** The amount with tax that closes the sum of the best total before tax; else the last one so called, in doubt. */
function readTtc(best: Candidat | undefined, comptes: Comptes): Lu<Centimes> | null {
  const closes = (nomme: MontantNomme) =>
    best !== undefined && prove(best.nomme, { ...comptes, ttc: [nomme], net: [] }) > 1
  const proven = comptes.ttc.find(closes) ?? comptes.net.find(closes)
  if (proven) return luAt(proven.centimes, proven, null)
  const last = comptes.ttc.at(-1)
  return last ? luAt(last.centimes, last, 'Aucun calcul de la facture ne confirme ce montant.') : null
}
