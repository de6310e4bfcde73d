import { celluleAt, isVide, type Feuille, type Ligne } from './feuille'
import { isAutreSomme, parseTitre, type Titre } from './titres'

/** Where the titles of a sheet stand: the first and last of their rows, by index; null when it has none. */
export interface Entetes {
  premiere: number
  derniere: number
}

/** Rows of several cells among which the titles are looked for. */
const searched = 30

/**
 * The row of titles, with a row that goes on below it: the one where most titles are known, two at least, with the words
 * of the group above that it may only complete («Facture» over «Date» and «Montant HT»).
 */
export function findEntetes(feuille: Feuille): Entetes | null {
  const { lignes } = feuille
  const found = lignes
    .flatMap((ligne, rang) => (ligne.cellules.filter(({ texte }) => texte !== '').length > 1 ? [{ ligne, rang }] : []))
    .slice(0, searched)
    .map(({ ligne, rang }) => ({ known: scoreOf(ligne), entetes: withSuite(lignes, rang) }))
    .filter(({ known }) => known >= 2)
    .map(({ entetes }) => ({ entetes, known: countKnown(feuille, entetes) }))
  return found.reduce<(typeof found)[number] | null>((a, b) => (a && a.known >= b.known ? a : b), null)?.entetes ?? null
}

const countKnown = (feuille: Feuille, entetes: Entetes) =>
  distinct(titresOf(feuille, entetes, widthOf(feuille)).map(({ titre }) => titre))

/** How many columns a sheet has. */
export const widthOf = ({ lignes }: Feuille) =>
  lignes.reduce((width, { cellules }) => Math.max(width, cellules.length), 0)

const distinct = (titres: readonly Titre[]) =>
  new Set(titres.flatMap((titre) => (titre === null ? [] : [titre === 'autre' ? titre : titre.champ]))).size

/** Whether the titles of a sheet stand in its first column, so that each demande is a column. */
export const isTournee = (feuille: Feuille): boolean =>
  findEntetes(feuille) === null && distinct(feuille.lignes.map((ligne) => parseTitre(celluleAt(ligne, 0).texte))) >= 3

/** The titles that the clerk points at, by their row's number; null for a sheet without any. */
export function entetesAt({ lignes }: Feuille, numero: number | null): Entetes | null {
  const premiere = lignes.findIndex((ligne) => ligne.numero === numero)
  return premiere === -1 ? null : withSuite(lignes, premiere)
}

function withSuite(lignes: readonly Ligne[], premiere: number): Entetes {
  const below = lignes[premiere + 1]
  return { premiere, derniere: below && continues(below) ? premiere + 1 : premiere }
}

/** How many different titles of a row are known; 0 for a row of values. */
function scoreOf({ cellules }: Ligne): number {
  const textes = cellules.map(({ texte }) => texte).filter((texte) => texte !== '')
  const titres = textes.map(parseTitre)
  // Beside three titles that leave no doubt, a number stands in one («Article 4010»).
  return textes.some(looksLikeValue) && sures(titres) < 3 ? 0 : distinct(titres)
}

/** How many different fields the titles name without doubt. */
const sures = (titres: readonly Titre[]) =>
  new Set(titres.flatMap((titre) => (titre !== null && titre !== 'autre' && titre.sur ? [titre.champ] : []))).size

const looksLikeValue = (texte: string) => /\d{3}|@/.test(withoutAnnee(texte).replace(/[\s.]/g, ''))

/** A title may bear a year: «Montant HT 2023». */
const withoutAnnee = (texte: string) => (/\p{L}{2}/u.test(texte) ? texte.replace(/(?<![\d/.-] ?)\b20\d\d$/, '') : texte)

/** Whether a row below the titles only adds words to them («Montant» / «HT»), and is no demande. */
function continues(ligne: Ligne): boolean {
  const textes = ligne.cellules.map(({ texte }) => texte).filter((texte) => texte !== '')
  return textes.length > 0 && textes.every((texte) => /^\(?[\p{L}€/ .’'-]{1,20}\)?$/u.test(texte)) && scoreOf(ligne) > 0
}

/**
 * Whether a row among the demandes bears titles of its own: two fields at least are named without doubt, and nothing
 * stands beside that is no title.
 */
export function isEntete(ligne: Ligne): boolean {
  if (scoreOf(ligne) < 2) return false
  const titres = ligne.cellules.filter(({ texte }) => texte !== '').map(({ texte }) => parseTitre(texte))
  return sures(titres) >= 2 && !titres.includes(null)
}

/** A column's title in words, and what it says. */
export interface TitreColonne {
  texte: string
  titre: Titre
}

/** The titles of all columns: their own words first; where these say nothing, with those of the group above or the row below. */
export function titresOf({ lignes }: Feuille, { premiere, derniere }: Entetes, largeur: number): TitreColonne[] {
  const own = lignes[premiere]
  const above = groupesAt(lignes[premiere - 1], own)
  const below = derniere > premiere ? lignes[derniere] : undefined
  let groupe = ''
  return Array.from({ length: largeur }, (_, colonne) => {
    const texte = own ? celluleAt(own, colonne).texte : ''
    const suite = below ? celluleAt(below, colonne).texte : ''
    // A merged group leaves empty cells behind it in a text file.
    const named = above ? celluleAt(above, colonne).texte : ''
    groupe = named || groupe
    const wordings = [join(texte, suite), join(groupe, texte, suite)]
    const titres = [...new Set([texte, ...wordings])]
      .filter(Boolean)
      .map((words) => ({ texte: words, titre: parseTitre(words) }))
    const other = ofGroupe(titres, named !== '')
    if (other) return other
    const known = titres.find(({ titre }) => titre !== null && titre !== 'autre' && titre.sur)
    return known ?? titres.find(({ titre }) => titre !== null) ?? { texte: join(texte, suite), titre: null }
  })
}

/**
 * A sum or a day is what its group says: «Montant HT» under «Avance», or under «Commande», is none of the invoice. Null
 * where the group says nothing of that; a group that only goes on from a cell before leaves a doubt.
 */
function ofGroupe(titres: readonly TitreColonne[], named: boolean): TitreColonne | null {
  const whole = titres.at(-1)
  if (!whole?.titre || !titres.some(({ titre }) => isOfFacture(titre)) || isOfFacture(whole.titre)) return null
  return named || whole.titre === 'autre' ? whole : { ...whole, titre: { ...whole.titre, sur: false } }
}

const isOfFacture = (titre: Titre) =>
  titre !== null && titre !== 'autre' && (titre.champ === 'montantSegurHTFacture' || titre.champ === 'dateFacture')

/** Whether what stands above the titles says that sums are with taxes, or in thousands, and nothing of sums without. */
export function isDessusAutre({ lignes }: Feuille, { premiere }: Entetes): boolean {
  const dessus = lignes.slice(0, premiere).flatMap(({ cellules }) => cellules.map(({ texte }) => texte))
  return dessus.some((texte) => isAutreSomme(texte)) && !dessus.some((texte) => /\bH\.?T\b/i.test(texte))
}

/**
 * The row of groups right above the titles. A single text there is the name of the table, and values or words with a colon
 * are about it: these say nothing of its columns.
 */
function groupesAt(ligne: Ligne | undefined, own: Ligne | undefined): Ligne | undefined {
  const textes = new Set(ligne?.cellules.map(({ texte }) => texte).filter(Boolean))
  const about = [...textes].some((texte) => texte.endsWith(':') || looksLikeValue(texte))
  return textes.size > 1 && !about && ligne?.numero === (own?.numero ?? 0) - 1 ? ligne : undefined
}

const join = (...textes: readonly string[]) => textes.filter(Boolean).join(' ')

/** The rows below the titles that hold something, without those that repeat the titles. */
export function lignesDeDonnees({ lignes }: Feuille, entetes: Entetes | null): Ligne[] {
  const titles = entetes && lignes[entetes.premiere]
  const start = entetes ? entetes.derniere + 1 : 0
  return lignes.slice(start).filter((ligne) => !isVide(ligne) && !(titles && isRepeated(ligne, titles)))
}

const isRepeated = (ligne: Ligne, titles: Ligne) =>
  titles.cellules.every(({ texte }, colonne) => celluleAt(ligne, colonne).texte === texte)
