import type { ZipHeaders } from './headers'

// By the bytes themselves: under another name they are the same, and with the bytes they go.
const known = new WeakMap<Blob, ZipHeaders>()

/** Keeps the headers of these bytes for the zips that will hold them. */
export const keepHeaders = (octets: Blob, headers: ZipHeaders) => void known.set(octets, headers)

/** The headers kept of these bytes; null when none were made yet. */
export const headersOf = (octets: Blob): ZipHeaders | null => known.get(octets) ?? null
