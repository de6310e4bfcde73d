import { showEuros } from '../dossier/montant'
import { sumCentimes, toCentimes, type Centimes } from '../format/montant'
import type { Lu } from './lecture'
import { autreProgramme, dejaVendu, horsSegur, type MontantNomme } from './libelles'
import { basesOf, deduceHt } from './deduits'
import { isPrecede } from './montants'
import { findDeduction } from './deductions'
import { isPrinted, linesAbove, linesOfTotal, type Candidat, type Comptes } from './preuves'
import { frameOf, type Ligne } from './lines'
import { bio, findPart } from './partSegur'
import { luAt } from './voisins'

/** The candidates with each one's doubt, the amount to declare first. */
export function judge(
  candidats: readonly Candidat[],
  nommes: readonly MontantNomme[],
  comptes: Comptes,
  lignes: readonly Ligne[],
  texte: string,
  foreign: string | undefined,
): Lu<Centimes>[] {
  const [best] = candidats
  const deduced = !best || (best.nomme.nature.partie && basesOf(nommes).length > 1) ? deduceHt(nommes, comptes) : null
  if (deduced) return [deduced]
  if (!best) return []
  const h = best.nomme.centimes
  const first = findBefore(best, candidats, nommes, comptes, lignes)
  const rivals = rivalsOf(best, candidats, comptes)
  const doute =
    first?.doute ??
    (rivals.length > 0
      ? `Plusieurs totaux hors taxe : ${[h, ...rivals].slice(0, 4).map(showEuros).join(', ')}.`
      : (doubtAdvance(best.nomme, comptes, texte) ??
        doubtHeadings(best.nomme, comptes, lignes) ??
        doubtLettres(h, comptes) ??
        doubtOthers(best.nomme, comptes) ??
        doubtAvoirs(h, comptes) ??
        doubtDeduction(best.nomme, nommes, comptes, lignes) ??
        (best.nomme.repare
          ? `Un signe en était mal reconnu (« ${imprimeOf(best.nomme)} ») : il est rétabli d’après les calculs de la facture.`
          : null) ??
        (best.nomme.coupe ? 'Ce montant est coupé sur deux lignes de sa case : comparez-le avec la page.' : null) ??
        (isPrecede(best.nomme)
          ? 'Des chiffres précèdent ce montant de si près qu’ils en sont peut-être : comparez-le avec la page.'
          : null) ??
        (foreign ? `Le montant est en ${foreign}, pas en euros.` : null) ??
        (isProven(best, comptes) ? null : 'Aucun calcul de la facture ne confirme ce montant.')))
  const list = [
    ...(first ? [luAt(first.valeur, first.nomme, first.doute)] : []),
    luAt(h, best.nomme, doute),
    ...candidats
      .filter(({ nomme, rang }) => rang > 1 && rivals.includes(nomme.centimes))
      .map(({ nomme }) => luAt(nomme.centimes, nomme, doute)),
    ...othersOf(best.nomme, comptes),
  ]
  return list.filter(({ valeur }, rank) => list.findIndex((other) => other.valeur === valeur) === rank).slice(0, 6)
}

/** Amounts that the clerk may have to declare instead: the Ségur line alone, the total before a credit note. */
function othersOf(best: MontantNomme, comptes: Comptes): Lu<Centimes>[] {
  const line = segurLine(best, comptes)
  const avant = beforeAvoirs(best.centimes, comptes)
  return [
    ...(line ? [luAt(line.centimes, line, 'C’est le montant d’une seule ligne, celle du Ségur.')] : []),
    ...(avant === null ? [] : [luAt(avant, best, 'C’est le total avant ce que la facture déduit.')]),
  ]
}

/** What a total would be without the credit notes among the lines above it. */
function beforeAvoirs(h: Centimes, { avoirs }: Comptes): Centimes | null {
  const sum = sumCentimes(avoirs.map(({ centimes }) => centimes))
  return sum === null || sum === 0 || h < 0 ? null : toCentimes(h - sum)
}

function doubtAvoirs(h: Centimes, comptes: Comptes): string | null {
  const avant = beforeAvoirs(h, comptes)
  return avant === null
    ? null
    : `La facture déduit un avoir ou ce qui est déjà facturé : ${showEuros(avant)} avant, ${showEuros(h)} après.`
}

function doubtDeduction(
  best: MontantNomme,
  nommes: readonly MontantNomme[],
  comptes: Comptes,
  lignes: readonly Ligne[],
): string | null {
  const found = findDeduction(best, nommes, comptes, lignes)
  return found
    ? `La facture déduit ${showEuros(found.deduit)} sans dire si c’est une avance : ${showEuros(found.avant)} avant, ${showEuros(best.centimes)} après.`
    : null
}

const imprimeOf = ({ ligne, debut, fin }: MontantNomme) => ligne.texte.slice(debut, fin)

// Without any TTC on the page a rate is all there is to check against.
const isProven = ({ preuve, rang }: Candidat, { ttc, net }: Comptes) =>
  rang === 0 ? preuve === 3 : preuve > 1 || (preuve === 1 && ttc.length === 0 && net.length === 0)

/** Other totals before tax that neither a discount nor a lower rank explains. */
function rivalsOf(
  best: Candidat,
  candidats: readonly Candidat[],
  { remises, acomptes, tous, tva, bruts }: Comptes,
): Centimes[] {
  const h = best.nomme.centimes
  const closes = ({ nomme }: Candidat) =>
    best.preuve === 3 && bruts.includes(nomme) && isPrinted(nomme.centimes - h, tva)
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
      !closes(other) &&
      !explained(other),
  )
  // Totals of several sites, lots or rates, which the whole adds up.
  const isPart = ({ preuve, nomme }: Candidat) => preuve < 2 || (nomme.nature.partie && best.nomme.nature.total)
  if (rivals.every(isPart) && sumCentimes(rivals.map(({ nomme }) => nomme.centimes)) === h) return []
  return [...new Set(rivals.map(({ nomme }) => nomme.centimes))]
}

interface Prealable {
  valeur: Centimes
  nomme: MontantNomme
  doute: string
}

/** The amount to declare when it is not the invoice's own total: before the advance, or the prestation Ségur alone. */
function findBefore(
  best: Candidat,
  candidats: readonly Candidat[],
  nommes: readonly MontantNomme[],
  comptes: Comptes,
  lignes: readonly Ligne[],
): Prealable | null {
  const { acomptes } = comptes
  const h = best.nomme.centimes
  const isBefore = ({ nature, centimes }: MontantNomme) =>
    !nature.ttc && !nature.tva && !nature.net && acomptes.some((acompte) => centimes - h === acompte)
  const before = nommes.find(isBefore)
  if (before)
    return {
      valeur: before.centimes,
      nomme: before,
      doute: `La facture déduit une avance : le total avant déduction est proposé, ${showEuros(h)} après.`,
    }
  const lines = sumCentimes(soldLines(best.nomme, comptes).map(({ centimes }) => centimes))
  const listed = lines !== null && lines > h && acomptes.includes(lines - h) ? lines : soldInColumn(best.nomme, nommes)
  if (listed !== null && h > 0)
    return {
      valeur: listed,
      nomme: best.nomme,
      doute: `La facture déduit une avance de ${showEuros(toCentimes(listed - h) ?? h)} avant son total de ${showEuros(h)} : la somme des lignes vendues est proposée.`,
    }
  const deduction = findDeduction(best.nomme, nommes, comptes, lignes)
  if (deduction?.avance)
    return {
      valeur: deduction.avant,
      nomme: deduction.nomme,
      doute: `La facture déduit ${showEuros(deduction.deduit)}, trois dixièmes de ${showEuros(deduction.avant)} : c’est sans doute l’avance, et le total avant déduction est proposé.`,
    }
  const part = findPart(best.nomme, nommes, linesOfTotal(best.nomme, comptes), lignes)
  const said = candidats.map(({ nomme }) => nomme).filter(({ nature }) => nature.segur)
  const sub = segurSubtotal(best.nomme, nommes)
  const left = withoutOutside(best.nomme, comptes)
  const named = part?.nomme ?? said[0] ?? sub ?? left?.nomme
  const valeur = part
    ? part.valeur
    : said.length > 0
      ? sumCentimes([...new Set(said.map(({ centimes }) => centimes))])
      : sub
        ? sub.centimes
        : left?.valeur
  // What the total itself is made of, or what it was before a discount, is no part of it.
  return named && valeur !== null && valeur !== undefined && Math.abs(valeur) < Math.abs(h)
    ? {
        valeur,
        nomme: named,
        doute: `La facture porte aussi d’autres prestations : ${showEuros(h)} en tout. Seul le montant Ségur se déclare.`,
      }
    : null
}

/** Priced lines above a total, what is taken off left out. */
const soldLines = (best: MontantNomme, comptes: Comptes) =>
  linesAbove(best, comptes).filter(({ centimes, nature }) => centimes > 0 && !nature.acompte)

/**
 * What is sold in the column above a total that the column adds up to, when an advance is taken off in it. The column alone
 * tells: beside it others hold prices, taxes and sums, or another table.
 */
function soldInColumn(best: MontantNomme, nommes: readonly MontantNomme[]): Centimes | null {
  const right = ({ ligne, debut, fin }: MontantNomme) => {
    const { x, largeur } = frameOf(ligne, debut, fin)
    return x + largeur
  }
  // The total may be said again below the taxes.
  const same = nommes.filter(({ centimes, detail }) => centimes === best.centimes && !detail)
  const first = Math.min(...same.map(({ ligne }) => ligne.rang))
  const above = nommes.filter(({ nu, ligne }) => !nu && ligne.rang < first)
  const taken = above.filter(({ centimes, nature }) => centimes < 0 && nature.acompte)
  for (const advance of taken.slice(-4)) {
    const edge = right(advance)
    const column = above.filter((nomme) => Math.abs(right(nomme) - edge) <= jeu)
    const sold = sumCentimes(column.flatMap(({ centimes }) => (centimes > 0 ? [centimes] : [])))
    const all = sumCentimes(column.map(({ centimes }) => centimes))
    if (sold !== null && all === best.centimes && column.length > taken.length) return sold
  }
  return null
}
/** Points by which right edges of one column may differ. */
const jeu = 2

const dehors = new RegExp(`${horsSegur.source}|hors (?:perimetre|dispositif|programme|financement)`)
const jamaisSegur = /maintenance|materiel|lecteur|imprimante|ordinateur|\bpc\b|serveur|consommable|etiquette|telephon/
const ailleurs = new RegExp(
  `${dehors.source}|${jamaisSegur.source}|\\bposte|hebergement|abonnement|\\bcontrat|redevance|assistance|\\bsupport\\b`,
)
const isSegur = ({ libelle }: MontantNomme) =>
  (bio.test(libelle) || !autreProgramme.test(libelle)) &&
  /\bseg(?:ur)?\d*(?![a-z])|\bsegur?(?:-?[a-z]{2,8})\d*\]|\bsons\b|\bbio-?sgl\b/.test(libelle) &&
  !horsSegur.test(libelle)

/** A sub-total of the prestation Ségur, before other things that are sold. */
const segurSubtotal = (best: MontantNomme, nommes: readonly MontantNomme[]): MontantNomme | null =>
  nommes.findLast(
    ({ nature, detail, nu, ligne }) =>
      nature.segur &&
      nature.sousTotal &&
      !(nature.ttc || nature.tva || nature.autre || detail || nu) &&
      ligne.rang < best.ligne.rang,
  ) ?? null

/** The one Ségur line of an invoice that sells other things too, when its lines add up to its total. */
function segurLine(best: MontantNomme, comptes: Comptes): MontantNomme | null {
  const lines = linesAbove(best, comptes)
  if (sumCentimes(lines.map(({ centimes }) => centimes)) !== best.centimes) return null
  const segur = lines.filter(isSegur)
  return segur.length === 1 && lines.length > 1 ? (segur[0] ?? null) : null
}

/**
 * What is left of a total without the lines that are told to be outside the Ségur, and beside such a line without what the
 * Ségur never pays; null when no line is told so, or the lines are not all of the total.
 */
function withoutOutside(best: MontantNomme, comptes: Comptes): { valeur: Centimes; nomme: MontantNomme } | null {
  const lines = linesOfTotal(best, comptes)
  if (!lines.some((line) => dehors.test(line.libelle))) return null
  const kept = lines.filter((line) => !dehors.test(line.libelle) && (isSegur(line) || !jamaisSegur.test(line.libelle)))
  const valeur = sumCentimes(kept.map(({ centimes }) => centimes))
  const [first, ...others] = kept
  return first && valeur !== null ? { valeur, nomme: others.length > 0 ? best : first } : null
}

const autresPrestations = 'D’autres prestations semblent figurer sur la facture : seul le montant Ségur se déclare.'

/** Whether some priced lines are told to be of the Ségur and others are not. */
function doubtOthers(best: MontantNomme, comptes: Comptes): string | null {
  const lines = linesAbove(best, comptes)
  const mixed =
    lines.some(isSegur) &&
    lines.some((line) => !isSegur(line) && line.libelle !== '' && line.centimes !== best.centimes)
  const apart = lines.some(
    (line) => (ailleurs.test(line.libelle) || autreProgramme.test(line.libelle)) && !isSegur(line),
  )
  return mixed || apart ? autresPrestations : null
}

/** Whether a heading among the priced lines tells of something else than the Ségur: its lines themselves may not. */
function doubtHeadings(best: MontantNomme, comptes: Comptes, lignes: readonly Ligne[]): string | null {
  const first = linesOfTotal(best, comptes)[0]?.ligne.rang ?? best.ligne.rang
  const isPriced = (ligne: Ligne | undefined) => ligne !== undefined && /\d[.,]\d{2}(?!\d)/.test(ligne.plie)
  const isOther = (ligne: Ligne) =>
    ligne.cellules.length === 1 &&
    ligne.plie.length <= 60 &&
    /^[\p{Lu}\d–-]/u.test(ligne.texte) &&
    !isPriced(ligne) &&
    isPriced(lignes[ligne.rang + 1]) &&
    (dehors.test(ligne.plie) || autreProgramme.test(ligne.plie) || jamaisSegur.test(ligne.plie)) &&
    !bio.test(ligne.plie)
  return lignes.slice(Math.max(0, first - 1), best.ligne.rang).some(isOther) ? autresPrestations : null
}

/** Words of an invoice for a part of what was ordered. */
const enPartie =
  /facture d'(?:acompte|avance)|demande d'acompte|facture de situation|\bsituation n|\b(?:acompte|avance|echeance|tranche|terme|jalon|situation|versement) (?:n[°o]\.? ?)?\d{1,2} ?(?:\/|sur) ?\d{1,2}(?![\d/])|\b(?:premiere?|deuxieme|seconde?|troisieme|derniere?|\d(?:er|re|e|eme)) (?:acompte|echeance|tranche|terme|versement|situation)\b|\b(?:a|l'|d') ?avancement\b|facturation (?:partielle|intermediaire)|facture partielle|(?:deja|precedemment|anterieurement) factur|factur\w* (?:precedemment|anterieurement)|cumul\w* factur|reste a facturer/

const dejaVendus = new RegExp(dejaVendu, 'g')

/** Why the total may be only what is left after an advance; null when nothing says so, or the sums explain it. */
function doubtAdvance(best: MontantNomme, comptes: Comptes, texte: string): string | null {
  const { acomptes, net, tous, ttc, tva } = comptes
  const h = best.centimes
  if (h < 0) return null
  if (enPartie.test(texte.replace(dejaVendus, '')))
    return 'La facture semble être celle d’une avance, pas de toute la prestation.'
  const deducted = acomptes.some(
    (acompte) =>
      tous.has(h - acompte) ||
      [...ttc, ...net].some(
        // What an invoice of the advance itself leaves of its total with tax is its tax.
        ({ centimes }) => tous.has(centimes - acompte) && centimes > h && !tva.has(centimes - acompte),
      ),
  )
  const told =
    acomptes.length > 0 ||
    /\bsolde (?:de|du (?=[a-z])|des|sur|prestation|apres|\d)|facture (?:de|du) solde|solde \d/.test(texte)
  return told && !deducted && !isWhole(best, comptes)
    ? 'La facture parle d’une avance ou d’un solde : vérifiez que ce total est celui de toute la prestation.'
    : null
}

/**
 * Whether the advances that are told are the three tenths that the ASP pays of this very total, whose lines add up to it: of
 * what is left after an advance they would be three sevenths.
 */
function isWhole(best: MontantNomme, comptes: Comptes): boolean {
  const { acomptes, ttc } = comptes
  const wholes = [best.centimes, ...ttc.map(({ centimes }) => centimes).filter((closing) => closing > best.centimes)]
  const isThree = (advance: number) => wholes.some((whole) => Math.abs(Math.round(0.3 * whole) - advance) <= 1)
  return acomptes.length > 0 && acomptes.every(isThree) && linesOfTotal(best, comptes).length > 0
}

/** An amount written in full that is none of the totals: one of the two is wrong. */
function doubtLettres(h: Centimes, { lettres, ttc, net }: Comptes): string | null {
  const totals = [h, ...[...ttc, ...net].map(({ centimes }) => centimes)]
  const other = lettres.find((amount) => !totals.some((total) => total === amount))
  const shown = other === undefined ? null : toCentimes(other)
  return shown === null ? null : `Le montant en toutes lettres, ${showEuros(shown)}, n’est aucun des totaux.`
}
