import { sniffLength, sniffNature } from '../pieces/sniff'
import type { Place } from '../travail/tri/examiner'
import { travail } from './poste/travail'

/** Opens the review sheet with these files. */
export const trierFichiers = (files: readonly File[], place: Place | null = null) => travail.trier(files, place)

/** Whether a file is one to be opened (a JSON, a zip) and no pièce, by its bytes. */
async function isToOpen(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, sniffLength).arrayBuffer())
  const nature = sniffNature(head)
  if (nature.formatFichier !== null) return false
  if (nature.kind !== 'autre') return nature.kind === 'zip'
  return (
    /\.json$/i.test(file.name) || /^[\s\0\ufeffï»¿ÿþ]*[[{]/.test(new TextDecoder('latin1').decode(head.subarray(0, 64)))
  )
}

/**
 * Files dropped anywhere: with one of the ASP's cycle among them they are opened together, for the others may be the
 * pièces it announces; else each finds its place among the demandes.
 */
export async function recevoirFichiers(files: readonly File[], demande: string | null) {
  // A file that cannot be read is told by whoever takes it.
  const toOpen = await Promise.all(files.map((file) => isToOpen(file).catch(() => false)))
  if (toOpen.includes(true)) await (await import('./ouverture/ouvrir')).ouvrirFichiers(files)
  else if (files.length > 0) await trierFichiers(files, demande === null ? null : { demande, type: null })
}
