import type { Cellule, Ligne } from '../lines'
import { isValue } from '../etiquettes'
import { typeOfGenre, type Genre } from './genre'
import { genreOfTitle, splitWords } from './genres'

/** A line or a cell that announces what the document is. */
export interface Titre {
  genre: Genre
  texte: string
  /** How it is set: size, capitals, place. */
  poids: number
  /** It names a value or a column, as «Facture n°» does over a number. */
  libelle: boolean
}

/** Every title of the document's first lines, the one in the largest letters weighing more. */
export function findTitles(lignes: readonly Ligne[]): Titre[] {
  const heights = lignes.map(({ hauteur }) => hauteur).sort((a, b) => a - b)
  const usual = heights[heights.length >> 1] ?? 0
  const titres = lignes.slice(0, 400).flatMap((ligne, rang) =>
    splitTitle(ligne).flatMap((cellule, index, cellules) => {
      const genre = isSentence(ligne, cellule)
        ? null
        : (genreOfTitle(cellule.plie) ??
          (isSet(ligne, rang, usual) ? genreOfClauses(cellule.plie) : null) ??
          (isAlone(ligne, rang) && isAppel(cellule.plie) ? 'facture' : null))
      if (!genre) return []
      const next = cellules[index + 1]
      const named =
        isLabel(cellule, next) ||
        (isReference(cellule) && genre !== 'va' && typeOfGenre(genre) !== 'FACTURE') ||
        isHeading(ligne, lignes[rang + 1]) ||
        isListe(ligne, lignes) ||
        (genre !== 'va' && ligne.hauteur <= usual && isLabelled(next)) ||
        (typeOfGenre(genre) === null && ligne.hauteur <= usual * 1.35 && isInBlock(ligne, index, lignes))
      const poids = named ? 0.5 : weighTitle(cellule, ligne, rang, usual)
      // A reference to another document, as small as the text around it, is no title for want of a larger one.
      const isMention =
        named && (typeOfGenre(genre) !== 'FACTURE' || isListe(ligne, lignes)) && ligne.hauteur <= usual * 1.35
      return [{ genre, texte: cellule.texte, poids, libelle: named, hauteur: isMention ? 0 : ligne.hauteur }]
    }),
  )
  const tallest = titres.reduce((most, { hauteur }) => Math.max(most, hauteur), 0)
  // A document prints its own title larger than the references it gives.
  return titres.map(({ hauteur, ...titre }) =>
    hauteur > 0 && hauteur >= tallest * 0.98 ? { ...titre, poids: titre.poids + 1.5 } : titre,
  )
}

/** Whether a line is set as a title is: the document's first, or near its top and larger than its text. */
const isSet = ({ hauteur, page }: Ligne, rang: number, usual: number) =>
  rang === 0 || (page === 1 && rang < 12 && hauteur >= 1.15 * usual)

/** «Annexe 4 – Attestation de vérification d’aptitude»: one of the parts of a title may say that somebody attests. */
const genreOfClauses = (plie: string): Genre | null =>
  plie.length <= 90 && clausesOf(plie).some((clause) => genreOfTitle(clause) === 'va') ? 'va' : null

const clausesOf = (plie: string) => plie.split(/ [-–—|] | ?: /).map((clause) => clause.trim())

/** «Appel de contribution – facture»: what asks for money calls itself an invoice too. */
const isAppel = (plie: string) =>
  plie.length <= 90 &&
  /^(?:appel|demande|avis d'echeance|note de frais|etat|bulletin|cotisation|participation|contribution|redevance|honoraires)\b/.test(
    plie,
  ) &&
  /^facture(?: n[°o]\.? ?\S+)?$/.test(clausesOf(plie).at(-1) ?? '')

/** Alone in its line near the top of the document. */
const isAlone = ({ cellules, page }: Ligne, rang: number) => cellules.length === 1 && page === 1 && rang < 16

/** «facturés ci-après en date du …» goes on from the line before; beside a name in small letters, as a mark is, a title does not. */
const isSentence = ({ texte, cellules }: Ligne, cellule: Pick<Cellule, 'texte'>) =>
  /^\p{Ll}/u.test(texte) &&
  texte.length > 25 &&
  (cellule.texte === cellules[0]?.texte || /^\P{Lu}/u.test(cellule.texte) || cellules.length === 1)

/** The cells of a line, `F A C T U R E` put together again, whether its gaps are spaces or as wide as columns. */
export function splitTitle(ligne: Ligne): Pick<Cellule, 'texte' | 'plie'>[] {
  const spaced = ligne.cellules.filter(({ plie }) => plie.length <= 2 || /^\S(?: \S)+$/.test(plie))
  if (spaced.length === ligne.cellules.length && ligne.texte.length >= 8) return [joined(ligne.texte, ligne.plie)]
  return ligne.cellules.map(({ texte, plie }) =>
    /^\S(?: \S){3,}(?: |$)/.test(plie) ? joined(texte, plie) : objectOf(texte, plie),
  )
}

/** «Objet : …» is the title of a letter; what follows a dash only says more. */
function objectOf(texte: string, plie: string): Pick<Cellule, 'texte' | 'plie'> {
  const object = /^objet ?: ?(.+? [-–] .*\b(?:relance|impaye|rappel).*|.+?(?= [-–] )|.+)/d.exec(plie)?.indices?.[1]
  return object ? { texte: texte.slice(...object), plie: plie.slice(...object) } : { texte, plie }
}

function joined(texte: string, plie: string): Pick<Cellule, 'texte' | 'plie'> {
  const spaced = /(?<!\S)\S(?:\s+\S)+(?!\S)/
  const close = (text: string) => text.replace(spaced, (found) => found.replace(/\s+/g, ''))
  const folded = close(plie).replace(/'/g, '')
  return { texte: close(texte), plie: splitWords(folded) }
}

// «Facture n°» with its number in the cell beside it, or «Facture n° :» alone, names a value and not the document.
const isLabel = ({ plie }: Pick<Cellule, 'plie'>, next: Pick<Cellule, 'plie'> | undefined) =>
  /(?:n[°o]\.?|numero|\bdu|\bref\.?) ?:?$/.test(plie) ||
  /^\S+(?: \S+)? ?: ?\S/.test(plie) ||
  (/:$/.test(plie) && next !== undefined)

/** «Bon de commande : BC12 du 10/03/2023» in a form refers to another document. */
const isReference = ({ plie }: Pick<Cellule, 'plie'>) => /^[^:]{3,30}: ?\S*\d/.test(plie)

/** One of several headings over a row of values: «Facture | Date | Total HT» names columns, and not the document. */
const isHeading = ({ cellules, page }: Ligne, next: Ligne | undefined) =>
  cellules.length > 2 &&
  next?.page === page &&
  next.cellules.length > 2 &&
  !cellules.some(({ plie }) => isValue(plie)) &&
  next.cellules.filter(({ plie }) => isValue(plie)).length > 1

/** The headings of a list of invoices that were sent before, each with its day and what it comes to. */
export function isListe({ cellules, page, rang }: Ligne, lignes: readonly Ligne[]): boolean {
  const some = (pattern: RegExp) => cellules.some(({ plie }) => plie.length <= 40 && pattern.test(plie))
  const below = lignes[rang + 1]
  return (
    cellules.length > 2 &&
    some(
      /^(?:n[°o]\.? )?(?:de )?(?:(?:vos |nos )?factures?|pieces?|documents?|invoices?)(?: n[°o]\.?| no\.?)?$|^(?:n[°o]|numero) (?:de )?(?:facture|piece)/,
    ) &&
    some(/\bdates?\b|emise?|emission|echeance|\ble$|\bdue date/) &&
    some(/montant|total|solde|debit|credit|\bdue?s?\b|\breste|\bt\.?t\.?c|\bh\.?t\b|amount|balance/) &&
    !cellules.some(({ plie }) => /\d[.,]\d{2}(?!\d)/.test(plie)) &&
    below?.page === page &&
    /\d[.,]\d{2}(?!\d)|\d ?€/.test(below.plie)
  )
}

// «Bon de commande» in a form, its number in the cell beside it.
const isLabelled = (next: Pick<Cellule, 'plie'> | undefined) =>
  next !== undefined && (isValue(next.plie) || /^\S*\d\S*,? (?:du|le|en date du|datee? du) \d/.test(next.plie))

/** Whether a cell and the one beside it are a row of a block of labels and values: «Émise le | …», «Commande | …», «Compte | …». */
function isInBlock(ligne: Ligne, index: number, lignes: readonly Ligne[]): boolean {
  const [own, value] = ligne.cellules.slice(index)
  if (!own || !value || !/\d/.test(value.plie)) return false
  const near = lignes.slice(Math.max(0, ligne.rang - 3), ligne.rang + 4).filter(({ page }) => page === ligne.page)
  const isRow = ({ cellules }: Ligne) =>
    cellules.some((cellule, rank) => {
      const next = cellules[rank + 1]
      return next !== undefined && Math.abs(cellule.x - own.x) < 2 && Math.abs(next.x - value.x) < 2
    })
  return near.filter((other) => other !== ligne && isRow(other)).length > 1
}

function weighTitle(
  { texte, plie }: Pick<Cellule, 'texte' | 'plie'>,
  ligne: Ligne,
  rang: number,
  usual: number,
): number {
  const larger = usual > 0 ? Math.min(1, Math.max(0, ligne.hauteur / usual - 1)) : 0
  const capitals = /^[^\p{Ll}]*\p{Lu}{4}[^\p{Ll}]*$/u.test(texte.slice(0, 12)) ? 1 : 0
  const early = ligne.page === 1 && ligne.position < 0.4 ? 1 : 0
  const short = plie.length <= 40 ? 0.5 : 0
  return 1 + 3 * larger + capitals + early + short + (ligne.page === 1 && rang < 12 ? 0.5 : 0)
}
