// What no screen shows: format and control signs, fillers and variation selectors, halves of a sign. Tabs and line ends
// are no part of it: they stand between values.
const invisible =
  /(?![\t\n\r\v\f\u0085])[\p{Cf}\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu
const lineEnd = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
// Nearly every text: ASCII, or with Latin letters and Western typography, in which all is seen.
const ascii = /^[\t\n\x20-\x7e]*$/
const western = /^[\t\n\x20-\x7e\u00a0-\u00ac\u00ae-\u034e\u2010-\u2027\u202f-\u205f\u20a0-\u20cf]*$/

/** Text without anything that cannot be seen; every line end is `\n`, tabs stay. */
export const cleanTexte = (text: string): string =>
  western.test(text) ? text : text.replace(lineEnd, '\n').replace(invisible, '')

/** How many signs `cleanTexte` takes out because nobody sees them. */
export const countInvisibles = (text: string): number => (western.test(text) ? 0 : (text.match(invisible)?.length ?? 0))

const dashes = /[\p{Pd}\u02d7\u2043\u2212]/gu
const spaces = /[\p{Zs}\u2800]/gu
const fullWidth = /[\uff01-\uff5e]/g
const toAscii = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)

/**
 * Text of values (identifiers, addresses, dates, amounts) as a keyboard would write it: clean, every space and hyphen of
 * typography plain, full-width signs ASCII, letters composed. Lines and tabs stay.
 */
export const plainTexte = (text: string): string =>
  ascii.test(text)
    ? text
    : cleanTexte(text).replace(fullWidth, toAscii).replace(spaces, ' ').replace(dashes, '-').normalize('NFC')

const breaks = /[\t\n]+/g

/** A clean text in one line. */
export const cleanLigne = (text: string): string => cleanTexte(text).replace(breaks, ' ')

/** One value out of a text: plain, in one line, without spaces around. */
export const cleanValeur = (text: string): string => plainTexte(text).replace(breaks, ' ').trim()

const foldSign = (sign: string) => sign.normalize('NFD').charAt(0).toLowerCase().charAt(0)

/** Text without accents and capitals, of the same length: what is found in it stands at the same place. */
export const foldTexte = (text: string): string => text.replace(/[^\u0000-\u0040\u005b-\u007f]/g, foldSign)
