import { sniffLength, sniffNature } from '../pieces/sniff'
import { isTableau, ouvrirFichiers } from './ouverture/ouvrir'
import type { Place } from '../travail/tri/examiner'
import { travail } from './poste/travail'

/** Opens the review sheet with these files. */
export const trierFichiers = (files: readonly File[], place: Place | null = null) => travail.trier(files, place)

/** Whether a file is one to be opened (a JSON, a zip, a spreadsheet) and no pièce. */
async function isToOpen(file: File): Promise<boolean> {
  if (await isTableau(file)) return true
  const head = new Uint8Array(await file.slice(0, sniffLength).arrayBuffer())
  const nature = sniffNature(head)
  if (nature.formatFichier !== null) return false
  if (nature.kind !== 'autre') return nature.kind === 'zip'
  return (
    /\.json$/i.test(file.name) || /^[\s\0\ufeffï»¿ÿþ]*[[{]/.test(new TextDecoder('latin1').decode(head.subarray(0, 64)))
  )
}

/** Files looked into at a time: the beginnings of hundreds would hold the page up. */
const atOnce = 10

async function someToOpen(files: readonly File[]): Promise<boolean> {
  for (let from = 0; from < files.length; from += atOnce) {
    // A file that cannot be read is told by whoever takes it.
    const some = files.slice(from, from + atOnce).map((file) => isToOpen(file).catch(() => false))
    if ((await Promise.all(some)).includes(true)) return true
  }
  return false
}

/**
 * Files dropped anywhere: with one of the ASP's cycle among them they are opened together, for the others may be the
 * pièces it announces; else each finds its place among the demandes.
 */
export async function recevoirFichiers(files: readonly File[], demande: string | null) {
  if (await someToOpen(files)) await ouvrirFichiers(files)
  else await trierFichiers(files, demande === null ? null : { demande, type: null })
}
