import type { FormatFichier } from '../../format/profil'
import { copyPages } from '../pdf/copyPages'
import { ChampIndessinable } from '../pdf/champIndessinable'
import { createPdf, findLosses, fontLoader, openObjects, settlePages, writePdf, type Perte } from '../pdf/pdfObjects'
import { addPicture } from '../pdf/addPicture'
import { openPdf } from '../pdf/pdf'
import { bornesJonction } from './joinBornes'

export type { Perte } from '../pdf/pdfObjects'

export interface DemandeJonction {
  documents: readonly { octets: Blob; formatFichier: FormatFichier }[]
  /** URL of the folder of pdf.js' own files, with its final slash. */
  base: string
}

/** Why documents cannot be joined; `document` is the rank (from 0) of the one to blame, if one is. */
export interface EchecJonction {
  ok: false
  raison: 'xml' | 'motDePasse' | 'illisible' | 'tropGrand' | 'tropDePages' | 'tropLourd' | 'champs'
  document: number | null
}
export type Jonction = { ok: true; octets: Blob; pages: number; pertes: Perte[] } | EchecJonction

/** Joins documents into one PDF in their order. The same documents give the same bytes. */
export async function joindre(
  { documents, base }: DemandeJonction,
  onProgress: (share: number) => void,
): Promise<Jonction> {
  if (documents.reduce((sum, { octets }) => sum + octets.size, 0) > bornesJonction.octets)
    return fail('tropLourd', null)
  const pdf = await createPdf()
  const pertes = new Set<Perte>()
  for (const [rank, document] of documents.entries()) {
    const added = await addDocument(pdf, document, base)
    if (typeof added === 'string') return fail(added, rank)
    added.forEach((perte) => pertes.add(perte))
    if (pdf.getPageCount() > bornesJonction.pages) return fail('tropDePages', rank)
    onProgress((rank + 1) / (documents.length + 1))
  }
  const pages = pdf.getPageCount()
  const bytes = await writePdf(pdf)
  const octets = new Blob([bytes.slice()], { type: 'application/pdf' })
  // What was written is read back by the library that was not its writer.
  if (pages === 0 || (await countPages(bytes, base)) !== pages) return fail('illisible', null)
  return { ok: true, octets, pages, pertes: [...pertes] }
}

const fail = (raison: EchecJonction['raison'], document: number | null): EchecJonction => ({
  ok: false,
  raison,
  document,
})

async function addDocument(
  pdf: Awaited<ReturnType<typeof createPdf>>,
  { octets, formatFichier }: DemandeJonction['documents'][number],
  base: string,
): Promise<Perte[] | EchecJonction['raison']> {
  if (formatFichier === 'XML') return 'xml'
  if (formatFichier !== 'PDF') return (await addPicture(pdf, octets, formatFichier)) ?? []
  const source = await openObjects(new Uint8Array(await octets.arrayBuffer()))
  if (typeof source === 'string') return source
  if (source.getPageCount() > bornesJonction.pages) return 'tropDePages'
  try {
    const pertes = findLosses(source)
    await settlePages(source, fontLoader(base))
    for (const page of await copyPages(source, pdf)) pdf.addPage(page)
    return pertes
  } catch (error) {
    // A PDF that opens may still be broken inside.
    return error instanceof ChampIndessinable ? 'champs' : 'illisible'
  }
}

async function countPages(bytes: Uint8Array, base: string): Promise<number | null> {
  try {
    const opened = await openPdf(bytes, { base })
    const { numPages } = opened
    await opened.loadingTask.destroy()
    return numPages
  } catch {
    return null
  }
}
