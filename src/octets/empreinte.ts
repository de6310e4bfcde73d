// Typed as always there; by plain http from another computer it is not.
const subtleHere = () => (crypto as { subtle?: SubtleCrypto }).subtle

/** SHA-256 of the bytes, hexadecimal: the browser's own on a thread of its own, or in steps where it lends none. */
export const empreinteOf = async (octets: Blob): Promise<string> =>
  subtleHere() ? empreinteOfBytes(await octets.arrayBuffer()) : toHex(await hashInSteps(octets))

/** The same of bytes read already; where the browser lends no hash they are hashed in one go, which is for workers. */
export async function empreinteOfBytes(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = subtleHere()
  if (subtle) return toHex(new Uint8Array(await subtle.digest('SHA-256', bytes)))
  const { sha256 } = await import('@noble/hashes/sha2.js')
  return toHex(sha256(new Uint8Array(bytes)))
}

const toHex = (hash: Uint8Array) => Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')

const step = 512 * 1024

async function hashInSteps(octets: Blob): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js')
  const hash = sha256.create()
  for (let from = 0; from < octets.size; from += step)
    // The reading of each slice lets the page draw before the next.
    hash.update(new Uint8Array(await octets.slice(from, from + step).arrayBuffer()))
  return hash.digest()
}
