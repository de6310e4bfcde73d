import type { DateTrouvee } from './dates'
import {
  cellsAbove,
  isValue,
  labelAbove,
  labelAround,
  labelBefore,
  labelLeft,
  type CelluleDe,
  type EnteteColonne,
} from './etiquettes'
import { findJours, joinings, withoutSemaine } from './formesJour'
import { frameOf, type Cellule, type Ligne } from './lines'
import { cellOf, hasWords } from './voisins'

const fort =
  /\bd(?:a?te?)\.? (?:de |d'|du |de la |de l')?(?:emission|fact\w*\.?|doc(?:ument|\.)?|piece|avoir|etablissement)(?![a-z])|factur(?:e|ee|e\(e\))s? le\b|\bemis(?:e|e\(e\)|\(e\))? le\b|etabli(?:e|\(e\))? le\b|\bemission\b|^facturation ?:?$|^(?:facture )?en date du\b|^datee? du ?:?$|\bemis(?:e|e\(e\)|\(e\))? ?:?$|(?:etabli|emis|factur|dresse)\w* a [a-z' -]{2,30},? le ?:?$|\bjour de (?:la )?fact\w*|invoice date|issue date|date of (?:issue|invoice)|^issued on\b|^dated\b/
// «Facture n° 12 du»: only at the start of its cell, else it may speak of another invoice.
const fortEnTete =
  /^(?:votre |notre )?(?:facture|avoir|note de credit)\b(?: ?:? ?(?:n[°o.]|numero)? ?:? ?\S*\d\S*)?,? ?(?:du|en date du|dates? du|datee? du|le|date du) ?:? ?$/
const autreJour = String.raw`echeanc|echoit|\bech\b|\bregl|paiement|payer|payable|payee?\b|prelev|exigib|limite|commande|\bb\.?[dc]\.?\b|devis|offre|proposition|livr|expedi|period|abonnement|\bau\b|jusqu|avant|acompte|avance|verification|aptitude|\bva\b|attest|sign(?:e|ature)|horodat|timestamp|scell|contrat|marche|convention|naissance|intervention|install|mise en|prestation|realis|debut|\bfin\b|valab|valid|valeur|virement|verse|recu\b|recept|recette|impr[ie][ms]|telecharg|\bdepot\b|\bdepose|consulte|transmi[st]|origine|remplac|annul|depuis|a compter|capital|decret|article|\bloi\b|arrete|version|maj\b|mise a jour|notif|service|annexe|consomm|facture (?:liee|concernee|initiale|rectifiee)|avoir sur|sur (?:la )?facture|\bdue\b`
const ecarte = new RegExp(autreJour)
/** The same in whole words: of «Sainte-Livrade, le» no part speaks of a delivery. */
const ecarteEntier = new RegExp(
  String.raw`(?<![a-z-])(?:${autreJour})(?:e?e?s?|[ei]r|(?:a?t|s)?ions?|aisons?|e?ments?|ances?|ture|ite|[ai]bles?|eurs?|[iu]e?s?)(?![a-z-])`,
)
const titre = /^(?:facture|avoir)[^.;]{0,30}[-–,:|] ?$/
const reference = /(?:\bn[°o]|numero|\bref(?:erence)?|\bid)\.? ?:? ?$/
const moyen = /\bdate ?[:.]? ?$|^le ?:? ?$|^du ?:? ?$/
/** «Fait à 69003 Lyon (69), le». */
const lieu = /^(?:fait )?(?:a )?(?:\d{5} )?[a-z' -]{2,40}(?: \([0-9ab]{2,3}\))?, ?(?:le|ce) ?:? ?$/

/** How much a label makes of a day the invoice's: 3 says so, 2 just «Date» or «le», −1 says it is another day's; null tells nothing. */
function weighLabel(label: string): number | null {
  const text = label.trim()
  // «Facturé au» is the day up to which it bills, which is sooner its own than another's.
  if (/^factur(?:e|ee)s? au ?:?$/.test(text)) return 1
  if (/^factur(?:e|ee)s? (?:au ?\/ ?le|le ?\/ ?au) ?:?$/.test(text)) return 3
  if ((lieu.test(text) ? ecarteEntier : ecarte).test(text)) return -1
  if (fort.test(text) || fortEnTete.test(text)) return 3
  if (reference.test(text)) return -1
  if (moyen.test(text) || lieu.test(text)) return 2
  // It may be the day of printing, or of what the invoice bills.
  return /\bedite?e? le\b|\bdate\b|^(?:a )?[a-z'-]{2,30} (?:le|ce)$/.test(text) ? 1 : null
}

/** Weight of a day by its label: what stands before it in its cell, in the cell to its left, or above. See `weighLabel`. */
export function weighDate(date: DateTrouvee, earlier: DateTrouvee | undefined, lignes: readonly Ligne[]): number {
  const whole = labelBefore(date, earlier)
  const before = lastClause(withoutSemaine(whole))
  const inline = weighInline(before, date.debut - whole.length + whole.lastIndexOf(before), date)
  if (/^ ?(?:au|-|a) ?\d/.test(date.ligne.plie.slice(date.fin, date.fin + 6)) || inline === -1) return -1
  if (inline === 3) return 3
  if (inline !== null && hasWords(before)) return inline
  const left = ownLabelLeft(date, lignes)
  const around = earlier ? null : labelAround([date, ...(date.suite ?? [])], lignes)
  const beside = around
    ? weighLines(around.map(({ cellule }) => cellule.plie))
    : left && left.fin > (earlier?.fin ?? -1)
      ? weighBeside(left, date)
      : null
  if (isNumbered(date, before, lignes)) return 2
  if (hasWords(before) && !isValue(before.replace(/[-–—|,:\s]+$/, ''))) {
    // «Facture n°» and its number may stand wide apart.
    if (left && fortEnTete.test(`${left.plie} ${before}`.trim())) return 3
    if (beside !== null && /^.{0,12}$/.test(before)) return beside
    // A sentence that goes on before the day is its label, and says nothing of an invoice.
    return /,\s*$/.test(before) || titre.test(before) ? 1 : 0
  }
  const heading = labelAbove(date, lignes)
  const above = heading && weighHeading(heading, date, lignes)
  const neighbour = around?.[0] ?? (left && { cellule: left, ligne: date.ligne })
  if (beside === -1 && above !== null && above > 1 && neighbour && isHeaded(neighbour, lignes)) return above
  return beside ?? inline ?? above ?? 1
}

/** The label left of a day, unless it is the second line of a heading («Date de» over «facturation») whose row heads the day too. */
function ownLabelLeft(date: DateTrouvee, lignes: readonly Ligne[]): Cellule | null {
  const left = labelLeft(date)
  const own = cellOf(date)
  if (!left || !own) return left
  const [over] = cellsAbove(left, date.ligne, lignes)
  const [head] = cellsAbove(own, date.ligne, lignes)
  const isRow = over !== undefined && over.ligne === head?.ligne && Math.abs(over.cellule.x - left.x) < 1.5
  const isHeaded = isRow && [over, head].every(({ cellule }) => hasWords(cellule.plie) && !isValue(cellule.plie))
  const goesOn =
    isHeaded && (/^\p{Ll}/u.test(left.texte) || /(?:^| )(?:de|du|d'|la|l'|des|n°)$/.test(over.cellule.plie))
  return goesOn ? null : left
}

/** «Virement» under «Mode de règlement», where the day too has its heading, is a value. */
function isHeaded({ cellule: { debut, fin }, ligne }: CelluleDe, lignes: readonly Ligne[]): boolean {
  const heading = labelAbove({ ligne, debut, fin }, lignes)
  // «Échéance» under «Type» tells what its row is about.
  return heading !== null && !/\btypes?\b|nature|evenement|objet|etape|jalon|document|date/.test(heading.plie)
}

/** «N° 12 du» right under a title that names the document an invoice. */
const isNumbered = ({ ligne }: DateTrouvee, before: string, lignes: readonly Ligne[]) =>
  /^n[°o]\.? ?:? ?\S*\d\S*,? (?:du|le|en date du) ?:? ?$/.test(before.trim()) &&
  lignes
    .slice(Math.max(0, ligne.rang - 3), ligne.rang)
    .some(
      ({ page, cellules }) =>
        page === ligne.page && cellules.some(({ plie }) => /^(?:facture|avoir)(?: client)?$/.test(plie)),
    )

/** The label in the cell to the left; one that says only «date» is of what its row is about: «Commande | BC12 | Date |». */
function weighBeside(left: Cellule, { ligne, suite = [] }: DateTrouvee): number | null {
  const before = ligne.cellules.filter(({ fin }) => fin <= left.debut)
  const subject = before.findLastIndex(({ plie }) => !isValue(plie))
  const between = before.slice(subject + 1)
  // «Échéance | 14/04/2023 | Date |»: a subject that has its day asks for no other; one that is priced is an article beside.
  const isOpen =
    between.length > 0 && between.every(({ plie }) => findJours(plie).length === 0 && !montantEnChiffres.test(plie))
  const isAbout = subject >= 0 && isOpen && ecarte.test(before[subject]?.plie ?? '')
  if (isAbout && vague.test(left.plie)) return -1
  // The label of a day that goes on below may do so too.
  const lower = suite.flatMap((other) =>
    other.ligne.cellules.filter(({ x, droite }) => x < left.droite && droite > left.x),
  )
  return weighLines([left, ...lower].map(({ plie }) => plie))
}

/** Weight of a label that is set in several lines, which may break its words; what speaks against it counts most. */
function weighLines(parts: readonly string[]): number | null {
  const weights = joinings(parts).flatMap((label) => weighLabel(label) ?? [])
  return weights.length === 0 ? null : weights.includes(-1) ? -1 : Math.max(...weights)
}
const montantEnChiffres = /\d[.,]\d{2} ?(?:€|eur(?:os?)?)?$/
const vague = /^(?:(?:en )?dates?(?: du)?|du|le) ?:?$/

/** «N° 12 – Le»: of clauses set apart by dashes or bars, the one that leads to the day. */
function lastClause(before: string): string {
  const last = before.split(/ [-–—|•·] /).at(-1) ?? before
  return hasWords(last) ? last : before
}

/** What stands before in the same cell, from that offset; a wrapped sentence may begin its line with «facture n° 12 du». */
function weighInline(before: string, from: number, { ligne, fin }: DateTrouvee): number | null {
  const weight = weighLabel(before)
  // «Édité le 27/03/23 par COMPTA2» is who printed it.
  if (
    weight === 1 &&
    /\bedite?e? le ?:? ?$/.test(before) &&
    /^ ?(?:par\b|a \d|[-–,]? ?\d{1,2} ?[:h]\d{2})/.test(ligne.plie.slice(fin))
  )
    return 0.5
  if (weight !== 3 || !fortEnTete.test(before.trim()) || fort.test(before)) return weight
  const start = ligne.texte.slice(from).trimStart()
  // In a row that is priced it is an article: an invoice taken off, or carried over.
  const isPriced = ligne.cellules.some(
    (cellule) => cellule.debut >= fin && /^[-+]?[\d .']+[.,]\d{2}(?!\d)/.test(cellule.plie),
  )
  return /^\p{Ll}/u.test(start) || isPriced ? 1 : 3
}

const fin = /^(?:le|du|de|de la|d') ?:?$/
// A column of days, of articles or of payments, is not the invoice's own.
const colonneAutre = /design|descript|quantite|\bqte|libelle|unitaire|\bp\.? ?u\b/

function weighHeading(
  { parts, cellule, ligne }: EnteteColonne,
  date: DateTrouvee,
  lignes: readonly Ligne[],
): number | null {
  const payments = /regl|paiement|versement|acompte|\bmode\b/.test(ligne.plie) && /montant/.test(ligne.plie)
  if (colonneAutre.test(ligne.plie) || payments || isOneOfMany(date, lignes)) return 0
  if (isSentence(cellule, ligne, lignes)) return 0
  // «le» under «Établie» is the end of a label.
  const last = fin.test(cellule.plie) ? null : weighLabel(cellule.plie)
  const whole = weighLines(parts)
  return whole === -1 && last !== null && last > 0 ? 1 : (last ?? whole)
}

/** «facture n° 12 du», above its day, goes on from a sentence: by its small letter, or by what stands above it. */
function isSentence(cellule: Cellule, ligne: Ligne, lignes: readonly Ligne[]): boolean {
  if (!/\d.*\b(?:du|le) ?:?$/.test(cellule.plie)) return false
  const [above] = cellsAbove(cellule, ligne, lignes)
  return /^\p{Ll}/u.test(cellule.texte) || (above !== undefined && ecarte.test(above.cellule.plie))
}

/** Whether the line below has a day in the same column, under the same heading. */
function isOneOfMany({ ligne, debut, fin }: DateTrouvee, lignes: readonly Ligne[]): boolean {
  const below = lignes[ligne.rang + 1]
  const { x } = frameOf(ligne, debut, fin)
  return (
    below?.page === ligne.page &&
    below.cellules.some(
      (cellule) => Math.abs(cellule.x - x) < 2 && isValue(cellule.plie) && /[/.-]\d{2}[/.-]/.test(cellule.plie),
    )
  )
}
