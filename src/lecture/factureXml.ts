import { toCentimes, type Centimes } from '../format/montant'
import type { Jour } from '../format/jour'
import type { Noeud } from './xml'

/** A party's numbers as an XML invoice gives them. */
export interface Partie {
  role: 'fournisseur' | 'client' | null
  sirets: string[]
  /** Nine-digit numbers that are its SIREN, never a FINESS. */
  sirens: string[]
}

/** What an XML invoice says, freed of its vocabulary. Amounts with the sign that the file gives them. */
export interface FactureXml {
  typeCode: string
  avoir: boolean
  numero: string | null
  date: { jour: Jour; imprime: string } | null
  ht: { centimes: Centimes; imprime: string } | null
  ttc: { centimes: Centimes; imprime: string } | null
  tva: Centimes | null
  /** Already paid, in cents. */
  avance: Centimes | null
  devise: string | null
  parties: Partie[]
  /** Names of the lines sold. */
  articles: string[]
  /** Notes, references, descriptions: free text that may hold a FINESS or a FINBIO. */
  textes: string[]
}

/** UNTDID 1001 codes of credit notes. */
export const codesAvoir = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '532'])

/** Children along a path of local names; every branch. */
export const nodesAt = (node: Noeud | undefined, ...path: string[]): Noeud[] =>
  path.reduce<Noeud[]>(
    (nodes, nom) => nodes.flatMap(({ enfants }) => enfants.filter((child) => child.nom === nom)),
    node ? [node] : [],
  )

/** Text of the first element along a path; null when it is absent or empty. */
export const textAt = (node: Noeud | undefined, ...path: string[]): string | null =>
  nodesAt(node, ...path)[0]?.texte.trim() || null

/** XML decimal (`1234.5`, `-3`, `100.0000`) → cents, rounded to the cent; null when it is none. */
export function readDecimal(text: string | null): Centimes | null {
  const parts = /^([+-]?)(\d{1,13})(?:\.(\d+))?$/.exec(text?.trim() ?? '')
  if (!parts) return null
  const [, sign, units = '', decimals = ''] = parts
  const cents = Number(units + decimals.slice(0, 2).padEnd(2, '0')) + (/^[5-9]/.test(decimals.slice(2)) ? 1 : 0)
  return toCentimes(sign === '-' && cents ? -cents : cents)
}

/** The amount at an element, as a value and as written. */
export function amountOf(node: Noeud | undefined): FactureXml['ht'] {
  const centimes = readDecimal(node?.texte ?? null)
  return node && centimes !== null ? { centimes, imprime: node.texte.trim() } : null
}

/** Of several amounts the one in that currency, else the first. */
export const inCurrency = (nodes: readonly Noeud[], devise: string | null) =>
  nodes.find(({ attributs }) => attributs.get('currencyID') === devise) ?? nodes[0]

/** Numbers of a party by their length: 14 digits are a SIRET, nine a SIREN. */
export function partyOf(role: Partie['role'], numbers: readonly string[]): Partie {
  const digits = numbers.map((number) => number.replace(/[\s.]/g, ''))
  return {
    role,
    sirets: [...new Set(digits.filter((number) => /^\d{14}$/.test(number)))],
    sirens: [...new Set(digits.flatMap((number) => /^(?:FR\w\w)?(\d{9})(?:\d{5})?$/.exec(number)?.[1] ?? []))],
  }
}

/** Whether an identifier of that scheme can be a SIRET: SIREN/SIRET (0002), SIRET (0009), or no scheme said. */
export const isSiretScheme = ({ attributs }: Noeud) =>
  ['0002', '0009', 'SIRET', 'SIREN', undefined].includes(attributs.get('schemeID'))
