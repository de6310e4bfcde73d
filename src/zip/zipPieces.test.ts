import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import JSZip from 'jszip'
import { afterEach, expect, test, vi } from 'vitest'
import { zipPieces } from './zipPieces'

const text = (content: string) => new TextEncoder().encode(content)
const noise = (length: number, seed: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 17) & 0xff)

const small = {
  'BIO-SGL-Val-VA-00001.pdf': text('%PDF-1.4 attestation'),
  'BIO-SGL-Val-FACTURE-00001.pdf': noise(40_000, 1),
  'BIO-SGL-Val-FACTURE-00002.xml': text('<Invoice/>'),
}

const partsOf = (contents: Record<string, Uint8Array<ArrayBuffer>>) =>
  Object.entries(contents).map(([nomFichier, octets]) => ({ nomFichier, octets: new Blob([octets]), headers: null }))

async function zip(
  contents: Record<string, Uint8Array<ArrayBuffer>>,
  onProgress: (share: number) => void = () => undefined,
  write = zipPieces,
) {
  const made = await write(partsOf(contents), onProgress)
  return new Uint8Array(await made.zip.arrayBuffer())
}

/** CRC-32 by its definition (ISO 3309), bit by bit. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

/** The entries as a streaming reader meets them: local headers one behind the other, then the directory and its end. */
function readHeaders(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = []
  let at = 0
  while (view.getUint32(at, true) === 0x04034b50) {
    const [size, nameLength] = [view.getUint32(at + 18, true), view.getUint16(at + 26, true)]
    const start = at + 30 + nameLength
    entries.push({
      flags: view.getUint16(at + 6, true),
      method: view.getUint16(at + 8, true),
      time: view.getUint16(at + 10, true),
      date: view.getUint16(at + 12, true),
      crc: view.getUint32(at + 14, true),
      sizes: [size, view.getUint32(at + 22, true)],
      name: new TextDecoder().decode(bytes.subarray(at + 30, start)),
      extra: view.getUint16(at + 28, true),
      content: bytes.subarray(start, start + size),
    })
    at = start + size
  }
  const end = bytes.length - 22
  return {
    entries,
    directory: [at, view.getUint32(end + 16, true)],
    directoryEnd: at + view.getUint32(end + 12, true),
    end: [end, view.getUint32(end, true), view.getUint16(end + 10, true)],
  }
}

const fixed = { flags: 0, method: 0, time: 0, date: (1 << 5) | 1, extra: 0 }

test('[format §5] the local headers hold sizes and CRC, names stand at the root in their order, and nothing else is there', async () => {
  const bytes = await zip(small)
  const { entries, directory, directoryEnd, end } = readHeaders(bytes)
  expect(entries).toEqual(
    Object.entries(small).map(([name, content]) => ({
      ...fixed,
      name,
      content,
      crc: crc32(content),
      sizes: [content.length, content.length],
    })),
  )
  expect(directory[0]).toBe(directory[1])
  expect(directoryEnd).toBe(end[0])
  expect(end.slice(1)).toEqual([0x06054b50, 3])
})

const many = Object.fromEntries(
  Array.from({ length: 400 }, (_, index) => [
    `BIO-SGL-Val-VA-${String(index).padStart(5, '0')}.pdf`,
    noise(index, index),
  ]),
)

test.each<[string, Record<string, Uint8Array<ArrayBuffer>>]>([
  ['no file', {}],
  ['one file', { 'BIO-SGL-Val-VA-00001.pdf': text('%PDF-') }],
  ['an empty file between two', { a: text('1'), b: new Uint8Array(), c: text('3') }],
  ['a file of 3 Mo', { a: noise(3 * 1024 * 1024, 1), b: text('2') }],
  ['400 small files', many],
])('[format §5] %s: another reader finds the same names, order and contents', async (_, contents) => {
  const read = unzipSync(await zip(contents))
  expect(Object.keys(read)).toEqual(Object.keys(contents))
  for (const [name, content] of Object.entries(contents))
    expect(Buffer.compare(read[name] ?? new Uint8Array(1), content)).toBe(0)
})

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test.each(['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'])(
  '[format §5] same input, same bytes, in the time zone of %s too',
  async (name) => {
    process.env.TZ = name
    expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe({ UTC: 0, 'Pacific/Kiritimati': -840 }[name] ?? 480)
    // Loaded in that zone: its fixed date is made once, when the module is.
    vi.resetModules()
    const { zipPieces: write } = await import('./zipPieces')
    const bytes = await zip(small, undefined, write)
    const golden = '668dc2b9d97303227db534318f2410b92aff3ad773c19ec21c5f70f64a77de6b'
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(golden)
  },
)

test('[format §5] what JSZip writes of all files at once has the same bytes', async () => {
  const whole = new JSZip()
  const date = new Date(Date.UTC(1980, 0, 1))
  for (const [name, content] of Object.entries(many)) whole.file(name, content, { date, createFolders: false })
  const written = await whole.generateAsync({ type: 'uint8array', compression: 'STORE', platform: 'DOS' })
  expect(Buffer.compare(await zip(many), written)).toBe(0)
})

test('[format §5] with headers made before, under whatever name, the bytes are the same and only files without are read', async () => {
  const parts = partsOf(small)
  const first = await zipPieces(parts, () => undefined)
  const read: string[] = []
  const again = parts.map((part, index) => {
    const octets = new Blob([part.octets])
    octets.arrayBuffer = () => {
      read.push(part.nomFichier)
      return part.octets.arrayBuffer()
    }
    return { ...part, octets, headers: index === 1 ? null : (first.headers[index] ?? null) }
  })
  const second = await zipPieces([...again].reverse(), () => undefined)
  expect(read).toEqual(['BIO-SGL-Val-FACTURE-00001.pdf'])
  expect(second.headers).toEqual([...first.headers].reverse())
  const other = await zipPieces([...parts].reverse(), () => undefined)
  expect(new Uint8Array(await second.zip.arrayBuffer())).toEqual(new Uint8Array(await other.zip.arrayBuffer()))
})

test('[format §5] progress grows up to 1', async () => {
  const shares: number[] = []
  await zip(many, (share) => shares.push(share))
  expect(shares).toHaveLength(400)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('[format §5] one file is read at a time', async () => {
  let [open, most] = [0, 0]
  const entries = Object.entries(many).map(([nomFichier, octets]) => {
    const blob = new Blob([octets])
    blob.arrayBuffer = async () => {
      most = Math.max(most, ++open)
      await new Promise((resolve) => setTimeout(resolve))
      open--
      return octets.buffer
    }
    return { nomFichier, octets: blob, headers: null }
  })
  await zipPieces(entries.slice(0, 20), () => undefined)
  expect(most).toBe(1)
})

test.each([0, 1, 2])('[format §5] file %i that cannot be read rejects, with its cause', async (broken) => {
  const entries = Object.entries(small).map(([nomFichier, octets], index) => {
    const blob = new Blob([octets])
    if (index === broken) blob.arrayBuffer = () => Promise.reject(new Error('NotReadableError'))
    return { nomFichier, octets: blob, headers: null }
  })
  await expect(zipPieces(entries, () => undefined)).rejects.toThrow('NotReadableError')
})

test('[format §5] two files of one name are a fault of ours, said at once', async () => {
  const entry = { nomFichier: 'BIO-SGL-Val-VA-00001.pdf', octets: new Blob(['1']), headers: null }
  await expect(zipPieces([entry, entry], () => undefined)).rejects.toThrow('same name')
})
