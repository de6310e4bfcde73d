import type { FichierTrouve } from './deplier'

/** One value of DER or BER (X.690 §8.1): its tag, and where its contents stand. */
interface Valeur {
  tag: number
  from: number
  to: number
  /** Where the next value begins: past the end mark of a value of indefinite length. */
  next: number
}

const [octetString, octetStringInParts, sequence, explicit] = [0x04, 0x24, 0x30, 0xa0]
const maxDepth = 20

/** The document in a signed envelope (CMS, RFC 5652 §5); null when the signature stands alone. */
export function readEnveloppe(bytes: Uint8Array): FichierTrouve[] | null {
  const der = readPem(bytes) ?? bytes
  // ContentInfo → [0] → SignedData → encapContentInfo → [0] → the document.
  const signed = find(der, find(der, readValeur(der, 0), explicit), sequence)
  const document = find(der, find(der, signed, sequence), explicit)
  const parts = document ? partsOf(der, document, 0) : []
  if (parts.length === 0) return null
  const octets = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => (octets.set(part, at), at + part.length), 0)
  return [{ nom: null, octets, decor: false }]
}

function readPem(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x2d) return null
  const text = new TextDecoder().decode(bytes)
  const base64 = /-----BEGIN [^-]+-----([^-]+)-----END/.exec(text)?.[1]?.replace(/\s/g, '') ?? ''
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
}

const find = (bytes: Uint8Array, parent: Valeur | null, tag: number) =>
  (parent && childrenOf(bytes, parent, 0).find((child) => child.tag === tag)) ?? null

/** A string of bytes, whole or in parts of parts. */
function partsOf(bytes: Uint8Array, valeur: Valeur, depth: number): Uint8Array[] {
  return childrenOf(bytes, valeur, depth).flatMap((child) => {
    if (child.tag === octetString) return [bytes.subarray(child.from, child.to)]
    return child.tag === octetStringInParts ? partsOf(bytes, child, depth + 1) : []
  })
}

function childrenOf(bytes: Uint8Array, { from, to }: Valeur, depth: number): Valeur[] {
  const children: Valeur[] = []
  for (let at = from; at < to;) {
    const child = readValeur(bytes, at, depth)
    if (!child || child.next > to) break
    children.push(child)
    at = child.next
  }
  return children
}

function readValeur(bytes: Uint8Array, at: number, depth = 0): Valeur | null {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || first === undefined || depth > maxDepth) return null
  if (first === 0x80) return readIndefinite(bytes, tag, at + 2, depth)
  const count = first < 0x80 ? 0 : first & 0x7f
  const from = at + 2 + count
  const length = count === 0 ? first : bytes.subarray(at + 2, from).reduce((sum, byte) => sum * 256 + byte, 0)
  return from + length > bytes.length ? null : { tag, from, to: from + length, next: from + length }
}

/** Its length is told by two zero bytes behind its last child. */
function readIndefinite(bytes: Uint8Array, tag: number, from: number, depth: number): Valeur | null {
  let at = from
  while (bytes[at] !== 0 || bytes[at + 1] !== 0) {
    const child = readValeur(bytes, at, depth + 1)
    if (!child) return null
    at = child.next
  }
  return { tag, from, to: at, next: at + 2 }
}
