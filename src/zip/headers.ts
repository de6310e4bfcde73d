import { buf as crc32 } from 'crc-32'
import JSZip from 'jszip'
import { directoryHeader, endRecord, localHeader } from '../format/tailleZip'

/** What a zip says of one stored file, its CRC and sizes among it: before its bytes, and in the directory. Both without its name and place. */
export interface ZipHeaders {
  local: Uint8Array<ArrayBuffer>
  directory: Uint8Array<ArrayBuffer>
}

// JSZip writes UTC dates: the first day that the format knows gives the same bytes in every time zone, every day.
const fixedDate = new Date(Date.UTC(1980, 0, 1))
const anyName = 'a'

/** The headers of an empty file: what every stored file has in common. */
async function makeEmpty(): Promise<ZipHeaders> {
  const zip = new JSZip()
  zip.file(anyName, new Uint8Array(), { date: fixedDate, createFolders: false, binary: true })
  const alone = await zip.generateAsync({
    type: 'uint8array',
    compression: 'STORE',
    streamFiles: false,
    platform: 'DOS',
  })
  const directory = alone.length - endRecord - anyName.length - directoryHeader
  return { local: alone.slice(0, localHeader), directory: alone.slice(directory, directory + directoryHeader) }
}

let empty: Promise<ZipHeaders> | null = null

/** The header with the file's CRC and its two sizes, stored and in full, one behind the other from that byte on. */
function filled(header: Uint8Array, at: number, crc: number, size: number): Uint8Array<ArrayBuffer> {
  const written = new Uint8Array(header)
  const view = new DataView(written.buffer)
  view.setInt32(at, crc, true)
  view.setUint32(at + 4, size, true)
  view.setUint32(at + 8, size, true)
  return written
}

/** The headers of a file of these bytes. format §5 */
export async function makeHeaders(bytes: ArrayBuffer | Uint8Array): Promise<ZipHeaders> {
  const { local, directory } = await (empty ??= makeEmpty())
  const crc = crc32(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes)
  return {
    local: filled(local, 14, crc, bytes.byteLength),
    directory: filled(directory, 16, crc, bytes.byteLength),
  }
}

/** What stands before the bytes of the file in the zip; the name is ASCII (guide §3.3). APPNOTE.TXT §4.3.7 */
export const writeLocal = ({ local }: ZipHeaders, nomFichier: string): Uint8Array<ArrayBuffer> =>
  named(local, 26, nomFichier)

/** Its line of the directory; its header begins at that byte of the zip. APPNOTE.TXT §4.3.12 */
export function writeLine({ directory }: ZipHeaders, nomFichier: string, offset: number): Uint8Array<ArrayBuffer> {
  const line = named(directory, 28, nomFichier)
  new DataView(line.buffer).setUint32(42, offset, true)
  return line
}

/** The end of a directory of so many lines and bytes, which begins at that byte. APPNOTE.TXT §4.3.16 */
export function writeEnd(lines: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const end = new DataView(new ArrayBuffer(endRecord))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, lines, true)
  end.setUint16(10, lines, true)
  end.setUint32(12, size, true)
  end.setUint32(16, offset, true)
  return new Uint8Array(end.buffer)
}

/** The header with the name behind it, whose length stands at that byte. */
function named(header: Uint8Array, lengthAt: number, nomFichier: string): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(nomFichier)
  const written = new Uint8Array(header.length + name.length)
  written.set(header)
  written.set(name, header.length)
  new DataView(written.buffer).setUint16(lengthAt, name.length, true)
  return written
}
