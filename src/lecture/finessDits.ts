import { clausesOf, isHead, isRow, type Clause } from './clauses'
import { sensOf } from './etatsMots'
import type { FinessTrouve } from './finessNumeros'
import { foldText, type Ligne } from './lines'
import { neuf } from './rangees'
import { affaires, sansAnodins } from './finessReserves'
import { isActe, isConnu } from './vocabulaireSites'

/** What speaks of sites, on folded text. */
const lieux =
  /\b(?:sites?|etablissements?|laboratoires?|labos?|lbm|implantations?|plateaux?|antennes?|lieux?|finess|perimetre|aptitude)\b/
/** What speaks of a list and its parts, where it is not of money. */
const listes =
  /\b(?:lignes?|listes?|tableaux?|colonnes?|cases?|mentions?|numeros|annexes?|ci-dessous|ci-dessus|ci-apres|suivante?s|autres?|ceux|celles|certaine?s?|derniere?s?|asterisques?|legendes?|croix|n°s)\b/

/** What tells of the VA itself: whoever is named there needs no word of sites. */
const constat = /\b(?:va|prononcee?s?|vaut|vala(?:ble|nt)|recette)\b/

const noms = 'sites?|etablissements?|laboratoires?|labos?|implantations?|plateaux|antennes?|lignes?|rangs?|numeros|n°s'
/** «les sites n° 1, 3 et 4», «lignes 2 à 5». */
const rangs = new RegExp(
  String.raw`\b(?:${noms}) (?:portant les |sous les )?(?:n[°o]s? ?|numeros? )?(\d{1,2}(?: ?(?:,|et|a|au|-|–|&) ?\d{1,2})*)(?![\d/.:°]| ?(?:${noms}|janv|fev|mars|avril|mai|juin|juil|aout|sept|oct|nov|dec|rue|avenue|boulevard|place)| \d)`,
  'g',
)
const chiffres = 'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'.split(' ')
const comptes = new RegExp(
  String.raw`(?<![\d/.,-] ?|n[°o] ?)\b(\d{1,3}|${chiffres.slice(1).join('|')}) (?:sites|etablissements|laboratoires|labos|implantations|plateaux|antennes)\b`,
  'g',
)
/** «au site principal», «du plateau technique»: one place of several. */
const unSeul =
  /(?<!(?:[Nn]om|[Tt]ype|[Aa]dresse|[Cc]ode|[Cc]ommune|[Vv]ille|FINESS|[Ii]dentifiant|[Nn]uméro|[Dd]ésignation|N°|n°) )(?<!\p{L})(?:[Ll]e|du|[Aa]u|[Cc]e|un|[Ll]edit|dudit|audit) (?:site|plateau|cabinet)(?!\p{L})|\b(?:LE|DU|AU) (?:SITE|PLATEAU)\b|(?:l'|cette |la )(?:implantation|antenne)(?!\p{L})/u

/** A word; one that a hyphen breaks over two lines is one. */
const motif = /\p{L}+(?:-\p{L}+|(?<=\p{Ll})- \p{Ll}+)*/gu
/** Addresses of mail and the web. */
const adresses = /\S*(?:@|:\/\/|www\.)\S*/g
/** Codes, and days that are counted: «FA-2023-12», «1er». */
const codes = /[\p{L}-]*\d[\p{L}\d/_-]*/gu
const isCapitale = (mot: string) => /^\p{Lu}/u.test(mot)
const isCapitales = (mot: string) => /^\p{Lu}{2,}(?:-\p{Lu}+)*$/u.test(mot)

const motsOf = (texte: string): string[] => [...texte.replace(codes, ' ').matchAll(motif)].map(([mot]) => mot)

/** A clause without what sets no site apart: harmless turns, addresses of mail. */
function strip({ texte, plie }: Clause): Clause {
  const left = sansAnodins(plie).replace(adresses, (adresse) => ' '.repeat(adresse.length))
  const kept = left === plie ? texte : texte.replace(/[^]/g, (sign, at: number) => (left[at] === ' ' ? ' ' : sign))
  return { texte: kept, plie: left }
}

/** What a document, outside the rows of its list, says of its sites that is not understood as plain; null where all of it is. */
export function findInconnu(places: readonly FinessTrouve[], lignes: readonly Ligne[]): string | null {
  // A row of what is sold speaks of no list.
  const prose = lignes.filter(({ plie, cellules }) => cellules.length < 2 || !/\d[.,]\d{2}(?!\d)/.test(plie))
  const heads = prose
    .filter((ligne) => isHead(ligne) && lieux.test(ligne.plie) && !affaires.test(ligne.plie))
    .flatMap(({ cellules }) => cellules)
    // A column of answers is judged with its rows.
    .filter(({ texte, plie }) => sensOf(texte, plie) === null)
  const clauses = clausesOf(prose)
  const named = namesOf(clauses, lignes)
  const numbers = new Set(places.map(({ finess }) => finess))
  const unlike = unlikeOf(places)
  const said = clauses.map(strip).filter(({ plie }) => lieux.test(plie) || (listes.test(plie) && !affaires.test(plie)))
  const found =
    [...said, ...heads].find(
      (clause) => hasInconnu(clause, named) || isPartOf(clause, numbers.size) || namesSome(clause, unlike),
    ) ??
    clauses.find((clause) => (constat.test(clause.plie) && namesSome(clause, unlike)) || tellsOfSome(clause, unlike))
  return found?.texte.trim() ?? null
}

/** Words that are written as names, somewhere in the document: behind another word of their clause, or in a row. */
function namesOf(clauses: readonly Clause[], lignes: readonly Ligne[]): ReadonlySet<string> {
  const inside = clauses.flatMap(({ texte }) => motsOf(texte).slice(1)).filter((mot) => !isCapitales(mot))
  const rows = lignes.filter(isRow).flatMap(({ texte }) => motsOf(texte))
  return new Set([...inside, ...rows].filter(isCapitale).map(foldText))
}

/** Whether a clause holds a word that is no name, and none of plain wordings. */
function hasInconnu({ texte, plie }: Clause, named: ReadonlySet<string>): boolean {
  const mots = motsOf(texte)
  const words = mots.filter((mot) => mot.length > 1)
  const isLoud = words.filter(isCapitales).length > words.length / 2
  const isTitle = words.length > 1 && words.every((mot) => isCapitale(mot) || isConnu(mot))
  // Towns stand in capitals beside their numbers.
  const hasNoms = isLoud && (enseigne.test(texte) || neuf.test(plie) || /finess$/.test(plie.trim()))
  const isGroupe = /\b(?:sites|laboratoires|etablissements|labos|autres)\b/.test(plie)
  return mots.some((mot, rank) => {
    const isPlain = !hasNoms && ((rank === 0 && !isTitle) || (isLoud && isCapitales(mot)))
    const isOther = aPart.test(foldText(mot)) || (isGroupe && participe.test(mot))
    const isName = isPlain ? named.has(foldText(mot)) || isNamed(mot, mots[rank - 1], mots[rank + 1]) : !isOther
    const parts = mot.replace('- ', '').split('-')
    return (
      !(isCapitale(mot) && isName) &&
      parts.some((part) => part.length > 1 && !isConnu(part)) &&
      !mot.split(/- ?/).every(isConnu)
    )
  })
}

/** Words that no name is made of, though a capital begins them. */
const aPart =
  /^(?:rappel|info\w*|memoire|inactif\w*|inactive\w*|futur\w*|ancien\w*|nouveaux?|nouvelles?|deja|autres?|restant\w*|divers\w*)$/
/** A participle that a capital begins, in a heading over several: «Sites Fermés». */
const participe = /^(?!associe)\p{L}{2,}(?<!i|ul|er|an|au)(?<!(?:i|ul|er|an|au)t)(?:é|ée|és|ées)$/iu

/** The name of a company or of a laboratory, in capitals. */
const enseigne =
  /^(?:SELARL|SELAS|SELAFA|SELCA|SCP|SCM|SAS|SARL|GIE|GCS|UNION|F[EÉ]D[EÉ]RATION|GROUPE|GROUPEMENT|INSTITUT|ASSOCIATION|LBM|LABO|LABORATOIRE|LABORATOIRES D(?:U|ES|E)|[EÉ]TABLISSEMENT)(?![\p{L}(])/u

/** Whether a word whose capital says nothing stands where a name does: «DE NOIRVAL», «Saint-Roch», «Paul Garrouste». */
const isNamed = (mot: string, before = '', after = '') =>
  /^(?:SELARL|SELAS|SELAFA|SELCA|SCP|SCM|GIE|GCS|SAS|SARL|DE|DU|À|A)$/.test(before) ||
  /^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}/u.test(mot) ||
  (/^\p{Lu}\p{Ll}+$/u.test(mot) && !/(?:ée?s?|us?|ent|ont)$/.test(mot) && isCapitale(after) && !isConnu(after))

/** Whether a clause numbers some of the sites, counts others than are listed, or speaks of one. */
function isPartOf({ texte, plie }: Clause, count: number): boolean {
  if (unSeul.test(texte) && !/finess/.test(plie)) return true
  const counted = [...plie.matchAll(comptes)].map(([, digits = '']) => chiffres.indexOf(digits) + 1 || Number(digits))
  if (counted.some((own) => own !== count)) return true
  if (neuf.test(plie)) return false
  return [...plie.matchAll(rangs)].some(([, digits = '']) => {
    const ranks = new Set<number>()
    for (const [, from = '', to = from] of digits.matchAll(/(\d+)(?: ?(?:a|au|-|–) ?(\d+))?/g))
      for (let rank = Number(from); rank <= Number(to); rank++) ranks.add(rank)
    return !Array.from({ length: count }, (_, rank) => rank + 1).every((rank) => ranks.has(rank))
  })
}

/** For each row of a list, the words that stand in some rows only. */
function unlikeOf(places: readonly FinessTrouve[]): ReadonlySet<string>[] {
  const rows = [...new Set(places.map(({ ligne }) => ligne))].map(
    ({ texte }) =>
      new Set(
        motsOf(texte)
          .map(foldText)
          .filter((mot) => mot.length > 3 && (!isConnu(mot) || espece.test(mot))),
      ),
  )
  return rows.map((row) => new Set([...row].filter((mot) => !rows.every((other) => other.has(mot)))))
}

/** Known words that tell sites from each other. */
const espece =
  /^(?:nord|sud|ouest|bourg|centre|plateau|technique|prelevement|hopital|clinique|cabinet|antenne|peri-analytique)/

const isSome = (named: readonly string[], unlike: readonly ReadonlySet<string>[]): boolean => {
  const touched = unlike.filter((row) => named.some((mot) => row.has(mot))).length
  return touched > 0 && touched < unlike.length
}

/** A name as rows write it: with a number of several, without. */
const nomOf = (mot: string): string => foldText(mot).replace(/x$/, '')

/** Where a paper was signed, where somebody sits: the town of a row there is no site. */
const endroit = /\b(?:fait|signee?|siege|rcs|greffe|tribunal|demeurant|domicilie\w*)\b|\b\d{5}\b/

/**
 * Whether a clause tells of sites of which it names some, in whatever words: «Sudville suivra en 2024», «Nordville :
 * conforme».
 */
function tellsOfSome({ texte, plie }: Clause, unlike: readonly ReadonlySet<string>[]): boolean {
  if (endroit.test(plie) || neuf.test(plie)) return false
  const mots = motsOf(texte)
  if (!isSome(mots.map(nomOf), unlike)) return false
  const [label = '', ...behind] = texte.split(':')
  const isAnswer = isSome(motsOf(label).map(nomOf), unlike) && motsOf(behind.join(' ')).some(isActe)
  return isAnswer || mots.some((mot) => mot.length > 3 && !isCapitale(mot) && !isConnu(mot))
}

/** Whether a clause says what was done at sites of which it names some, and not all. */
function namesSome({ texte, plie }: Clause, unlike: readonly ReadonlySet<string>[]): boolean {
  const mots = motsOf(texte)
  const from = mots.findIndex(
    (mot) => isActe(mot) || /^(?:sites|laboratoires|établissements|plateaux|cabinets)$/.test(mot),
  )
  if (/finess/.test(plie) || neuf.test(plie) || !mots.some(isActe)) return false
  return isSome(mots.slice(from).map(nomOf), unlike)
}
