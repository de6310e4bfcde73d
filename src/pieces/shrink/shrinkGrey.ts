import type { Size } from '../image/canvas'

const levels = 16
const maxTint = 48
/** Share of the pixels that may have a colour and be taken for noise. */
const maxColoured = 0.00005

/** Pixels as sixteen greys, two to a byte, each row begun by PNG's «no filter»; null when colours would be lost. */
export function toGreyRows(rgba: Uint8ClampedArray, { largeur, hauteur }: Size): Uint8Array<ArrayBuffer> | null {
  const stride = 1 + Math.ceil(largeur / 2)
  const rows = new Uint8Array(stride * hauteur)
  const allowed = largeur * hauteur * maxColoured
  let coloured = 0
  for (let y = 0; y < hauteur; y++) {
    for (let x = 0; x < largeur; x++) {
      const at = (y * largeur + x) * 4
      const [red = 0, green = 0, blue = 0] = [rgba[at], rgba[at + 1], rgba[at + 2]]
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > maxTint && ++coloured > allowed) return null
      const grey = Math.round(((red * 0.299 + green * 0.587 + blue * 0.114) / 255) * (levels - 1))
      const byte = y * stride + 1 + (x >> 1)
      rows[byte] = (rows[byte] ?? 0) | (x % 2 === 0 ? grey << 4 : grey)
    }
  }
  return rows
}

const depth = 4

/** A PNG of sixteen greys from such rows. */
export async function writeGreyPng(rows: Uint8Array<ArrayBuffer>, { largeur, hauteur }: Size): Promise<Blob> {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, largeur)
  view.setUint32(4, hauteur)
  header[8] = depth
  const deflated = new Blob([rows]).stream().pipeThrough(new CompressionStream('deflate'))
  const data = new Uint8Array(await new Response(deflated).arrayBuffer())
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())]
  return new Blob(parts, { type: 'image/png' })
}

function chunk(type: string, contents: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(contents.length + 12)
  const view = new DataView(whole.buffer)
  view.setUint32(0, contents.length)
  whole.set(new TextEncoder().encode(type), 4)
  whole.set(contents, 8)
  view.setUint32(contents.length + 8, crc32(whole.subarray(4, contents.length + 8)))
  return whole
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})

const crc32 = (bytes: Uint8Array) =>
  (bytes.reduce((crc, byte) => (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
