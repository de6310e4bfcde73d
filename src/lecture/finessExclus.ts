import { isFinessKeyRight, type Finess } from '../dossier/finess'
import { isNext } from './etiquettes'
import { isFerme, lieu } from './etatsMots'
import { judgeEtats } from './finessEtats'
import { exclusByName } from './finessNoms'
import { exclusByRank } from './finessRangs'
import { findNumbers, isNamedOtherwise, type FinessTrouve } from './finessNumeros'
import { foldText, type Ligne } from './lines'
import { rangeesOf } from './rangees'
import { cellLeft, cellOf, hasWords } from './voisins'

const exclus =
  /\b(?:n'est|n'etait|ne sont|n'ont|n'a) (?:pas|plus|donc pas)\b|\bnon (?:concerne|inclu|compri|equipe|raccorde|retenu|eligible)|\bexclu(?!sion)|\bn(?:e |')[a-z' ]{2,24}\b(?:pas|plus)\b|\b(?:sera|seront|fera|feront)\b|\brest(?:e|ent|era|eront) a\b|\bulterieur|\bseparement\b|\ba part\b|\bprochain|\breporte|\bdiffere|\bajourne|\ben attente\b|\ba venir\b|\bhors (?:du )?(?:perimetre|champ|demande)|\bexcepte|\bcede(?:e|s|es)?\b/
/** Words that leave out what follows them: what stands before them is counted. */
const saufCe = /a l'exception|\bsauf\b|\bhormis\b|a l'exclusion/

/** Whether the sentence in which a number stands says that its site does not count: closed, left out, not concerned. */
export function isExclu(number: FinessTrouve, lignes: readonly Ligne[]): boolean {
  const { ligne, debut, fin } = number
  const cellule = cellOf(number)
  if (!cellule) return false
  const next = lignes[ligne.rang + 1]
  const after = ligne.texte.slice(fin, cellule.fin)
  const before = ligne.texte.slice(cellule.debut, debut)
  // A sentence may go on below, a list does not; a capital begins another, unless a comma leads to it.
  const goesOn =
    next !== undefined &&
    isNext(ligne, next) &&
    !/\d(?: ?\d){8}|^[-–•*]/.test(next.plie) &&
    !/[.;]\s*$/.test(after) &&
    (/[,(]\s*$/.test(after) || !/^[\d\s.)–-]*\p{Lu}/u.test(next.texte))
  const whole = `${after}${goesOn ? ` ${next.texte}` : ''}`
  const [own = ''] = whole.split(/[.;](?:\s|$)/)
  const sentence = `${before.split(/[.;]\s/).at(-1) ?? ''}§${own}`
  const plie = foldText(sentence)
  return exclus.test(plie) || saufCe.test(plie.split('§')[0] ?? '') || isFerme(sentence, plie)
}

/** What a document may say of sites that its list leaves out. */
export interface Laisses {
  exclus: ReadonlySet<Finess>
  /** Why the whole list is in doubt; null when nothing speaks of such a site. */
  doute: string | null
}

/** The sites of a list that the document leaves out, row by row or in a sentence, and why all of it is in doubt. */
export function findLaisses(places: readonly FinessTrouve[], lignes: readonly Ligne[]): Laisses {
  if (places.length === 0) return { exclus: new Set(), doute: null }
  const { exclus: marked, indecis } = judgeEtats(places, lignes)
  const said = exceptionsOf(lignes)
  const rangees = rangeesOf(places, lignes)
  const named = [...exclusByName(rangees, lignes), ...exclusByRank(rangees, lignes)]
  return {
    exclus: new Set([...marked, ...named]),
    doute: indecis
      ? 'La liste dit site par site s’il est retenu, sans que tous le soient : comparez toute la liste avec la page.'
      : said.length > 0
        ? 'Le document parle de sites qui ne sont pas retenus : comparez toute la liste avec la page.'
        : null,
  }
}

const rang = String.raw`(?:n[°o]s?|numeros?|lignes?|reperes?|rangs?|points?|postes?)\.?`
const exception = new RegExp(
  String.raw`\b(?:a l'exception|a l'exclusion|sauf|hormis|excepte|en dehors|hors|a part)\b[^.;]{0,30}?\b(?:${lieu}|finess|celui|celle|ceux|celles|premiere?|derniere?|${rang} ?\d)(?![a-z])`,
)
const denie = new RegExp(
  String.raw`\b(?:${lieu}|finess)\b[^.;:]{0,90}\b(?:(?:n'est|ne sont|n'ont|n'a|ne sera|ne seront|n'etait)(?: donc| encore)? (?:pas|plus)|restent? a |(?:sont|est|sera|seront|a ete|ont ete) (?:exclu|reporte|ajourne|refuse|ecarte|retire|differe|ferme))|\b(?:non|pas) (?:coche|marque)|\b(?:ne sont pas|n'est pas|ne seront pas) (?:concerne|recu|inclu|retenu|vise|compri|equipe)[^.;:]{0,40}\b(?:${lieu})\b`,
)
const marques = new RegExp(
  String.raw`\b(?:${lieu})\b[^.;:]{0,40}\b(?:raye|barre|biffe|surligne|entoure|grise|en gras|en rouge)|\b(?:raye|barre|biffe|supprime)(?:r|z|nt)? (?:les?|la|l'|toute?s?|ceux|celles?)(?: mentions?)? ?[^.;:]{0,20}\b(?:${lieu}|lignes?|inutiles?|non |qui ne)`,
)

/** Sentences that speak of sites left out: of an exception, or of those that marks tell. */
function exceptionsOf(lignes: readonly Ligne[]): string[] {
  return lignes.flatMap((ligne) => {
    const next = lignes[ligne.rang + 1]
    const own = ligne.plie
    const whole = next && isNext(ligne, next) ? `${own} ${next.plie}` : own
    return [exception, denie, marques].flatMap((pattern) => {
      const found = pattern.exec(whole)
      return found && found.index < own.length
        ? [ligne.texte.slice(found.index) + (whole === own ? '' : ` ${next?.texte ?? ''}`)]
        : []
    })
  })
}

/**
 * The first number that is written as a FINESS is, whose key holds and that nothing names, but is none of those taken or
 * known to be something else: the list that was read may lack it. Null when there is none.
 */
export function findOublie(lignes: readonly Ligne[], known: ReadonlySet<Finess | string>): Finess | null {
  for (const ligne of lignes) {
    const numbers = findNumbers(ligne)
    for (const [rank, number] of numbers.entries()) {
      if (known.has(number.finess) || !isFinessKeyRight(number.finess)) continue
      const before = ligne.texte.slice(Math.max(numbers[rank - 1]?.fin ?? 0, cellOf(number)?.debut ?? 0), number.debut)
      const left = hasWords(before.toLowerCase()) ? null : cellLeft(number, ({ plie }) => hasWords(plie), 1)
      if (![before, left?.texte ?? ''].some(isNamedOtherwise)) return number.finess
    }
  }
  return null
}
