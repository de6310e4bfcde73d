import { headOfCell } from './etatsTetes'
import { isEcarte, lieu, sensOf, type Etat } from './etatsMots'
import type { FinessTrouve } from './finessNumeros'
import type { Cellule, Ligne } from './lines'
import { neuf } from './rangees'
import { hasWords } from './voisins'

const enTete = new RegExp(String.raw`\b(?:${lieu})\b|ne sont pas|n'est pas`)
/** What numbers a heading: «B.», «2)», «LOT 2 -», «Tableau B :», «IV –», «Annexe 2 -». */
const ordinal =
  /^\W*(?:(?:(?:lots?|listes?|tableaux?|groupes?|vagues?|phases?|parties?|annexes?|blocs?|tranches?|sections?|cadres?|rubriques?|etapes?) ?)(?:n[°o] ?)?(?:[a-h]|\d{1,2}|[ivx]{1,4})\b(?: ?[.):–—|-]+)?|(?:[a-h]|\d{1,2}|[ivx]{1,4})(?: ?[.):–—-]+))\s*(?=[a-z(«])/
const lieuEnTete = new RegExp(String.raw`^[^a-z]{0,12}(?:les |autres |liste des )?(?:${lieu})\b`)
/** What heads a list of sites left out, with no word for a site: «Restent à basculer», «Non retenus», «Reportés». */
const resteEnTete =
  /^[^a-z]{0,12}(?:rest(?:e|ent|ant|ants)\b|a (?:venir|suivre)\b|exclu|hors |non |pas (?:encore )?|reporte|differe|en attente|refus|ajourne|ecarte|exception|sauf\b|hormis\b|excepte|ulterieur|prochain)/
/** What sets a list apart from the one that counts, whatever it names: «Autres sites (pour information)». */
const aPart =
  /\bpour (?:information|memoire|rappel)\b|^(?:autres?|rappel|memoire)\b|\bnon attest|\b(?:trimestre|semestre|mois|exercice|lot|vague) suivante?\b|\b(?:demarrage|bascule|recette|deploiement|installation|mise en service|va) (?:est |sera )?(?:prevue?|ulterieure?|reporte|differe|planifie|programme|a venir)/

/** What the line that heads a list says of its sites: «Sites reçus», «Sites refusés :», each over its own. */
export function titreOf(
  { ligne, debut }: FinessTrouve,
  places: readonly FinessTrouve[],
  lignes: readonly Ligne[],
): Etat | null {
  const own = ligne.cellules.find((cellule) => cellule.debut <= debut && debut < cellule.fin)
  const start = ligne.cellules[0]?.x ?? 0
  let last = ligne
  for (let rang = ligne.rang - 1; own && rang >= Math.max(0, ligne.rang - 60); rang--) {
    const above = lignes[rang]
    if (above?.page !== ligne.page || last.bas - above.bas > 6 * Math.max(last.hauteur, 7)) return null
    last = above
    if (neuf.test(above.plie)) continue
    const isAlone = above.cellules.length === 1
    const beside = isAlone ? undefined : titreBeside(own, above, ligne, places)
    const cellule = isAlone ? above.cellules[0] : (beside ?? headOfCell(own.x, own.droite, above.cellules))
    if (!cellule || cellule.texte.length > 90 || /\.$/.test(cellule.plie)) continue
    const from = ordinal.exec(cellule.plie)?.[0].length ?? 0
    const [texte, plie] = [cellule.texte.slice(from), cellule.plie.slice(from)]
    const isTitre = isAlone || beside !== undefined
    // What goes on in a cell of the row above stands further right than the list.
    const isFirst = isTitre && (beside !== undefined || cellule.x <= start + 2)
    if (isFirst && (resteEnTete.test(plie) || aPart.test(plie))) return 'exclu'
    if (beside && isEcarte(texte, plie)) return 'exclu'
    if (!enTete.test(plie)) continue
    const sens = sensOf(texte, plie)
    const isDenied = /\b(?:ne sont|n'est|n'ont) (?:pas|plus)\b.*:$|\ba l'(?:exception|exclusion)\b.*:$/.test(plie)
    if (isDenied) return 'exclu'
    const isHeading = plie.length <= 45 || (isTitre && lieuEnTete.test(plie))
    // The heads of a table's columns say «Site» without a word on which; what heads the table stands above them.
    if (!isTitre && sens === null) continue
    return /:\s*$/.test(plie) || isHeading ? sens : null
  }
  return null
}

/** Points by which a heading may stand further right than what it heads. */
const retrait = 12

/**
 * Of headings side by side, the one whose list holds a cell: each begins where a column of numbers, or what stands before
 * one, begins, and there are no more of them than such columns. None where they head the columns of one table.
 */
function titreBeside(own: Cellule, above: Ligne, ligne: Ligne, places: readonly FinessTrouve[]): Cellule | undefined {
  const columns = columnsOf(
    places.filter((place) => Math.abs(place.ligne.rang - ligne.rang) < 40),
    ligne.page,
  )
  if (columns.length !== above.cellules.length || columns.length < 2) return undefined
  const isOver = above.cellules.every(({ x, plie }, rank) => {
    const [column = Infinity, before = -Infinity] = [columns[rank], columns[rank - 1]]
    return hasWords(plie) && x <= column + retrait && x > before + retrait
  })
  return isOver ? above.cellules.findLast(({ x }) => x <= own.x + retrait) : undefined
}

/** The left edges of the columns that the numbers of a page stand in. */
function columnsOf(places: readonly FinessTrouve[], page: number): number[] {
  const xs = places
    .filter(({ ligne }) => ligne.page === page)
    .flatMap(({ ligne, debut }) => ligne.cellules.find((cell) => cell.debut <= debut && debut < cell.fin)?.x ?? [])
    .sort((a, b) => a - b)
  return xs.filter((x, rank) => rank === 0 || x - (xs[rank - 1] ?? x) > retrait)
}
