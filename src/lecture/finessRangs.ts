import type { Finess } from '../dossier/finess'
import { isNext } from './etiquettes'
import { lieu, type Etat } from './etatsMots'
import { foldText, type Ligne } from './lines'
import type { Rangee } from './rangees'

type Sens = Exclude<Etat, 'indecis'>

/** Lines of one paragraph at most. */
const paragraphe = 12

/** The sentences of a document, whatever lines they break over. */
export function phrasesOf(lignes: readonly Ligne[]): string[] {
  const paragraphs: string[] = []
  let last: Ligne | undefined
  let count = 0
  for (const ligne of lignes) {
    const isOne: boolean = last?.cellules.length === 1 && ligne.cellules.length === 1 && isNext(last, ligne)
    const isSuite = isOne && count < paragraphe && !/^ *[-–•*]/.test(ligne.plie)
    if (isSuite) paragraphs.push(`${paragraphs.pop() ?? ''} ${ligne.texte.trim()}`)
    else paragraphs.push(...ligne.cellules.map(({ texte }) => texte))
    last = ligne
    count = isSuite ? count + 1 : 1
  }
  return paragraphs.flatMap((texte) => texte.split(/(?<=(?:[\p{L}\d]{3}|\d|[)»])[.;!?]) (?!\d{1,2}[.)] )/u))
}

const mot = String.raw`(?:${lieu}|lignes?|reperes?|rangs?|n[°o]s?|numeros?)`
const un = String.raw`(?:n[°o]s?\.? ?)?(?:\d{1,4}|[a-z])(?![\p{L}\d°'/]|\.\d)`
const liaison = String.raw` ?(?:,? (?:et|ou|&|puis|ainsi que) (?:le |la |l'|les )?|[,;&/+] ?|(?: a | au | - |-|–| – )(?=[\da-z]))`
const cites = new RegExp(
  String.raw`\b${mot}\.? ?(?:(?:portant|sous|de|aux|avec) (?:les? )?)?(?:(?:n[°o]s?|numeros?|reperes?|lignes?|rangs?)\.? ?|[:(«"] ?)*(?<ranks>${un}(?:${liaison}${un})*)`,
  'gu',
)

const nombres = ['un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix']
const ordinaux = ['premier', 'deuxieme', 'troisieme', 'quatrieme', 'cinquieme', 'sixieme', 'septieme', 'huitieme']
const ordre = String.raw`(?:${ordinaux.join('|')}|second|dernier)(?:e|s|es)?`
const cible = String.raw`(?: (?:${lieu}|lignes?|numeros?|cite|ci-|de la (?:liste|presente liste)|du tableau)| ?[,.;:)]| ?$| (?:qui|dont|sont|est|n'|ne|restent?|a ete|ont ete))`
/** «les trois premiers», «les deux dernières lignes». */
const tete = new RegExp(
  String.raw`\b(?:les )?(${nombres.join('|')}|\d{1,2}) (?<bout>premier|dernier)(?:e|s|es)?(?=${cible})`,
  'g',
)
const rangs = new RegExp(
  String.raw`\b(?:le|la|les|du|de la|des|aux?) (?<mots>${ordre}(?:(?:, | et )(?:(?:le|la|du|de la) )?${ordre})*)(?=${cible})`,
  'g',
)

/** A mention of rows by their ranks: «sites n° 1, 3 et 4», «repères A à C», «les trois premiers». */
interface Mention {
  debut: number
  fin: number
  rows: ReadonlySet<number>
}

/** The rank that a row prints before its number: «2. Site Sud», «0020   990001026», «B   Nord   990001026». */
export function rangImprime({ number, parts }: Rangee): string | null {
  const part = parts.find(({ ligne, debut }) => ligne === number.ligne && debut <= number.debut)
  const before = part ? foldText(number.ligne.texte.slice(part.debut, number.debut)) : ''
  const found =
    /^\W{0,3}(?:(?:n[°o]|site|labo|laboratoire|repere|ligne) ?)?(\d{1,4}|[a-z])(?=[.)\t –:/°-]|$)/.exec(before)?.[1] ??
    null
  return found === null ? null : /\d/.test(found) ? String(Number(found)) : found
}

const deRangee =
  /(?:^|[,;:(«]|\b(?:les?|la|du|des|aux?|pour|sur|hors|sauf|hormis|except\w*|et|ni|par|que|seuls?|ceux|celui)) *$/
const autrePiece =
  /^ (?:de la|du|des|de l'|de notre|de votre) (?:commande|facture|convention|cahier|marche|devis|bon|contrat|guide|plan|arrete|annexe financiere)/

/** The rows that a sentence names by rank. `shown`: the ranks that the rows print, null where they don't. */
function mentionsOf(texte: string, shown: readonly string[] | null, count: number): Mention[] {
  const plie = foldText(texte)
  const labels = shown ?? Array.from({ length: count }, (_, index) => String(index + 1))
  const byRank = [...plie.matchAll(cites)].flatMap((match) => {
    const ranks = match.groups?.['ranks'] ?? ''
    const debut = match.index + match[0].length - ranks.length
    // «Facture n° 2», «procès-verbal n° 2» number something else, and so do «les lignes 1 à 3 de la commande».
    const isBare = /^n(?:[°o]|umero)/.test(match[0])
    const rest = plie.slice(match.index + match[0].length)
    if ((isBare && !deRangee.test(plie.slice(0, match.index))) || autrePiece.test(rest)) return []
    // «les sites à déployer» names no row «a».
    const isLetter = /^(?:n[°o]\.? ?)?[a-z]/.test(ranks)
    const isCapital = isLetter && /^\p{Lu}/u.test(texte.slice(debut).replace(/^n[°o]\.? ?/i, ''))
    if (isLetter && (!shown || !isCapital)) return []
    const rows = rowsOf(ranks, labels)
    return rows.size > 0 ? [{ debut: match.index, fin: match.index + match[0].length, rows }] : []
  })
  const byEnd = [...plie.matchAll(tete)].map((match) => {
    const size = nombres.indexOf(match[1] ?? '') + 1 || Number(match[1])
    const all = labels.map((_, index) => index)
    const rows = new Set(match.groups?.['bout'] === 'premier' ? all.slice(0, size) : all.slice(-size))
    return { debut: match.index, fin: match.index + match[0].length, rows }
  })
  const byOrder = [...plie.matchAll(rangs)].map((match) => {
    const rows = (match.groups?.['mots'] ?? '').split(/, | et /).map((word) => {
      const rank = ordinaux.findIndex((ordinal) => word.includes(ordinal))
      return word.includes('dernier') ? count - 1 : word.includes('second') ? 1 : rank
    })
    return { debut: match.index, fin: match.index + match[0].length, rows: new Set(rows.filter((row) => row < count)) }
  })
  return [...byRank, ...byEnd, ...byOrder].sort((a, b) => a.debut - b.debut)
}

const entre = / ?(?:,? (?:et|ou|&|puis|ainsi que) (?:le |la |l'|les )?|[,;&/+]| (a|au|-|–) |(-|–)) ?/

/** The rows of «1, 3 et 5», «1 à 3»; none where a rank is no row's. */
function rowsOf(ranks: string, labels: readonly string[]): ReadonlySet<number> {
  const rows = new Set<number>()
  const [first = '', ...rest] = ranks.replace(/n[°o]s?\.? ?/g, '').split(entre)
  const rowOf = (rank: string) => labels.indexOf(/\d/.test(rank) ? String(Number(rank)) : rank)
  let last = rowOf(first)
  rows.add(last)
  for (let index = 0; index < rest.length; index += 3) {
    const row = rowOf(rest[index + 2] ?? '')
    const isRange = rest[index] !== undefined || rest[index + 1] !== undefined
    for (let own = isRange && last < row ? last : row; own <= row; own++) rows.add(own)
    last = row
  }
  return rows.has(-1) ? new Set() : rows
}

const sauf =
  /\b(?:a l'exception|a l'exclusion|sauf|hormis|except\w*|exclus?\b|en dehors|hors|a part|moins)\b[^.;]{0,50}$/
const negation =
  /\b(?:ne|n')(?:(?! que\b| qu').)*? ?(?:pas|plus|nullement|aucunement|ni)\b|\bnon (?:valable|prononce|vala|concerne|couvert|acquis)|\b(?:ajourne|refuse|reporte|differe|exclu|ecarte|suspendu|annule|retire|rejete|en attente|reste)\w*/
const positif =
  /\bva\b|\baptitudes?\b|\baptes?\b|\battest\w*|\bcertifi\w*|\bprononc\w*|\bvaut\b|\bvalables?\b|\bcouv(?:re|ert)\w*|\bporte sur\b|\blimite\w*|\bseuls?\b|\bseules?\b|\bseulement\b|\buniquement\b|\bexclusivement\b|\bconcern\w+|\brecette\w*/
const vers =
  /(?:\b(?:pour|sur|aux?|dans|concernent?|vise(?:nt)?|couvr(?:e|ent)|par|que|retenus?)\b|:)(?: (?:les?|la|l'|des?|du|ces|seuls?|seules?|nos|ses))*\W*$/
const derriereNon =
  /^[^.;]{0,90}?\b(?:n'[a-z]+|ne [a-z]+)(?: [a-z]+)? (?:pas|plus)\b|^[^.;]{0,60}?\b(?:restent?|restant|exclu|non |reporte|ajourne|differe|refuse|ecarte|en attente|seront?\b|feront|ferme)/
const derriereOui = /^[^.;]{0,60}?\b(?:va\b|aptitude|aptes?\b|attest|certifi|couvert|vise|seuls?\b|concerne)/

/**
 * The sites that sentences leave out by the ranks of their rows: «ne vaut pas pour les sites 03 et 05», «hormis le n° 2»,
 * or all those that a choice does not name: «prononcée pour les sites n° 1, 3, 4 du tableau».
 */
export function exclusByRank(rangees: readonly Rangee[], lignes: readonly Ligne[]): Finess[] {
  const printed = rangees.map(rangImprime)
  const shown = printed.flatMap((rank) => rank ?? [])
  const labels = shown.length === rangees.length ? shown : null
  const out = new Set<number>()
  const chosen = new Set<number>()
  for (const phrase of phrasesOf(lignes)) {
    const plie = foldText(phrase)
    if (!new RegExp(String.raw`\b${mot}|premier|dernier|deuxieme|second`).test(plie)) continue
    const mentions = mentionsOf(phrase, labels, rangees.length)
    let last: Sens | null = null
    for (const [index, { debut, fin, rows }] of mentions.entries()) {
      const before = plie.slice(mentions[index - 1]?.fin ?? 0, debut)
      const after = plie.slice(fin, mentions[index + 1]?.debut)
      // «… pour le deuxième site ni pour le dernier» goes on with what it says of the first.
      const sens: Sens | null = sensOfMention(before, after) ?? (/\b(?:et|ni|ou)\b|,/.test(before) ? last : null)
      last = sens
      for (const row of rows) if (sens !== null) (sens === 'exclu' ? out : chosen).add(row)
    }
  }
  const all = rangees.map((_, row) => row)
  const left = all.filter((row) => out.has(row) || (chosen.size > 0 && !chosen.has(row)))
  return left.length < all.length ? left.flatMap((row) => rangees[row]?.number.finess ?? []) : []
}

/** What a sentence says of rows that it names, by what stands before them and behind. */
function sensOfMention(before: string, after: string): Sens | null {
  if (sauf.test(before)) return 'exclu'
  const clause = before.split(/[;:] |, (?:mais|et) |\bmais\b/).at(-1) ?? ''
  if (negation.test(clause)) return 'exclu'
  if (vers.test(before) && positif.test(before)) return 'retenu'
  if (derriereNon.test(after)) return 'exclu'
  return derriereOui.test(after) || /\bseuls?\b|\bseules?\b/.test(clause) ? 'retenu' : null
}
