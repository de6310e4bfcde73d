import { cleanValeur } from '../format/texte'
import { valeurSeule } from './valeurSeule'

/** Typed or pasted DMP identifiers → each once: a line, a tab, a comma or a semicolon parts them. */
export const splitIdentifiants = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n\r\t;,]+/)
      .map(cleanValeur)
      .filter((ident) => ident !== ''),
  ),
]

const around = /[\s:=°"'“”«»<>()[\]{}]/u

/** Whether a text may be an identifier by itself: in one piece, and no mere word. */
const isSeul = (ident: string) => !around.test(ident) && (/\d/.test(ident) || !/\p{L}/u.test(ident))

/** An identifier with its label, quotes or spaces in it → what may be meant, to be offered; else null. */
export function proposeIdentifiant(ident: string): string | null {
  const alone = valeurSeule(ident)
  const plain = /^[\d ]+$/.test(alone) ? alone.replaceAll(' ', '') : alone
  return plain !== cleanValeur(ident) && isSeul(plain) ? plain : null
}
