import { showEuros } from '../../dossier/montant'
import { sumCentimes, toCentimes, type Centimes } from '../../format/montant'
import type { Lu } from './lecture'
import { nameMontant, type MontantNomme } from './libelles'
import type { Ligne } from './lines'
import { findMontants, type MontantTrouve } from './montants'
import { cellOf, luAt } from './voisins'

const max = 4_000
/** VAT rates of France and its overseas departments, per thousand. */
const taux = [200, 100, 85, 55, 21]

/** Every amount of the document with what names it, in reading order; at most a few thousand. */
export function nameMontants(lignes: readonly Ligne[]): MontantNomme[] {
  const named: MontantNomme[] = []
  for (const ligne of lignes) {
    if (named.length >= max) break
    const found = findMontants(ligne)
      .filter(isPlausible)
      .slice(0, max - named.length)
    found.forEach((montant, rank) => named.push(nameMontant(montant, found[rank - 1], found[rank + 1], lignes)))
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
}

interface Candidat {
  nomme: MontantNomme
  /** 3: called total before tax; 2: net or base; 1: sub-total; 0: a bare total. */
  rang: number
  /** 3: HT + TVA = TTC, each so called; 2: two of them and the third computed; 1: a rate alone; 0: nothing. */
  preuve: number
}

/** Reads the total before tax, with the document's own arithmetic as proof. `texte` is the folded text of the whole. */
export function readMontants(lignes: readonly Ligne[], texte: string): MontantsLus {
  const nommes = nameMontants(lignes)
  const seen = nommes.filter(({ nu }) => !nu)
  const devises = new Set(seen.flatMap(({ devise }) => devise ?? []))
  const comptes = accountsOf(nommes, texte)
  const candidats = nommes
    .flatMap((nomme) => rankHt(nomme))
    .map((candidat) => ({ ...candidat, preuve: prove(candidat.nomme.centimes, comptes) }))
    .filter(({ rang, preuve, nomme }) => (rang > 0 || preuve > 1) && (!nomme.nu || preuve > 1))
    .sort((a, b) => scoreOf(b) - scoreOf(a) || b.nomme.ligne.rang - a.nomme.ligne.rang)
  const foreign = [...devises].find((devise) => devise !== 'EUR')
  return {
    montants: [...new Set(seen.map(({ centimes }) => centimes))],
    devise: devises.size === 1 ? ([...devises][0] ?? null) : null,
    candidatsHT: judge(candidats, nommes, comptes, texte, foreign),
    montantTTC: readTtc(candidats[0], comptes),
  }
}

const scoreOf = ({ rang, preuve }: Candidat) => (preuve > 1 ? 10 : 0) + rang + preuve / 4

function rankHt(nomme: MontantNomme): Candidat[] {
  const { nature, detail, libelle } = nomme
  if (detail || nomme.centimes === 0 || nature.tva || nature.ttc) return []
  if (nature.acompte || nature.remise || nature.autre) return []
  if (!nature.ht) return nature.total && !nature.net ? [{ nomme, rang: 0, preuve: 0 }] : []
  if (nature.net && !/\bnet (?:a payer )?h/.test(libelle)) return []
  const rang =
    nature.sousTotal || nature.brut ? 1 : nature.total ? 3 : /montant|\bnet\b|\bbase\b|\btotal/.test(libelle) ? 2 : 1
  return [{ nomme, rang, preuve: 0 }]
}

/** Amounts by what they are called, for the proofs. */
interface Comptes {
  tous: ReadonlySet<number>
  ttc: readonly MontantNomme[]
  /** To be paid, or called TTC: what may close the sum. */
  net: readonly MontantNomme[]
  tva: ReadonlySet<number>
  acomptes: readonly number[]
  remises: readonly number[]
  exonere: boolean
}

function accountsOf(nommes: readonly MontantNomme[], texte: string): Comptes {
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

const isRate = (base: number, tax: number) => taux.some((rate) => Math.abs(Math.round((base * rate) / 1000) - tax) <= 1)

function prove(h: number, { tous, ttc, net, tva, acomptes, exonere }: Comptes): number {
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

function readTtc(best: Candidat | undefined, { ttc, net }: Comptes): Lu<Centimes> | null {
  const close = (list: readonly MontantNomme[]) =>
    best && best.preuve > 1
      ? list.find(({ centimes }) => isRate(Math.abs(best.nomme.centimes), Math.abs(centimes - best.nomme.centimes)))
      : undefined
  const proven = close(ttc) ?? close(net)
  if (proven) return luAt(proven.centimes, proven, null)
  const last = ttc.at(-1)
  return last ? luAt(last.centimes, last, 'Aucun calcul de la facture ne confirme ce montant.') : null
}

/** The candidates with each one's doubt, the amount to declare first. */
function judge(
  candidats: readonly Candidat[],
  nommes: readonly MontantNomme[],
  comptes: Comptes,
  texte: string,
  foreign: string | undefined,
): Lu<Centimes>[] {
  const [best] = candidats
  if (!best) return []
  const h = best.nomme.centimes
  const first = findBefore(best, candidats, nommes, comptes)
  const rivals = rivalsOf(best, candidats, comptes)
  const doute =
    first?.doute ??
    (rivals.length > 0
      ? `Plusieurs totaux hors taxe : ${[h, ...rivals].slice(0, 4).map(showEuros).join(', ')}.`
      : (doubtAdvance(h, comptes, texte) ??
        doubtOthers(best.nomme, nommes) ??
        (foreign ? `Le montant est en ${foreign}, pas en euros.` : null) ??
        (isProven(best, comptes) ? null : 'Aucun calcul de la facture ne confirme ce montant.')))
  const list = [
    ...(first ? [luAt(first.nomme.centimes, first.nomme, first.doute)] : []),
    luAt(h, best.nomme, doute),
    ...candidats
      .filter(({ nomme, rang }) => rang > 1 && rivals.includes(nomme.centimes))
      .map(({ nomme }) => luAt(nomme.centimes, nomme, doute)),
  ]
  return list.filter(({ valeur }, rank) => list.findIndex((other) => other.valeur === valeur) === rank).slice(0, 6)
}

// Without any TTC on the page a rate is all there is to check against.
const isProven = ({ preuve, rang }: Candidat, { ttc, net }: Comptes) =>
  rang === 0 ? preuve === 3 : preuve > 1 || (preuve === 1 && ttc.length === 0 && net.length === 0)

/** Other totals before tax that neither a discount nor a lower rank explains. */
function rivalsOf(best: Candidat, candidats: readonly Candidat[], { remises, acomptes, tous }: Comptes): Centimes[] {
  const h = best.nomme.centimes
  const explained = (other: Candidat) => {
    const more = Math.abs(other.nomme.centimes) - Math.abs(h)
    return (
      remises.includes(more) ||
      (more > 0 && acomptes.length === 0 && tous.has(toCentimes(-more) ?? 0) && other.preuve < 2)
    )
  }
  const rivals = candidats.filter(
    (other) =>
      other.nomme.centimes !== h &&
      (other.preuve > 1 || (other.rang >= 3 && !other.nomme.nature.brut)) &&
      other.rang > 0 &&
      !explained(other),
  )
  return [...new Set(rivals.map(({ nomme }) => nomme.centimes))]
}

interface Prealable {
  nomme: MontantNomme
  doute: string
}

/** The amount to declare when it is not the invoice's own total: before the advance, or the prestation Ségur alone. */
function findBefore(
  best: Candidat,
  candidats: readonly Candidat[],
  nommes: readonly MontantNomme[],
  { acomptes }: Comptes,
): Prealable | null {
  const h = best.nomme.centimes
  const isBefore = ({ nature, centimes }: MontantNomme) =>
    !nature.ttc && !nature.tva && !nature.net && acomptes.some((acompte) => centimes - h === acompte)
  const before = nommes.find(isBefore)
  if (before)
    return {
      nomme: before,
      doute: `La facture déduit une avance : le total avant déduction est proposé, ${showEuros(h)} après.`,
    }
  const segur = candidats.find(({ nomme }) => nomme.nature.segur && nomme.centimes !== h)
  const named = segur?.nomme ?? segurLine(best.nomme, nommes)
  return named
    ? {
        nomme: named,
        doute: `La facture porte aussi d’autres prestations : ${showEuros(h)} en tout. Seul le montant Ségur se déclare.`,
      }
    : null
}

const ailleurs =
  /hors segur|maintenance|materiel|lecteur|imprimante|ordinateur|\bposte|\bpc\b|serveur|hebergement|abonnement|consommable|etiquette|telephon|assistance/
const isSegur = ({ libelle }: MontantNomme) => /\bsegur\b/.test(libelle) && !/hors (?:prestation )?segur/.test(libelle)

/** Priced lines before the total, the last amount of each row. */
function pricedLines(best: MontantNomme, nommes: readonly MontantNomme[]): MontantNomme[] {
  const lines = nommes.filter(
    ({ detail, nature, nu, ligne }) => (detail || nature.autre) && !nu && ligne.rang < best.ligne.rang,
  )
  return lines.filter((line, rank) => lines[rank + 1]?.ligne.rang !== line.ligne.rang)
}

/** The one Ségur line of an invoice that sells other things too, when its lines add up to its total. */
function segurLine(best: MontantNomme, nommes: readonly MontantNomme[]): MontantNomme | null {
  const lines = pricedLines(best, nommes)
  if (sumCentimes(lines.map(({ centimes }) => centimes)) !== best.centimes) return null
  const segur = lines.filter(isSegur)
  const others = lines.filter((line) => !isSegur(line) && ailleurs.test(line.libelle))
  return segur.length === 1 && others.length > 0 ? (segur[0] ?? null) : null
}

/** Whether some priced lines are told to be of the Ségur and others are not. */
function doubtOthers(best: MontantNomme, nommes: readonly MontantNomme[]): string | null {
  const lines = pricedLines(best, nommes)
  const mixed =
    lines.some(isSegur) &&
    lines.some((line) => !isSegur(line) && line.libelle !== '' && line.centimes !== best.centimes)
  const apart = lines.some(({ libelle }) => /hors (?:prestation )?segur/.test(libelle))
  return mixed || apart
    ? 'D’autres prestations semblent figurer sur la facture : seul le montant Ségur se déclare.'
    : null
}

/** Why the total may be only what is left after an advance; null when nothing says so, or the sums explain it. */
function doubtAdvance(h: Centimes, { acomptes, net, tous, ttc }: Comptes, texte: string): string | null {
  if (h < 0) return null
  if (/facture d'(?:acompte|avance)|demande d'acompte|facture de situation/.test(texte))
    return 'La facture semble être celle d’une avance, pas de toute la prestation.'
  const deducted = acomptes.some(
    (acompte) =>
      tous.has(h - acompte) || [...ttc, ...net].some(({ centimes }) => tous.has(centimes - acompte) && centimes > h),
  )
  const told =
    acomptes.length > 0 || /\bsolde (?:de|du|des|sur|prestation|apres|\d)|facture (?:de|du) solde|solde \d/.test(texte)
  return told && !deducted
    ? 'La facture parle d’une avance ou d’un solde : vérifiez que ce total est celui de toute la prestation.'
    : null
}
