import { isEcarte, sensOf, type Etat } from './etatsMots'
import type { Ligne } from './lines'
import { neuf } from './rangees'

type Sens = Exclude<Etat, 'indecis'>

/** What a code or a sign that stands in rows means: «NP» → exclu, «*» → exclu. */
export type Legende = ReadonlyMap<string, Sens>

const signe = String.raw`\*{1,4}|[†‡§¶#¤◊◆◇▲△▼▽●○■□★☆]{1,2}`
/** «(*) Bascule reportée…», «* : site fermé», «(1) non équipé»: a note that a sign leads. */
const note = new RegExp(
  String.raw`^(?:[(\[]\s?(${signe}|\d|\p{Ll})\s?[)\]]|(${signe})|(\d)\)|(\d)(?=\s\p{L}))\s*[:=–-]?\s*(.{4,})$`,
  'u',
)
/** «NP = non présenté», «(R) : reporté». */
const code =
  /(?:^|[;,.(|\t:/–-]\s*|\s)[("«]?\s?(\p{Lu}{1,4}\d?|\p{Ll}{1,3}|\d|[*†‡§#✓✗×☐☑☒+-])\s?[)"»]?\s*=\s*([^;|\t=]{3,90}?)(?=[;|\t]|\.\s|,\s*[("«]?\S{1,4}[)"»]?\s*=|\.?$)/gu
const codeAuDebut = /^[("«]?\s?(\p{Lu}{1,3})\s?[)"»]?\s*[:–→-]\s*(.{4,90})$/u

/** A legend's sign without brackets around it. */
const bare = (token: string) => token.replace(/[()[\]\s]/g, '')

const nie = /\b(?:ne|n')\b.{0,25}\b(?:pas|plus)\b|\bnon compris|\breste(?:nt)?\b/

/** What the words of a legend say of the sites it marks. */
function sensOfLegende(texte: string, plie: string): Sens | null {
  return isEcarte(texte, plie) || nie.test(plie) ? 'exclu' : sensOf(texte, plie)
}

/** The legends of a document: codes with what they stand for, and notes that a sign leads. */
export function legendeOf(lignes: readonly Ligne[]): Legende {
  const found = new Map<string, Sens>()
  const add = (token: string | undefined, debut: number, texte: string, ligne: Ligne) => {
    const sens = sensOfLegende(texte, ligne.plie.slice(debut, debut + texte.length))
    if (token && sens && !found.has(bare(token))) found.set(bare(token), sens)
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
  [...legende].filter(([token]) => textes.some((texte) => holds(texte, token))).map(([, sens]) => sens)

/** Whether a sign is one that a legend explains. */
export const isToken = (texte: string, legende: Legende): boolean => legende.has(bare(texte))
