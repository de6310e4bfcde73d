import { parseJour } from '../../dossier/jour'
import { isLuhn } from '../../dossier/luhn'
import { profil } from '../../format/profil'

/** Signs that print makes alike, as the digits that they stand for among digits. */
const digits: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
}
const alike = `[${Object.keys(digits).join('')}]`
const digit = `(?:\\d|${alike})`
const toDigits = (text: string) => text.replace(new RegExp(alike, 'g'), (sign) => digits[sign] ?? sign)

const numeroASP = new RegExp(`\\bF[I1l|]NB[I1l|][O0Q]((?:${digit}[ ]?){5}${digit})(?![\\p{L}\\d])`, 'gu')
const date = new RegExp(`(?<![\\p{L}\\d])${digit}{1,2}([/.-])${digit}{1,2}\\1${digit}{4}(?![\\p{L}\\d])`, 'gu')
/** An amount with decimals: at least two signs in three are digits, see below. */
const montant = new RegExp(`(?<![\\p{L}\\d,.])${digit}{1,3}(?:[ .]?${digit}{3})*[,.]${digit}{2}(?![\\p{L}\\d,.])`, 'gu')
const long = new RegExp(`(?<![\\p{L}\\d])(?:${digit}[ ]?){8,13}${digit}(?![\\p{L}\\d])`, 'gu')

/** Fewer digits than two in three: sooner a word than a number. */
const isNumber = (text: string) => (text.match(/\d/g)?.length ?? 0) * 3 >= text.replace(/[^\p{L}\d]/gu, '').length * 2

/** A SIREN, FINESS or SIRET whose key is right once its signs are digits; 2B begins a FINESS of Corsica as it stands. */
const isProven = (text: string) =>
  isNumber(text) &&
  !/^2B\d{7}$/.test(text) &&
  [9, 14].includes(text.replace(/ /g, '').length) &&
  isLuhn(toDigits(text).replace(/ /g, ''))

/**
 * Recognised text with the signs mended that print makes alike, where what comes out has a proof of its own: a number of
 * the ASP's form, a real day, an amount with cents, a SIRET or FINESS with its key, a label that can be no other. Words stay as they are.
 */
export const corriger = (texte: string): string =>
  texte
    .replace(numeroASP, (_, numero: string) => profil.prefixeNumeroASP + toDigits(numero).replace(/ /g, ''))
    .replace(date, (jour) => (isNumber(jour) && parseJour(toDigits(jour)) !== null ? toDigits(jour) : jour))
    .replace(montant, (nombre) => (isNumber(nombre) ? toDigits(nombre) : nombre))
    .replace(long, (nombre) => (isProven(nombre) ? toDigits(nombre) : nombre))
    .replace(/(\d{3}[,.]) (\d{2})(?= ?(?:€|EUR\b)|$)/g, '$1$2')
    .replace(/(?<=\p{L})_+$/gu, '')
    .replace(
      /(?<![\p{L}\d])[lI|] ?er(?= (?:janv|f[ée]vr|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c))/giu,
      '1er',
    )
    .replace(/(\b(?:total|montant|net) ?)[HA]\. ?[T1I]\b/giu, '$1H.T')
    .replace(/\b(total|montant|net)(?=(?:H\.? ?T|T\.? ?T\.? ?C)(?![\p{L}\d]))/giu, '$1 ')
    // A currency sign that lost its second stroke.
    .replace(/([,.]\d{2}) ?[eEcC£](?![\p{L}\d])/gu, '$1 €')
