import { isFinessKeyRight } from '../dossier/finess'
import { natureOf } from '../dossier/finessLibelles'
import { findBroken, findNumbers, signature, type FinessTrouve } from './finessNumeros'
import { frameOf, type Cellule, type Ligne } from './lines'
import { cellLeft, cellOf, hasWords } from './voisins'

/** What a list of places is headed by, or a line begins with, that are equipped, delivered to, or received. */
const lieux =
  /\b(?:sites?|etablissements?|laboratoires?|labos?|lbm|plateaux?|implantations?|structures?|points? de prelevements?|centres de prelevements?|beneficiaires?|lieux?|perimetre|localisations?|deploye\w*|deploiements?|install(?:ee?s?|ations?)|equipe(?:e|s|es)?|mise?s? en (?:service|production|place|oeuvre)|raccorde\w*|receptionne\w*|livre(?:e|s|es)?|concerne(?:e|s|es)?)\b/
const lieuNomme =
  /\b(?:sites?|etablissements?|laboratoires?|labos?|lbm|plateaux?|points? de prelevements?|centres de prelevements?)\b/
const nomEnTete = new RegExp(`^[^a-z]*${lieuNomme.source}`)
/** Headings of what is sold: its codes are no sites'. */
const vente = /\b(?:designations?|libelles?|descriptions?|quantites?|qtes?|p\.? ?u\.?|prix)(?![a-z])/
const juridique = /\bjuridiques?\b|\be\.?j\.?(?![a-z])/
/** A word that names an account, a contract, a call: never a place. What else may head a column of sites («Code», «N°») is none. */
const affaire =
  /\b(?:siren|siret|rcs|tva|iban|bic|rib|tel(?:ephone)?|fax|contrats?|commandes?|clients?|comptes?|factures?|dossiers?|devis|rpps|adeli|cheques?|licences?|bons?|tickets?|serie|lots?|articles?|references?|ref|ordre|mandat|interventions?|postal|dun?s|ean|gln)\b/
const adresse = /\b(?:rue|avenue|av|place|boulevard|bd|quai|cours|allee|route|chemin|square|impasse|zone)\b|\b\d{5}\b/
const montant = /\d[.,]\d{2}(?!\d)/

/** Lines above a list in which its heading is looked for. */
const reach = 5
/** Lines from one number of a list to the next: an address may stand between. */
const pas = 3
/** Height of text from one such number to the next, at most. */
const ecart = 6
/** Of the numbers of a list that nothing heads, those whose key holds: by chance one in ten does. */
const part = 0.8

/** Whether a line announces sites, and holds none itself. */
export const isAnnonce = ({ plie }: Ligne): boolean =>
  lieux.test(plie) && !juridique.test(plie) && !montant.test(plie) && !/\d(?: ?\d){8}/.test(plie)

/** Whether a line announces several sites, by a colon or as a heading of its own. */
export const isAnnonceDeSites = (ligne: Ligne): boolean =>
  isAnnonce(ligne) &&
  /\b(?:sites|etablissements|laboratoires|plateaux|implantations)\b/.test(ligne.plie) &&
  (ligne.plie.length <= 60 || /:\s*$/.test(ligne.plie))

interface Groupe {
  nombres: FinessTrouve[]
  /** Numbers written alike, whatever their key. */
  tous: number
}

/**
 * The numbers that nothing calls FINESS and that are sites' all the same: their key holds, no label makes them anything
 * else, and they stand in a list of their like, below words that announce places, or behind such a word. `known`: numbers
 * that are something else (SIREN, entité juridique). Only ever a proposal.
 */
export function findSupposes(lignes: readonly Ligne[], known: ReadonlySet<string>): FinessTrouve[] {
  const taken: FinessTrouve[] = []
  const left: FinessTrouve[] = []
  for (const groupe of groupsOf(lignes, known)) {
    const found = numbersOfGroup(groupe, lignes)
    if (found.length > 0) taken.push(...found)
    else left.push(...groupe.nombres)
  }
  // What stands in the column of such a list belongs to it, on another page too.
  const isInColumn = (number: FinessTrouve) =>
    taken.some((other) => Math.abs(xOf(other) - xOf(number)) < 1.5) && !headedByOther(number, lignes, null)
  const more = taken.length > 1 ? left.filter(isInColumn) : []
  return [...taken, ...more].sort((a, b) => a.ligne.rang - b.ligne.rang || a.debut - b.debut)
}

const xOf = (number: FinessTrouve) => frameOf(number.ligne, number.debut, number.fin).x

/** Numbers that no label of their own names, in groups that stand close together. */
function groupsOf(lignes: readonly Ligne[], known: ReadonlySet<string>): Groupe[] {
  const groupes: Groupe[] = []
  let last: Ligne | null = null
  for (const ligne of lignes) {
    const numbers = [...findNumbers(ligne), ...findBroken(ligne, lignes)].sort((a, b) => a.debut - b.debut)
    const own = numbers.filter(
      (number, rank) => !known.has(number.finess) && !isNamed(number, numbers[rank - 1]?.fin ?? 0),
    )
    if (own.length === 0) continue
    let groupe = last && isNear(last, ligne) ? groupes.at(-1) : undefined
    if (!groupe) groupes.push((groupe = { nombres: [], tous: 0 }))
    groupe.nombres.push(...own.filter(({ finess }) => isFinessKeyRight(finess)))
    groupe.tous += own.length
    last = ligne
  }
  return groupes.filter(({ nombres }) => nombres.length > 0)
}

const isNear = (a: Ligne, b: Ligne) =>
  a.page === b.page && b.rang - a.rang <= pas && b.bas - a.bas <= ecart * Math.max(a.hauteur, b.hauteur, 7)

/** Whether the words before a number, in its cell or in the one left of it, make it something other than a site's. */
function isNamed(number: FinessTrouve, after: number): boolean {
  const label = labelOf(number, after)
  return label !== null && isOther(label)
}

function isOther({ texte, plie }: Pick<Cellule, 'texte' | 'plie'>): boolean {
  if (/\bfiness\b/.test(plie)) return natureOf(texte) === 'juridique'
  const last = plie.split(/[,;()[\]]/).at(-1) ?? ''
  if (natureOf(texte.slice(texte.length - last.length)) === 'juridique') return true
  return (
    signature.test(last) ||
    (affaire.test(last) && !adresse.test(last) && !(lieuNomme.test(last) && natureOf(texte) === 'geographique'))
  )
}

function labelOf({ ligne, debut, ...lieu }: FinessTrouve, after: number): Pick<Cellule, 'texte' | 'plie'> | null {
  const start = Math.max(after, cellOf({ ligne, debut, ...lieu })?.debut ?? 0)
  const plie = ligne.plie.slice(start, debut)
  if (hasWords(plie) || /n[°o]/.test(plie)) return { texte: ligne.texte.slice(start, debut), plie }
  return after > 0 ? null : cellLeft({ ligne, debut, ...lieu }, (cellule) => hasWords(cellule.plie), 2)
}

/** The numbers of a group that are sites'. */
function numbersOfGroup({ nombres, tous }: Groupe, lignes: readonly Ligne[]): FinessTrouve[] {
  const [first] = nombres
  if (!first) return []
  const heading = headingOf(first, lignes)
  const free = nombres.filter((number) => !headedByOther(number, lignes, heading === 'juridique' ? null : heading))
  const named = free.filter((number) => isPlace(number))
  if (heading === 'juridique') return named
  if (heading !== null) {
    const isOpen = /[:.]\s*$|\bsur\s*$/.test(lignes[heading]?.plie ?? '') || heading === first.ligne.rang
    // A block of a name, an address and a number.
    const isBloc = nomEnTete.test(lignes[heading]?.plie ?? '')
    return free.length > 1 || isOpen || isBloc ? free : free.filter(({ ligne }) => hasWords(ligne.plie))
  }
  const isList = free.length > 1 && free.length >= part * tous && nombres.length === free.length
  return isList ? free : named
}

/** «ET», établissement, right before a number. */
const etablissement = /(?<!\p{L})E\.?T\.?(?: ?[nN]°)? ?:?\s*$/u

/** «Site Nord 990001018», «ET 990001018»: the words before a number say that it is a place's. */
function isPlace(number: FinessTrouve): boolean {
  const label = labelOf(number, 0)
  return label !== null && (lieuNomme.test(label.plie) || etablissement.test(label.texte))
}

/**
 * The rank of the line that announces a list of places: its first own, or one right above. An entité juridique told
 * between is passed over; «juridique» when it is all that stands there.
 */
function headingOf(number: FinessTrouve, lignes: readonly Ligne[]): number | 'juridique' | null {
  const { ligne, debut } = number
  if (lieux.test(ligne.plie.slice(0, debut)) && !montant.test(ligne.plie)) return ligne.rang
  let seen: 'juridique' | null = null
  for (let rang = ligne.rang - 1; rang >= Math.max(0, ligne.rang - reach); rang--) {
    const above = lignes[rang]
    if (above?.page !== ligne.page) break
    if (montant.test(above.plie)) return isBesideTotals(number, above) ? rang : seen
    if (juridique.test(above.plie)) seen = 'juridique'
    else if (lieux.test(above.plie)) return rang
  }
  return seen
}

/** Whether a line whose amounts are another block's announces places right over a number: «Sites équipés    Total HT 100,00». */
function isBesideTotals(number: FinessTrouve, above: Ligne): boolean {
  const own = cellOf(number)
  const cellule = above.cellules.find(({ x }) => own !== undefined && Math.abs(x - own.x) < 12)
  return (
    cellule !== undefined && nomEnTete.test(cellule.plie) && !/\d/.test(cellule.plie) && !juridique.test(cellule.plie)
  )
}

/** Whether a number stands in a column whose heading makes it something else, looked for as far up as `from`. */
function headedByOther(number: FinessTrouve, lignes: readonly Ligne[], from: number | null): boolean {
  const { x, largeur } = frameOf(number.ligne, number.debut, number.fin)
  let last = number.ligne
  for (let rang = last.rang - 1; rang >= Math.max(from ?? 0, number.ligne.rang - 60); rang--) {
    const above = lignes[rang]
    if (above?.page !== last.page || last.bas - above.bas > ecart * Math.max(last.hauteur, 7)) return false
    last = above
    const cellule = above.cellules.find((cell) => cell.x < x + largeur && cell.droite > x)
    if (!cellule || !hasWords(cellule.plie) || /\d(?: ?\d){8}/.test(cellule.plie)) continue
    if (vente.test(above.plie) && !lieux.test(above.plie)) return /code|ref|article|n°|poste/.test(cellule.plie)
    return (
      cellule.plie.length <= 30 &&
      !/\d{3}/.test(cellule.plie) &&
      (rang !== from || above.cellules.length > 1) &&
      isOther(cellule)
    )
  }
  return false
}
