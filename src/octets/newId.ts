/**
 * A new random id in the form of a UUID (RFC 9562 §5.4). `crypto.randomUUID` is missing where the page comes by plain
 * http from another computer; random bytes are everywhere.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) => settle(byte, index).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Bytes 6 and 8 tell the version and the variant. */
const settle = (byte: number, index: number) =>
  index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
