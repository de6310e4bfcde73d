import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js'

/** What a spreadsheet's parts may weigh once unpacked, bytes. */
export const bornesClasseur = { part: 32 * 1024 * 1024, parts: 5_000 } as const

/** A spreadsheet is beyond measure, or has bytes that say less than they unpack to. */
export class ClasseurTropGrand extends Error {}

/** The XML parts of a spreadsheet, by their path; null when the part is not there. */
export type Parts = (path: string) => Promise<string | null>

/** Opens a spreadsheet's zip for as long as `read` takes. A part is cut off as soon as it passes its limit. */
export async function openArchive<Read>(octets: Blob, read: (parts: Parts) => Promise<Read>): Promise<Read> {
  const reader = new ZipReader(new BlobReader(octets), { strictness: 'tolerant', useWebWorkers: false })
  try {
    const entries = new Map<string, FileEntry>()
    for await (const entry of reader.getEntriesGenerator()) {
      if (entries.size >= bornesClasseur.parts) throw new ClasseurTropGrand()
      // Some programs of Windows part folders with its sign.
      if (!entry.directory) entries.set(entry.filename.toLowerCase().replaceAll('\\', '/'), entry)
    }
    return await read(async (path) => {
      const entry = entries.get(path.toLowerCase())
      return entry ? readPart(entry) : null
    })
  } finally {
    await reader.close()
  }
}

async function readPart(entry: FileEntry): Promise<string> {
  if (entry.uncompressedSize > bornesClasseur.part) throw new ClasseurTropGrand()
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  const sink = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      size += chunk.length
      if (size > bornesClasseur.part) throw new ClasseurTropGrand()
      text += decoder.decode(chunk, { stream: true })
    },
  })
  await entry.getData(sink, { checkCrc32: true })
  return text + decoder.decode()
}
