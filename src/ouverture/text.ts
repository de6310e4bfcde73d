import { bornes } from '../format/refus'
import { countFrench } from './accents'
import { decodeCp850 } from './cp850'

/** Encodings of one byte a character that nothing in the file names. */
type EncodageDevine = 'windows-1252' | 'Mac OS Roman' | 'page de code 850'

/** How a text file was stored. `UTF-8 deux fois`: as UTF-8, by a program that took its UTF-8 for windows-1252. */
export type Encodage = 'UTF-8' | 'UTF-8 deux fois' | 'UTF-16 LE' | 'UTF-16 BE' | EncodageDevine

// Two bytes a character in UTF-16; past this, the text is refused anyway.
const texteTailleMax = 2 * bornes.longueur

export interface TexteLu {
  texte: string
  encodage: Encodage
  /** What was not as format §2 wants it (UTF-8, no byte order mark), in one French sentence; else null. */
  reprise: string | null
}

const autreQueUtf8 = (encodage: EncodageDevine) =>
  `Le fichier n’était pas en UTF-8 mais en ${encodage} : vérifiez les accents.`

const reprises: Readonly<Record<Encodage, string>> = {
  'UTF-8': 'Le fichier commençait par une marque d’ordre des octets (BOM) : elle est ignorée.',
  'UTF-16 LE': 'Le fichier était en UTF-16 : il est lu ainsi, et sera écrit en UTF-8.',
  'UTF-16 BE': 'Le fichier était en UTF-16 : il est lu ainsi, et sera écrit en UTF-8.',
  'UTF-8 deux fois': 'Les accents étaient abîmés (« Ã© » pour « é ») : ils sont rétablis, vérifiez-les.',
  'windows-1252': autreQueUtf8('windows-1252'),
  'Mac OS Roman': autreQueUtf8('Mac OS Roman'),
  'page de code 850': autreQueUtf8('page de code 850'),
}

/** Whether how a text was stored leaves a doubt on its accents. */
export const isEncodageDouteux = (encodage: Encodage) =>
  encodage !== 'UTF-8' && encodage !== 'UTF-16 LE' && encodage !== 'UTF-16 BE'

/** Bytes of a text file → its text without a byte order mark, whatever a spreadsheet or an editor stored it as. format §7 */
export function decodeText(bytes: Uint8Array): TexteLu {
  const encodage = sniffUtf16(bytes)
  if (encodage) {
    const texte = new TextDecoder(encodage === 'UTF-16 LE' ? 'utf-16le' : 'utf-16be').decode(bytes)
    return { texte, encodage, reprise: reprises[encodage] }
  }
  const utf8 = decodeUtf8(bytes)
  if (utf8 === null) {
    const devine = guess(bytes)
    return { ...devine, reprise: reprises[devine.encodage] }
  }
  const abime = mendTwice(utf8)
  if (abime !== null) return { texte: abime, encodage: 'UTF-8 deux fois', reprise: reprises['UTF-8 deux fois'] }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return { texte: utf8, encodage: 'UTF-8', reprise: marked ? reprises['UTF-8'] : null }
}

/** The text of a dropped file; null, before any byte is read, when it is too large to be a file of demandes. format §7 */
export const decodeTextFile = async (file: Blob): Promise<TexteLu | null> =>
  file.size > texteTailleMax ? null : decodeText(new Uint8Array(await file.arrayBuffer()))

/** UTF-16 by its mark, or by the zero byte that every ASCII character has there: JSON and CSV begin with one. */
function sniffUtf16(bytes: Uint8Array): Encodage | null {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return null
  if (first === 0xff && second === 0xfe) return 'UTF-16 LE'
  if (first === 0xfe && second === 0xff) return 'UTF-16 BE'
  if (first !== 0 && second === 0) return 'UTF-16 LE'
  return first === 0 && second !== 0 ? 'UTF-16 BE' : null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A TypeError is how the decoder says that these bytes are no UTF-8.
    return null
  }
}

/** A text in UTF-8 that was taken for windows-1252 and stored as UTF-8 again → as it was; null when it was not so. */
function mendTwice(texte: string): string | null {
  if (!/[ÂÃ]/.test(texte)) return null
  const bytes = new Uint8Array(texte.length)
  for (let at = 0; at < texte.length; at++) {
    const code = texte.charCodeAt(at)
    const high = code > 0xff ? between80and9f.indexOf(texte.charAt(at)) : 0
    if (high === -1) return null
    bytes[at] = code > 0xff ? 0x80 + high : code
  }
  return decodeUtf8(bytes)
}

// Node 20 decodes windows-1252 as Latin-1: bytes 80 to 9F come out as control characters. Browsers do it right.
const between80and9f = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Bytes of windows-1252 → text. */
export const decodeWindows1252 = (bytes: Uint8Array) =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (char) => between80and9f.charAt(char.charCodeAt(0) - 0x80))

const decoders: readonly (readonly [EncodageDevine, (bytes: Uint8Array) => string])[] = [
  ['windows-1252', decodeWindows1252],
  ['Mac OS Roman', (bytes) => new TextDecoder('macintosh').decode(bytes)],
  ['page de code 850', decodeCp850],
]

/** Bytes that are looked at to tell an encoding. */
const sample = 200_000

/** A text of one byte a character, in the encoding in which it reads as French the most; Windows' on a tie. */
function guess(bytes: Uint8Array): { texte: string; encodage: EncodageDevine } {
  const start = bytes.subarray(0, sample)
  const tried = decoders.map(([encodage, decode]) => ({ encodage, decode, accents: countFrench(decode(start)) }))
  const { encodage, decode } = tried.reduce((a, b) => (b.accents > a.accents ? b : a))
  return { encodage, texte: decode(bytes) }
}
