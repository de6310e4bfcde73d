/** SHA-256 of the bytes, hexadecimal: the browser's own on a thread of its own, or in steps where it lends none. */
export async function empreinteOf(octets: Blob): Promise<string> {
  // Typed as always there; by plain http from another computer it is not.
  const { subtle } = crypto as { subtle?: SubtleCrypto }
  const hash = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', await octets.arrayBuffer()))
    : await hashInSteps(octets)
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const step = 512 * 1024

async function hashInSteps(octets: Blob): Promise<Uint8Array> {
  const { sha256 } = await import('@noble/hashes/sha2.js')
  const hash = sha256.create()
  for (let from = 0; from < octets.size; from += step)
    // The reading of each slice lets the page draw before the next.
    hash.update(new Uint8Array(await octets.slice(from, from + step).arrayBuffer()))
  return hash.digest()
}
