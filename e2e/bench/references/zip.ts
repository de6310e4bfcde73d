import { Zip, ZipPassThrough } from 'fflate'
import { openDB } from 'idb'

const input = document.querySelector('input')
const output = document.querySelector('output')

/** Each file kept on the disk, as a page must that loses none; then all of them in one stored zip. */
async function prepare(files: readonly File[]): Promise<Blob> {
  const kept = await openDB('reference', 1, { upgrade: (database) => void database.createObjectStore('fichiers') })
  for (const file of files) await kept.put('fichiers', new Blob([await file.arrayBuffer()]), file.name)
  const parts: Blob[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    parts.push(new Blob([chunk.slice()]))
  })
  for (const file of files) {
    const entry = new ZipPassThrough(file.name)
    zip.add(entry)
    entry.push(new Uint8Array(await file.arrayBuffer()), true)
  }
  zip.end()
  return new Blob(parts, { type: 'application/zip' })
}

input?.addEventListener('change', () => {
  void prepare(Array.from(input.files ?? [])).then(({ size }) => {
    if (output) output.textContent = String(size)
  })
})
