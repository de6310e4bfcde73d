import type { Finess } from '../dossier/finess'
import { lieu } from './etatsMots'
import { phrasesOf } from './finessRangs'
import { foldText, type Ligne } from './lines'
import { neuf, type Rangee } from './rangees'

/** What parts of a sentence name: sites left out, or the only ones that count. */
interface Passage {
  texte: string
  sens: 'exclu' | 'seul'
}

const suite =
  /,? (?:qui|dont|lequel|laquelle|lesquels?|lesquelles|car|puisque|en raison|pour (?:cause|motif)|faute|encore|reste(?:nt)?|ferme(?:e|s|es)?)\b.*/
const sauf =
  /\b(?:a l'exception|a l'exclusion|sauf|hormis|except(?:e|es|ee|ees|ant)|en dehors|hors|excluant|mis(?:e|es)? a part|autres que)\b (?:de |du |des |d'|pour |le |la |les |l'|celui |celle |ceux )*/
const objet =
  /\b(?:ne (?:vaut|valent|concerne|couvre|vise|porte)\w*|n'(?:est|a|ont|inclut|englobe)|ne sera|non|pas|ajournee?|refusee?|reportee?|differee?|suspendue?)(?: (?:donc|pas|plus|encore|ete|est|a|prononcee?|valable|acquise?|recette|demontree?))* (?:pour|sur|a|au|aux|les?|la) /
const sujet =
  /\b(?:n'(?:est|a|ont|etait|y)|ne (?:sont|sera|seront|fait|font|figure|dispose|beneficie)\w*|(?:est|sont|sera|seront|a ete|ont ete) (?:exclu|reporte|ajourne|refuse|ecarte|retire|differe|ferme|equipe plus)\w*|reste(?:nt|ra|ront)? (?:a|sur|en|hors)|conserve(?:nt|ra|ront)?|garde(?:nt|ra|ront)?|sera|seront|attend(?:ent)?|basculera|rejoindra)\b/
const seuls = /\b(?:seule?s?) (?!(?:reserve|fois|exception|la|le)\b.{0,3}:)/
const seulement =
  /\b(?:uniquement|exclusivement|seulement) (?:pour|sur|a|au|aux|dans|les?|la)\b|\bne (?:vaut|valent|concerne|couvre|vise|porte|s'applique)\w* (?:donc )?(?:qu'a|qu'aux?|que)\b|\b(?:limitee?s?|restreinte?s?) (?:a|au|aux)\b/
const verbe =
  /(?<![-\w])(?:sont|est|ont|a|ete|fait|font|beneficie|dispose|entre|tous?|toutes?|prononcee?|pour|sur|mais|toutefois|cependant|revanche|apte|aucune?|que)(?![-\w])|\bqu'/
/** Nine digits, and no more, such as a FINESS has. */
const numero = /(?<!\d ?)\d(?: ?\d){8}(?! ?\d)/

/** The passages of a sentence that may name sites. */
function passagesOf(phrase: string): Passage[] {
  const plie = foldText(phrase)
  const until = (from: number) => {
    const end = suite.exec(plie.slice(from))?.index ?? Infinity
    return phrase.slice(from, from + Math.min(end, 160))
  }
  const behind = (pattern: RegExp, sens: Passage['sens']): Passage[] => {
    const found = pattern.exec(plie)
    return found ? [{ texte: until(found.index + found[0].length), sens }] : []
  }
  const only = seuls.exec(plie)
  const after = only ? plie.slice(only.index + only[0].length) : ''
  const end = verbe.exec(after)?.index
  const alone: Passage[] =
    only && end !== undefined ? [{ texte: phrase.slice(only.index + only[0].length).slice(0, end), sens: 'seul' }] : []
  const denied = sujet.exec(plie)
  const head = denied ? plie.slice(0, denied.index) : ''
  const start = Math.max(
    0,
    ...[...head.matchAll(new RegExp(`${verbe.source}|[;:]`, 'g'))].map((m) => m.index + m[0].length),
  )
  const named: Passage[] =
    denied && !only && !sauf.test(head) ? [{ texte: phrase.slice(start, denied.index), sens: 'exclu' }] : []
  const excepted = behind(sauf, 'exclu')
  return excepted.length > 0 ? excepted : [...behind(objet, 'exclu'), ...alone, ...behind(seulement, 'seul'), ...named]
}

const general = new RegExp(
  String.raw`^(?:${lieu}|points?|prelevements?|technique|cabinets?|lbm|biologie|medicale?s?|analyses|finess|et|ej|de|du|des|la|le|les|l|d|n)$`,
)
const motif = /\p{L}[\p{L}-]*|(?<=\p{L} )\d{1,2}(?!\d)/gu
/** The words of a text by which a site may be told, folded, and whether each is written as a name is. */
const motsOf = (texte: string): { mot: string; nom: boolean }[] =>
  (texte.match(motif) ?? [])
    .map((mot) => ({ mot: foldText(mot), nom: /^[\p{Lu}\d]/u.test(mot) }))
    .filter(({ mot, nom }) => !general.test(mot) && (nom || mot.length > 2))

/** The sites that sentences leave out by their names: «à l’exception de Vernoux Clinique, qui…», «Seul Nord est apte.» */
export function exclusByName(rangees: readonly Rangee[], lignes: readonly Ligne[]): Finess[] {
  const cells = rangees.map(({ parts }) =>
    parts.flatMap(({ ligne, debut, fin }) =>
      ligne.cellules
        .map((cellule) => ligne.texte.slice(Math.max(debut, cellule.debut), Math.min(fin, cellule.fin)))
        .map((texte) => texte.replace(new RegExp(neuf, 'g'), ' '))
        .map((texte) => motsOf(texte).flatMap(({ mot, nom }) => (nom ? [mot] : [])))
        .filter((mots) => mots.length > 0),
    ),
  )
  const all = cells.map((own) => new Set(own.flat()))
  const matchesOf = (texte: string) => {
    const said = motsOf(texte)
    const words = new Set(said.map(({ mot }) => mot))
    const names = new Set(said.flatMap(({ mot, nom }) => (nom ? [mot] : [])))
    return rangees.flatMap((_, row) => {
      const isAlone = (mots: readonly string[]) =>
        !all.some((other, rank) => rank !== row && mots.every((mot) => other.has(mot)))
      const isNamed = cells[row]?.some((mots) => {
        const own = mots.filter((mot) => !all.some((other, rank) => rank !== row && other.has(mot)))
        const isWhole = isAlone(mots) && mots.every((mot) => words.has(mot))
        const isOwn = own.some((mot) => mot.length > 2) && own.every((mot) => words.has(mot))
        return (isWhole || isOwn) && mots.some((mot) => names.has(mot))
      })
      return isNamed === true ? [row] : []
    })
  }
  const out = new Set<number>()
  const chosen = new Set<number>()
  for (const phrase of phrasesOf(lignes).filter((texte) => !numero.test(texte)))
    for (const { texte, sens } of passagesOf(phrase))
      for (const row of matchesOf(texte)) (sens === 'exclu' ? out : chosen).add(row)
  const left = rangees.map((_, row) => row).filter((row) => out.has(row) || (chosen.size > 0 && !chosen.has(row)))
  return left.length < rangees.length ? left.flatMap((row) => rangees[row]?.number.finess ?? []) : []
}
