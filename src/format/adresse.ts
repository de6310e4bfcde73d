import { cleanValeur } from './texte'

const adressePattern = /^[^\s@<>(),;:[\]\\]+@((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,})$/u

/** The domain of an e-mail address in lower case, or null when the text is no `something@domain.tld`. guide §3.2 */
export const domaineOf = (adresse: string): string | null => adressePattern.exec(adresse)?.[1]?.toLowerCase() ?? null

/** An address, and what stood around it in the text it came from: `Labo <…>;`; empty when nothing did. */
export interface AdresseLue {
  adresse: string
  entourage: string
}

const named = /<\s*([^<>\s]+)\s*>/
const adresseNue = /[^\s<>()[\]"'“”«»:;,]+@[^\s<>()[\]"'“”«»:;,?]+/g
const link = /^mailto:([^?]*)(?:\?.*)?$/i
const quoted = /^(["'“«(])\s*(.*?)\s*(["'”»)])$/
const pairs = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['«', '»'],
  ['(', ')'],
])

/**
 * Typed or pasted text → the one address in it, without what mail programs put around it: a name, `mailto:`, `<…>`,
 * quotes in pairs, a final `;` or `.`. A text that gives no address that way is only made plain.
 */
export function readAdresse(text: string): AdresseLue {
  const plain = cleanValeur(text)
  const adresse = unwrap(plain)
  if (adresse === plain || domaineOf(adresse) === null) return { adresse: plain, entourage: '' }
  return { adresse, entourage: plain.replace(adresse, () => '…') }
}

function unwrap(text: string): string {
  const inner = step(text)
  return inner === text ? text : unwrap(inner)
}

function step(text: string): string {
  const match = named.exec(text)
  // Two addresses in one field: which is meant is not ours to say. Mail programs write the same one twice.
  const adresses = new Set(text.toLowerCase().match(adresseNue))
  if (match && adresses.size === 1) return match[1] ?? ''
  const quotes = quoted.exec(text)
  if (quotes && pairs.get(quotes[1] ?? '') === quotes[3]) return quotes[2] ?? ''
  return (link.exec(text)?.[1] ?? text).replace(/[\s;,.]+$/, '')
}
