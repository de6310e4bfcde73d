import { sniffLength, sniffNature } from '../pieces/sniff'
import type { Place } from './tri/trier'

/** Opens the review sheet with these files; its code is fetched with the first of them. */
export const trierFichiers = async (files: readonly File[], place: Place | null = null) =>
  (await import('./tri/trier')).trierFichiers(files, place)

/** Whether a file is one to be opened (a JSON, a zip) and no pièce, by its bytes. */
async function isToOpen(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, sniffLength).arrayBuffer())
  const nature = sniffNature(head)
  if (nature.formatFichier !== null) return false
  if (nature.kind === 'zip') return true
  return (
    /\.json$/i.test(file.name) || /^[\s\0\ufeffï»¿ÿþ]*[[{]/.test(new TextDecoder('latin1').decode(head.subarray(0, 64)))
  )
}

/** Files dropped anywhere: those of the ASP's cycle are opened, the others find their place among the demandes. */
export async function recevoirFichiers(files: readonly File[], demande: string | null) {
  const open: File[] = []
  const pieces: File[] = []
  for (const file of files) {
    // A file that cannot be read is told by the review sheet.
    const toOpen = await isToOpen(file).catch(() => false)
    ;(toOpen ? open : pieces).push(file)
  }
  if (open.length > 0) await (await import('./ouverture/ouvrir')).ouvrirFichiers(open)
  if (pieces.length > 0) await trierFichiers(pieces, demande === null ? null : { demande, type: null })
}
