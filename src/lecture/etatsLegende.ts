import { isEcarte, sensOf, type Etat } from './etatsMots'
import type { Ligne } from './lines'
import { neuf } from './rangees'

type Sens = Exclude<Etat, 'indecis'>

/** What a code or a sign that stands in rows means: «NP» → exclu, «*» → exclu. */
export type Legende = ReadonlyMap<string, Entree>

interface Entree {
  sens: Sens
  /** It says that the mark chooses the sites that the attestation holds good for. */
  choix: boolean
}

const choisi =
  /\bva\b|aptitude|\baptes?\b|attest|couvert|prononc|concerne|retenu|recette|perimetre|\bvise(?:e|s|es)?\b|compri|inclu/

const signe = String.raw`\*{1,4}|[†‡§¶#¤◊◆◇▲△▼▽●○■□★☆]{1,2}`
/** «(*) Bascule reportée…», «* : site fermé», «(1) non équipé»: a note that a sign leads. */
const note = new RegExp(
  String.raw`^(?:[(\[]\s?(${signe}|\d|\p{Ll})\s?[)\]]|(${signe})|(\d)\)|(\d)(?=\s\p{L}))\s*[:=–-]?\s*(.{4,})$`,
  'u',
)
/** «NP = non présenté», «(R) : reporté». */
const code =
  /(?:^|[;,.(|\t:/–-]\s*|\s)[("«]?\s?(\p{Lu}{1,4}\d?|\p{Ll}{1,3}|\d|[*†‡§#✓✗×☐☑☒+-])\s?[)"»]?\s*=\s*([^;|\t=]{3,90}?)(?=[;|\t]|\.\s|,\s*[("«]?\S{1,4}[)"»]?\s*=|\.?$)/gu
const codeAuDebut =
  /^(?:[Ll](?:é|e)gende ?: ?|LEGENDE ?: ?)?[("«]?\s?(\p{Lu}{1,3}|[xv✓✔☑☒■●•+])\s?[)"»]?\s*[:=–→-]\s*(.{2,90})$/u

/** A legend's sign without brackets around it. */
const bare = (token: string) => token.replace(/[()[\]\s]/g, '')

const nie = /\b(?:ne|n')\b.{0,25}\b(?:pas|plus)\b|\bnon compris|\breste(?:nt)?\b/

/** What the words of a legend say of the sites it marks. */
function sensOfLegende(texte: string, plie: string): Sens | null {
  return isEcarte(texte, plie) || nie.test(plie) ? 'exclu' : sensOf(texte, plie)
}

/** The legends of a document: codes with what they stand for, and notes that a sign leads. */
export function legendeOf(lignes: readonly Ligne[]): Legende {
  const found = new Map<string, Entree>()
  const add = (token: string | undefined, debut: number, texte: string, ligne: Ligne) => {
    const plie = ligne.plie.slice(debut, debut + texte.length)
    const sens = sensOfLegende(texte, plie) ?? (choisi.test(plie) ? 'retenu' : null)
    if (token && sens && !found.has(bare(token)))
      found.set(bare(token), { sens, choix: sens === 'retenu' && choisi.test(plie) })
  }
  for (const ligne of lignes) {
    if (neuf.test(ligne.plie)) continue
    for (const { index, 0: whole, 1: token, 2: texte = '' } of ligne.texte.matchAll(code))
      add(token, index + whole.indexOf(texte), texte, ligne)
    const started = codeAuDebut.exec(ligne.texte)
    if (started) add(started[1], ligne.texte.length - (started[2] ?? '').length, started[2] ?? '', ligne)
    const noted = note.exec(ligne.texte)
    const [, bracketed, sign, closed, raised, texte = ''] = noted ?? []
    if (noted) add(bracketed ?? sign ?? closed ?? raised, ligne.texte.length - texte.length, texte, ligne)
  }
  return found
}

const escape = (token: string) => token.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Whether a stretch of a row holds a legend's token: a word of its own, a sign, a raised number behind a word. */
function holds(texte: string, token: string): boolean {
  const own = escape(token)
  if (/^\d$|^\p{Ll}$/u.test(token))
    return new RegExp(String.raw`\(${own}\)|(?<=\p{L}\p{L})${own}(?![\d\p{L}])`, 'u').test(texte)
  if (/^\p{L}$/u.test(token))
    return new RegExp(String.raw`(?<![^\t])\s*${own}\s*(?![^\t])|[(\[]\s?${own}\s?[)\]]`, 'u').test(texte)
  if (/^\p{L}/u.test(token)) return new RegExp(String.raw`(?<![\p{L}\d'-])${own}(?![\p{L}\d'-])`, 'u').test(texte)
  const first = escape(token.slice(0, 1))
  return new RegExp(`(?<!${first})${own}(?!${first})`, 'u').test(texte)
}

/** What the legends say of the stretches of a row. */
export const sensOfTokens = (textes: readonly string[], legende: Legende): Sens[] =>
  [...legende].filter(([token]) => textes.some((texte) => holds(texte, token))).map(([, { sens }]) => sens)

/** Whether the stretches of a row bear a mark that a legend says to choose sites. */
export const isChoisi = (textes: readonly string[], legende: Legende): boolean =>
  [...legende].some(([token, { choix }]) => choix && textes.some((texte) => holds(texte, token)))

/** Whether a sign is one that a legend explains. */
export const isToken = (texte: string, legende: Legende): boolean => legende.has(bare(texte))
