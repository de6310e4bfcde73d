import type { Lu } from './lecture'
import type { Cellule, Ligne } from './lines'
import { laboratoire } from './parties'
import { luAt } from './voisins'

const titre =
  "(?:nom (?:du |de la |de l')?)?(?:(?:le )?clients?|laboratoire (?:client|beneficiaire|facture)|facturee? a|adresse de (?:facturation|livraison)|destinataire|beneficiaire|acheteur|adressee? a|a l'attention de|doit|livre(?:e)? a)"
const heading = new RegExp(`^${titre} ?:?$`)
const inline = new RegExp(`^${titre} ?: ?(?=\\S)`)

/** What a laboratory's own name begins with where no heading stands above it. */
const nomDeLaboratoire = new RegExp(`^(?:${laboratoire}|biologie) (?=\\S)`)

/** What stands in the same block and is no name: an address, a number, a label, a greeting. */
const autre =
  /\d{4}|@|www\.|€|%|:|\b(?:siret|siren|finess|tva|rcs|ape|naf|tel|fax|facture|devis|commande|date|page|numero|n°|ref|reference|code|rue|avenue|av|bd|boulevard|place|chemin|route|allee|impasse|zone|bp|cedex|cs|total|montant|ht|ttc|prestation|designation|logiciel|segur|adresse|contact|monsieur|madame|m\.|mme|dr|docteur|attention|service|comptabilite)\b/

const [least, most] = [3, 60]
const isName = (plie: string) =>
  plie.length >= least && plie.length <= most && /[a-z]{3}/.test(plie) && !autre.test(plie) && !heading.test(plie)

/** Lines below its heading in which a name is looked for. */
const reach = 3

/** The nearest name below a cell, in its column. */
function nameBelow(above: Cellule, ligne: Ligne, lignes: readonly Ligne[]): Lu<string> | null {
  for (const next of lignes.slice(ligne.rang + 1, ligne.rang + 1 + reach)) {
    if (next.page !== ligne.page || next.bas - ligne.bas > 6 * Math.max(ligne.hauteur, 7)) return null
    const below = next.cellules.find(({ x, droite }) => x < above.droite + 2 && droite > above.x - 2)
    if (below) return isName(below.plie) ? nameAt(below, next) : null
  }
  return null
}

const nameAt = ({ debut, fin }: Pick<Cellule, 'debut' | 'fin'>, ligne: Ligne): Lu<string> =>
  luAt(ligne.texte.slice(debut, fin).trim(), { ligne, debut, fin }, 'Ce nom n’est que celui du client sur la facture.')

/** The name that a heading of the client's block gives: behind it, beside it, or below it in its column. */
function named(ligne: Ligne, lignes: readonly Ligne[]): Lu<string>[] {
  return ligne.cellules.flatMap((cellule, rank) => {
    const start = inline.exec(cellule.plie)
    if (start) {
      const debut = cellule.debut + start[0].length
      return isName(ligne.plie.slice(debut, cellule.fin)) ? [nameAt({ debut, fin: cellule.fin }, ligne)] : []
    }
    if (!heading.test(cellule.plie)) return []
    const beside = cellule.plie.endsWith(':') ? ligne.cellules[rank + 1] : undefined
    const found = beside && isName(beside.plie) ? nameAt(beside, ligne) : nameBelow(cellule, ligne, lignes)
    return found ?? []
  })
}

/** Of a page the share from its top in which letterheads and addresses stand. */
const head = 0.45

const ownName = (ligne: Ligne): Lu<string>[] =>
  ligne.cellules
    .filter(({ plie }) => nomDeLaboratoire.test(plie) && isName(plie))
    .map((cellule) => nameAt(cellule, ligne))

/**
 * The client's name on the first page of an invoice: under a heading of its block, else what is called a laboratory
 * there. Always in doubt, and null where several names may be meant: it is only ever offered as the clerk's own label.
 */
export function readClient(lignes: readonly Ligne[]): Lu<string> | null {
  const first = lignes.filter(({ page, position }) => page === 1 && position < head)
  for (const read of [(ligne: Ligne) => named(ligne, first), ownName]) {
    const found = first.flatMap(read)
    const [one] = found
    if (one) return found.every(({ valeur }) => valeur.toLowerCase() === one.valeur.toLowerCase()) ? one : null
  }
  return null
}
