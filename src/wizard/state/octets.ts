/** Bytes of the attached pièces, by pièce id: outside the store, so that nothing clones, compares or serialises them. */
const octets = new Map<string, Blob>()

export const putOctets = (pieceId: string, blob: Blob) => void octets.set(pieceId, blob)
export const octetsOf = (pieceId: string): Blob | undefined => octets.get(pieceId)
