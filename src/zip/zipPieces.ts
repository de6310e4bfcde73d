import { makeHeaders, writeEnd, writeLine, writeLocal, type ZipHeaders } from './headers'

/** One file of the zip. The name is ASCII (guide §3.3). */
export interface ZipEntry {
  nomFichier: string
  octets: Blob
}

/** A file of the zip, with its headers where they were made before. */
export interface ZipPart extends ZipEntry {
  headers: ZipHeaders | null
}

/**
 * The files at the root of a stored zip, in their order: same input, same bytes. format §5
 * Gives back the headers of each. Only files without are read, one at a time; the zip holds their bytes as they lie, so
 * that 200 MB never stand in memory.
 */
export async function zipPieces(
  parts: readonly ZipPart[],
  onProgress: (share: number) => void,
): Promise<{ zip: Blob; headers: ZipHeaders[] }> {
  if (new Set(parts.map(({ nomFichier }) => nomFichier)).size < parts.length)
    throw new Error('Two pièces of one zip had the same name')
  const total = parts.reduce((sum, { octets }) => sum + octets.size, 0)
  const headers: ZipHeaders[] = []
  const contents: BlobPart[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let [offset, done] = [0, 0]
  for (const { nomFichier, octets, headers: known } of parts) {
    const made = known ?? (await makeHeaders(await octets.arrayBuffer()))
    const local = writeLocal(made, nomFichier)
    headers.push(made)
    contents.push(local, octets)
    directory.push(writeLine(made, nomFichier, offset))
    offset += local.length + octets.size
    done += octets.size
    onProgress(total === 0 ? 1 : done / total)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = writeEnd(directory.length, size, offset)
  return { zip: new Blob([...contents, ...directory, end], { type: 'application/zip' }), headers }
}
