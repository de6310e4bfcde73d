import JSZip from 'jszip'

/** One file of the zip. The name is ASCII (guide §3.3). */
export interface ZipEntry {
  nomFichier: string
  octets: Blob
}

// JSZip writes UTC dates: the first day that the format knows gives the same bytes in every time zone, every day.
const fixedDate = new Date(Date.UTC(1980, 0, 1))
const localHeader = 30

/**
 * The files at the root of a stored zip, in their order, sizes and CRC in the local headers: same input, same bytes. format §5
 * One file is read at a time and folded away as soon as it is written: 200 MB never stand in memory at once.
 */
export async function zipPieces(entries: readonly ZipEntry[], onProgress: (share: number) => void): Promise<Blob> {
  if (new Set(entries.map(({ nomFichier }) => nomFichier)).size < entries.length)
    throw new Error('Two pièces of one zip had the same name')
  const zip = new JSZip()
  const gates = entries.map(createGate)
  entries.forEach(({ nomFichier, octets }, index) => {
    const content = gates[index]?.opened.then(() => octets.arrayBuffer())
    if (content) zip.file(nomFichier, content, { date: fixedDate, createFolders: false, binary: true })
  })
  const ends = endsOf(entries)
  const total = ends.at(-1) ?? 0
  gates[0]?.open()

  return new Promise((resolve, reject) => {
    const parts: Blob[] = []
    let pending: Uint8Array<ArrayBuffer>[] = []
    let [written, done] = [0, 0]
    const fold = () => {
      parts.push(new Blob(pending))
      pending = []
    }
    zip
      .generateInternalStream({ type: 'uint8array', compression: 'STORE', streamFiles: false, platform: 'DOS' })
      .on('data', (chunk) => {
        // Its own copy: JSZip may hand over a view of a buffer that it goes on using.
        pending.push(new Uint8Array(chunk))
        written += chunk.length
        while (done < entries.length && written >= (ends[done] ?? Infinity)) {
          fold()
          const finished = entries[done]
          if (finished) zip.remove(finished.nomFichier)
          gates[++done]?.open()
          onProgress(total === 0 ? 1 : Math.min(1, written / total))
        }
      })
      .on('error', reject)
      .on('end', () => {
        fold()
        resolve(new Blob(parts, { type: 'application/zip' }))
      })
      .resume()
  })
}

/** Where each file ends in the zip, bytes: a stored entry is its header, its name and its content. */
function endsOf(entries: readonly ZipEntry[]): number[] {
  let end = 0
  return entries.map(({ nomFichier, octets }) => (end += localHeader + nomFichier.length + octets.size))
}

function createGate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}
