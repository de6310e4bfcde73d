import { isFinessKeyRight, type Finess } from '../dossier/finess'
import { natureOf, naturesOf } from '../dossier/finessLibelles'
import { isNext } from './etiquettes'
import { findLaisses, findOublie, isExclu } from './finessExclus'
import { findAboveLabel, findBeforeLegend, isListed } from './finessListes'
import { findSupposes, isAnnonce, isAnnonceDeSites } from './finessSupposes'
import { findInconnu } from './finessDits'
import { findBroken, findNumbers, isCutShort, signature, type FinessTrouve } from './finessNumeros'
import { findReserve, findTitreEntre, isUneven } from './finessReserves'
import type { Lu } from './lecture'
import { frameOf, type Cellule, type Ligne } from './lines'
import { findRepetees } from './repetees'
import { cellAbove, cellLeft, cellOf, hasWords, luAt, type Lieu } from './voisins'

const max = 2_000

const titre = /finess/g
// Words that begin another matter: nine digits after them are no FINESS.
const ailleurs =
  /\bsiren\b|\bsiret\b|\brcs\b|capital|\biban\b|\bbic\b|\btva\b|telephone|\btel\b|\bfax\b|\bref(?:erence)?s?\b|contrat|commande|(?<!(?:du|vieux|grand|petit|halles?) )\bmarche|\brpps\b|\badeli\b|client|compte|facture|dossier|\bcodes?\b|\bid\b|\bordre\b|cheque|licence/
const autreLibelle =
  /^(?:n°|n[o.]?(?![a-z])|(?:numero|code|ref(?:erence)?|tel(?:ephone)?|fax|siren|siret|rcs|tva|iban|client|contrat|commande|dossier|compte)s?(?![a-z]))(?!.*finess)/
/** A heading over the proofs of an electronic signature: no list of sites goes on below it. */
const preuves =
  /^(?:piste d'audit|audit trail|journal (?:de|des|d')|dossier de preuve|fichier de preuve|certificat (?:de signature|de realisation|d'achevement)|certificate of completion|preuve de signature)/

/** A table or a list goes on as long as no more than this many lines in a row hold no number. */
const patience = 12

/** Lines after which blocks side by side no longer share a heading's row. */
const bande = 3

/** A cell of the line that holds the word FINESS: what stands below it belongs to it. */
interface Colonne {
  x: number
  droite: number
  finess: boolean
  juridique: boolean
  /** Set so close to another heading that only its rank tells its column. */
  serre: boolean
  /** Its heading says «établissement», and not FINESS. */
  vague: boolean
  libelle: string
  /** A number stands under it. */
  begun: boolean
  /** Rank of the last line that belongs to it. */
  rang: number
}

interface Pris extends FinessTrouve {
  vague: boolean
}

/**
 * The FINESS géographiques of the lines, each once. Nine digits are one only under the word: in the same sentence, in
 * the column below it, in the list that follows, or before a legend that names them. Those of the entité juridique, and
 * those of sites that the document leaves out, are none of them. guide §3.2
 */
export function readFiness(lignes: readonly Ligne[], sirens: ReadonlySet<string>): Lu<Finess>[] {
  const { pris: named, refused, exclus } = takeFiness(lignes, sirens)
  const apart = findApart(named, lignes)
  if (apart) exclus.add(apart)
  const counted = named.filter(({ finess }) => finess !== apart && !exclus.has(finess))
  const listed =
    counted.length > 0 ? counted : supposeFiness(lignes, new Set([...refused, ...exclus, ...sirens]), exclus)
  const laisses = findLaisses(listed, lignes)
  for (const finess of laisses.exclus) exclus.add(finess)
  const pris = listed.filter(({ finess }) => !exclus.has(finess))
  const oublie = findOublie(lignes, new Set([...pris.map(({ finess }) => finess), ...refused, ...exclus, ...sirens]))
  const doute = lignes.some((ligne) => isCutShort(ligne, pris))
    ? 'Un numéro FINESS du document est coupé et n’a pas pu être lu : comparez toute la liste avec la page.'
    : exclus.size > 0
      ? `Le document semble laisser de côté le site ${[...exclus].join(', ')} : comparez toute la liste avec la page.`
      : oublie
        ? `Le numéro ${oublie} du document est peut-être aussi un FINESS : comparez toute la liste avec la page.`
        : (laisses.doute ?? doubtOfList(pris, lignes))
  return [...new Set(pris.map(({ finess }) => finess))].slice(0, max).flatMap((finess) => {
    const places = pris.filter((other) => other.finess === finess)
    const [place] = places
    return place ? [luAt(finess, place, doute ?? doubtOf(finess, places, refused))] : []
  })
}

/**
 * Why a list of two sites or more is in doubt though none is known to be left out: something in the document may set one
 * apart. Null for the plain case, of which nothing is said but its sites.
 */
function doubtOfList(pris: readonly Pris[], lignes: readonly Ligne[]): string | null {
  if (new Set(pris.map(({ finess }) => finess)).size < 2) return null
  const said = findReserve(lignes) ?? findTitreEntre(pris, lignes) ?? findInconnu(pris, lignes)
  if (said !== null)
    return `Le document dit « ${said.slice(0, 60)} » : vérifiez que tous les sites de la liste comptent.`
  return isUneven(pris)
    ? 'Les lignes de la liste ne sont pas toutes faites de même : comparez toute la liste avec la page.'
    : null
}

const doubtOf = (finess: Finess, places: readonly Pris[], refused: ReadonlySet<Finess>) =>
  refused.has(finess)
    ? 'Ce numéro est aussi donné comme FINESS juridique.'
    : !isFinessKeyRight(finess)
      ? 'La clé de ce FINESS ne correspond pas.'
      : places.every(({ vague }) => vague)
        ? 'Le document ne dit pas en toutes lettres que ce numéro est un FINESS.'
        : null

/**
 * The one number that stands before the line that announces the sites («Sites équipés :»), in a block of its own, and is
 * none of those below that line: an entité juridique's more often than not. Null where nothing is set apart so.
 */
function findApart(pris: readonly Pris[], lignes: readonly Ligne[]): Finess | null {
  for (const annonce of lignes.filter(isAnnonceDeSites)) {
    const before = pris.filter(({ ligne }) => ligne.rang < annonce.rang)
    const below = pris.filter(({ ligne }) => ligne.rang > annonce.rang)
    const [first] = before
    const isOne = first && before.every(({ finess }) => finess === first.finess)
    const isListed = below.some(({ finess }) => finess === first?.finess)
    const isNear = below.some(({ ligne }) => ligne.page === annonce.page && ligne.rang - annonce.rang <= 4)
    if (isOne && isNear && !isListed && !before.some(({ ligne }) => isDeSite(ligne, lignes))) return first.finess
  }
  return null
}

/** Whether the line of a number, or the one above it, says that it is a site's. */
const isDeSite = ({ rang, plie }: Ligne, lignes: readonly Ligne[]) =>
  /\b(?:sites?|etablissements?|geographiques?|plateaux?)\b|finess et\b/.test(`${lignes[rang - 1]?.plie ?? ''}\n${plie}`)

/** Without any number that the word names: those that only their place in a list of sites makes one, never sure. */
function supposeFiness(lignes: readonly Ligne[], known: ReadonlySet<string>, exclus: Set<Finess>): Pris[] {
  return findSupposes(lignes, known).flatMap((number) => {
    if (!isExclu(number, lignes)) return [{ ...number, vague: true }]
    exclus.add(number.finess)
    return []
  })
}

/** The numbers that count, those of an entité juridique, and those of sites that are left out. */
function takeFiness(lignes: readonly Ligne[], sirens: ReadonlySet<string>) {
  const pris: Pris[] = []
  const refused = new Set<Finess>()
  const exclus = new Set<Finess>()
  const take = (number: FinessTrouve, vague: boolean) => {
    if (sirens.has(number.finess) || (vague && !isFinessKeyRight(number.finess))) return
    if (isExclu(number, lignes)) exclus.add(number.finess)
    else pris.push({ ...number, vague })
  }
  const repetees = findRepetees(lignes)
  let colonnes: Colonne[] = []
  let left = 0
  let isVague = false
  for (const ligne of lignes) {
    const titres = titresOf(ligne)
    if (preuves.test(ligne.plie) && titres.length === 0) [colonnes, left] = [[], 0]
    const isOpen = titres.length > 0 || left > 0
    const numbers = isOpen
      ? [...findNumbers(ligne), ...findBroken(ligne, lignes)].sort((a, b) => a.debut - b.debut)
      : []
    if (titres.length > 0) isVague = titres.every(({ vague }) => vague)
    for (const [rank, number] of numbers.entries()) {
      const place = left > 0 ? columnOf(number, rank, numbers.length, colonnes) : undefined
      const after = numbers[rank - 1]?.fin ?? 0
      const indices = titres.map(({ index }) => index)
      const verdict =
        judgeRank(number, numbers, indices, place) ??
        judge(
          number,
          after,
          indices,
          place,
          juridiqueBefore(ligne, lignes),
          goesOn(number, pris) || isRightUnder(number, place),
          lignes,
        )
      if (verdict === 'juridique') refused.add(number.finess)
      else if (verdict === 'geographique') take(number, titres.length > 0 ? isVague : (place?.vague ?? isVague))
      if (place) [place.rang, place.begun] = [ligne.rang, place.begun || verdict === 'geographique']
    }
    if (titres.some(({ vague }) => !vague))
      for (const number of [...findAboveLabel(ligne, lignes), ...findBeforeLegend(ligne, lignes)]) take(number, false)
    const isOver =
      isAnnonce(ligne) && titres.length === 0 && colonnes.every(({ finess, juridique }) => juridique || !finess)
    if (isOver || isAside(ligne, titres, numbers, refused)) {
      colonnes = goOn(colonnes, ligne)
      left = colonnes.length > 0 ? Math.max(left, titres.length > 0 ? patience : 0) : 0
      isVague = isVague || colonnes.every(({ vague }) => vague)
      continue
    }
    if (titres.length > 0) colonnes = [...besides(colonnes, ligne), ...columnsOf(ligne, titres)]
    const isHeld = titres.length > 0 || numbers.length > 0
    // Between the end of a page and what goes on after the head of the next one, nothing is said.
    left = isHeld ? patience : repetees.has(ligne) ? left : left - 1
  }
  return { pris, refused, exclus }
}

/** «(entité juridique : FINESS 990…)» says no more than its own number: a list that is open goes on below it. */
const isAside = (
  { plie }: Ligne,
  titres: readonly Titre[],
  numbers: readonly FinessTrouve[],
  refused: ReadonlySet<Finess>,
) =>
  titres.length > 0 &&
  numbers.length > 0 &&
  numbers.every(({ finess }) => refused.has(finess)) &&
  titres.every(({ index, vague }) => !vague && numbers.some(({ debut }) => debut > index)) &&
  !/(?:[,;/]|\bet)\s*$/.test(plie)

/**
 * What an entité juridique told in between leaves of the headings above it: those of sites, all that is below them in
 * doubt when their list has begun. None where nothing but an entité juridique is open.
 */
function goOn(colonnes: readonly Colonne[], { rang }: Ligne): Colonne[] {
  if (!colonnes.some(({ finess, juridique }) => finess && !juridique)) return []
  return colonnes
    .filter(({ juridique }) => !juridique)
    .map((colonne) => ({ ...colonne, vague: colonne.vague || colonne.begun, rang }))
}

/** Headings of a block beside the line, which go on for their own columns. */
const besides = (colonnes: readonly Colonne[], { rang, cellules }: Ligne) =>
  colonnes.filter(
    (colonne) =>
      rang - colonne.rang <= bande && !cellules.some(({ x, droite }) => x < colonne.droite && droite > colonne.x),
  )

interface Titre {
  index: number
  /** It says «établissement» or «géographique», and not FINESS. */
  vague: boolean
}

const etablissement =
  /(?<=[a-z]\.? )\(e\.?t\.?\)(?=$|\t)|(?<=\b(?:codes?|n[°o]\.?s?|num(?:ero)?s?|identifiants?|id\.?) ?(?:(?:d'|de l'|du |des |de )?(?:site )?))(?:et\b|etablissements?\b|geographiques?\b)|\b(?:etablissements?|entites?|sites?) geographiques?\b/g
/** «EJ 990001034 – ET 990001018». */
const paire =
  /(?<![a-z])e\.?j\.? ?(?:n[°o]\.? ?)?:? ?\d{9}(?!\d)[^a-z]{1,8}(?=e\.?t\.? ?(?:n[°o]\.? ?)?:? ?\d{9}(?!\d))/g

/** Where a line names FINESS numbers, by the word or by what else lists of sites call them. */
function titresOf({ plie, cellules }: Ligne): Titre[] {
  const sure = [...plie.matchAll(titre)].map(({ index }) => ({ index, vague: false }))
  if (sure.length > 0) return sure
  const heads = cellules.filter((cellule) => /^(?:n[°o] ?)?e\.?[tj]\.?$/.test(cellule.plie))
  const pair = heads.length > 1 ? heads.map(({ debut }) => debut) : []
  const inline = [...plie.matchAll(paire)].map(({ 0: before, index }) => index + before.length)
  const named = [...plie.matchAll(etablissement)].map(({ index }) => index)
  return [...named, ...pair, ...inline].sort((x, y) => x - y).map((index) => ({ index, vague: true }))
}

/** «FINESS (EJ / ET) : 990… / 990…», or below such a heading: of as many numbers as it names kinds, each is of its own. */
function judgeRank(
  number: FinessTrouve,
  numbers: readonly FinessTrouve[],
  titres: readonly number[],
  colonne: Colonne | undefined,
): 'geographique' | 'juridique' | null {
  const { plie, texte } = number.ligne
  const own = cellOf(number)
  const near = numbers.filter(({ debut }) => own && own.debut <= debut && debut < own.fin)
  const [first, last] = [near[0], near.at(-1)]
  if (!first || !last || near.length < 2 || /[a-z]/.test(plie.slice(first.debut, last.fin))) return null
  const before = numbers.filter(({ fin }) => fin <= first.debut).at(-1)?.fin ?? 0
  const from = titres.find((index) => index >= before && index < first.debut)
  const kinds = naturesOf(from === undefined ? (colonne?.libelle ?? '') : texte.slice(from, first.debut)).slice(
    -near.length,
  )
  const kind = kinds[near.indexOf(number)]
  return kinds.length === near.length &&
    kinds.includes('juridique') &&
    (kind === 'juridique' || kind === 'geographique')
    ? kind
    : null
}

function judge(
  number: FinessTrouve,
  /** Where the number before it in the line ends. */
  after: number,
  titres: readonly number[],
  colonne: Colonne | undefined,
  /** What the line before ends with, when that says whose the first number of this one is. */
  entame: string,
  /** It goes on with a list above it. */
  suit: boolean,
  lignes: readonly Ligne[],
): 'geographique' | 'juridique' | null {
  const { ligne, debut } = number
  const behind = natureBehind(number)
  if (behind !== null) return behind
  const own = titres.filter((index) => index < debut).at(-1)
  const from = own ?? ligne.plie.lastIndexOf('\t', debut - 1) + 1
  const between = ligne.plie.slice(from, debut)
  if (ailleurs.test(between) || signature.test(between)) return null
  // A list under one label: without a label of its own a number is what that label says.
  const nature =
    natureOf((after === 0 ? entame : '') + ligne.texte.slice(after, debut)) ??
    natureOf(ligne.texte.slice(own ?? from, debut))
  if (own !== undefined) return nature === 'juridique' ? 'juridique' : nature === 'geographique' ? nature : null
  if (nature === 'juridique' || isUnderJuridique(number, lignes)) return 'juridique'
  const label = labelOf(number)
  if (signature.test(label) || (!suit && autreLibelle.test(label))) return null
  if (colonne?.finess === false) return null
  return colonne?.juridique ? 'juridique' : 'geographique'
}

/** «Entité juridique», right over a number that fills its cell, in its own column. */
function isUnderJuridique(number: FinessTrouve, lignes: readonly Ligne[]): boolean {
  const own = cellOf(number)
  if (!own || own.debut !== number.debut || hasWords(own.plie)) return false
  const above = cellAbove(number, lignes, (cellule) => Math.abs(cellule.x - own.x) < 2, 3)
  return (
    above !== null &&
    number.ligne.bas - above.ligne.bas <= 2.6 * Math.max(number.ligne.hauteur, 7) &&
    !/\d/.test(above.cellule.plie) &&
    natureOf(above.cellule.texte) === 'juridique'
  )
}

const labelOf = (lieu: Lieu) => cellLeft(lieu, ({ plie }) => hasWords(plie), 1)?.plie ?? ''

/** Whether a number fills its cell and stands exactly under a heading FINESS: a label beside it is another block's. */
function isRightUnder(number: FinessTrouve, colonne: Colonne | undefined): boolean {
  const own = cellOf(number)
  const isAlone = own?.debut === number.debut && own.fin === number.fin && isFinessKeyRight(number.finess)
  return isAlone && colonne?.finess === true && !/\d/.test(colonne.libelle) && Math.abs(colonne.x - own.x) < 1.5
}

/**
 * Whether a number's cell goes on with a list right above it: its left edge is the same, and no label beside the list names
 * it. What stands left of it is then another block's.
 */
function goesOn(number: FinessTrouve, found: readonly FinessTrouve[]): boolean {
  const own = cellOf(number)
  if (!own || !isFinessKeyRight(number.finess)) return false
  const column = found
    .slice(-60)
    .filter((other) => other.ligne.page === number.ligne.page && Math.abs((cellOf(other)?.x ?? NaN) - own.x) < 1.5)
  const isNear = ({ ligne }: FinessTrouve) => {
    const away = number.ligne.bas - ligne.bas
    return away > 0 && away <= 2.5 * Math.max(number.ligne.hauteur, 7)
  }
  // A list goes on at its own pace, whatever stands beside it.
  const [before, last] = column.slice(-2).map(({ ligne }) => ligne.bas)
  const pace = before === undefined || last === undefined ? 0 : last - before
  const keepsPace = pace > 0 && last !== undefined && Math.abs(number.ligne.bas - last - pace) < 4
  return (keepsPace || column.some(isNear)) && !column.some((other) => /finess/.test(labelOf(other)))
}

/** «990009003 (EJ)», or a cell «EJ» right of it: what stands right behind a number, and names none that follows. */
function natureBehind({ ligne, fin }: FinessTrouve): 'geographique' | 'juridique' | null {
  const behind = ligne.plie.slice(fin, fin + 60)
  const found =
    /^ ?[([] ?(?:n[°o]\.? ?)?(?:finess )?(?:(e\.?j\.?|(?:entite |structure )?juridique)|e\.?t\.?|(?:site |etablissement |entite )?geographique)(?: du client)? ?[)\]]/.exec(
      behind,
    ) ??
    /^ ?(?:[-–—,] ?|\t)(e\.?j\.?|(?:entite |structure )juridique)(?: du client| de rattachement)?(?: ?[.;\t]|$)/.exec(
      behind,
    )
  if (!found) return null
  return found[1] === undefined ? 'geographique' : 'juridique'
}

/** «… de l’entité juridique» at the end of a line, whose sentence goes on with the first words of the next: «FINESS 990…». */
function juridiqueBefore(ligne: Ligne, lignes: readonly Ligne[]): string {
  const above = lignes[ligne.rang - 1]
  const goesOn = above?.page === ligne.page && /^(?:n[°o]\.? ?|numero |\()?finess\b/.test(ligne.plie)
  if (goesOn && /(?:juridique|\bej)(?: ?[(,])?$/.test(above.plie.trimEnd())) return 'juridique '
  return above && isNext(above, ligne) ? sentenceBefore(ligne, above) : ''
}

/** The last sentence of a line that breaks off before a number: «… est identifiée au FINESS sous le numéro». */
function sentenceBefore(ligne: Ligne, above: Ligne): string {
  const isOpen =
    /(?:\b(?:numero|n[°o]\.?|sous|au|est|repertoire|finess|identifiant|code|immatriculee?|enregistree?|identifiee?|l'|la|le|de)|[(:])$/.test(
      above.plie.trimEnd(),
    )
  const goesOn = /^(?:\W{0,2}\d|(?:sous |le |au |n[°o]\.? ?|numero |repertoire |\(|finess )+)/.test(ligne.plie)
  if (!isOpen || !goesOn || above.cellules.length > 1) return ''
  const sentence = above.texte.split(/(?<=\p{Ll}{2})[.;] |\d{9}/u).at(-1) ?? ''
  return natureOf(sentence) === 'juridique' ? `${sentence.trimEnd()} ` : ''
}

function columnsOf(ligne: Ligne, titres: readonly Titre[]): Colonne[] {
  return ligne.cellules.slice(0, 60).flatMap((cellule) =>
    headsOf(cellule).map(({ debut, fin }, _rank, heads) => {
      const { x, largeur } = frameOf(ligne, debut, fin)
      const own = titres.filter(({ index }) => debut <= index && index < fin)
      return {
        x,
        droite: x + largeur,
        finess: own.length > 0 || isListed(cellule, ligne),
        juridique: natureOf(ligne.texte.slice(debut, fin)) === 'juridique',
        serre: heads.length > 1,
        vague: own.length > 0 && own.every(({ vague }) => vague),
        libelle: ligne.texte.slice(debut, fin),
        begun: /\d(?: ?\d){8}/.test(ligne.plie.slice(debut)),
        rang: ligne.rang,
      }
    }),
  )
}

/** «FINESS EJ FINESS ET», set so close that they make one cell, are two headings. */
function headsOf({ plie, debut, fin }: Cellule): { debut: number; fin: number }[] {
  const words = [...plie.matchAll(/(?:n[°o]\.? ?|numero |code )?finess/g)].map(({ index }) => debut + index)
  return /\d/.test(plie) || words.length < 2 || plie.length > 60
    ? [{ debut, fin }]
    : words.map((word, rank) => ({ debut: rank === 0 ? debut : word, fin: words[rank + 1] ?? fin }))
}

/** The heading of a number: of as many close headings as its row has numbers, the one of its rank; else the nearest by an edge or the middle. */
function columnOf(
  { ligne, debut, fin }: FinessTrouve,
  rank: number,
  count: number,
  colonnes: readonly Colonne[],
): Colonne | undefined {
  const own = colonnes.filter(({ serre }) => serre)
  if (own.length === count && count > 0) return own[rank]
  const { x, largeur } = frameOf(ligne, debut, fin)
  const away = (colonne: Colonne) =>
    Math.min(
      Math.abs(colonne.x - x),
      Math.abs(colonne.droite - x - largeur),
      Math.abs(colonne.x + colonne.droite - 2 * x - largeur) / 2,
    )
  return colonnes.toSorted((a, b) => away(a) - away(b))[0]
}
