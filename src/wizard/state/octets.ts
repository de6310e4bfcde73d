/** Bytes of the attached pièces, by pièce id: outside the store, so that nothing clones, compares or serialises them. */
const octets = new Map<string, Blob>()
let listener: (pieceId: string, blob: Blob) => void = () => undefined

/** Keeps bytes that came from this computer's own storage or with a whole draft. */
export const putOctets = (pieceId: string, blob: Blob) => void octets.set(pieceId, blob)

/** Keeps the bytes of a pièce that is being attached, and tells who stores them. */
export function attachOctets(pieceId: string, blob: Blob) {
  putOctets(pieceId, blob)
  listener(pieceId, blob)
}

/** Who stores the bytes of what is attached. */
export const onOctets = (stored: typeof listener) => {
  listener = stored
}

export const octetsOf = (pieceId: string): Blob | undefined => octets.get(pieceId)

/** Forgets the bytes of a draft that is left. */
export const clearOctets = () => octets.clear()
