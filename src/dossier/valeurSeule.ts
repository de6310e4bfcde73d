import { cleanValeur } from '../format/texte'

const etiquette = /^\p{L}[^:=]*[:=]\s*(?=\S)/u
const numero = /^n[°o]\.? ?/i
const quotes = /^["'“«<([{]\s*|\s*["'”»>)\]}]$/gu

/**
 * A pasted number or address without what names or quotes it: «Numéro éditeur : 00001», «n° 00001», «"00001"» → 00001;
 * else as it stands. What it leaves is offered, never taken: a label may name something else.
 */
export const valeurSeule = (typed: string): string =>
  cleanValeur(typed).replace(etiquette, '').replace(numero, '').replace(quotes, '')
