import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Lecture } from '../../lecture/lecture'
import { bytesOf, type Document } from '../document'
import { isBlank } from '../image/blank'
import { drawImage } from '../image/drawImage'

const findAssociatedXml = async (octets: Blob): Promise<string[]> =>
  (await import('./associatedXml')).readAssociatedXml(await bytesOf(octets))

/** Pixels across of a page that is only looked at for whether anything stands on it; and pages looked at, at the most. */
const [glance, glances] = [300, 10]

const isBlankCanvas = (canvas: OffscreenCanvas) => {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return pixels !== undefined && isBlank(pixels)
}

/** Whether nothing stands on any of its pages; of more than ten that is not said. */
async function isBlankPdf(pdf: PDFDocumentProxy): Promise<boolean> {
  if (pdf.numPages > glances) return false
  const { drawPage } = await import('../pdf/pdf')
  for (let page = 1; page <= pdf.numPages; page++)
    if (!isBlankCanvas(await drawPage(pdf, page, 1.5 * glance, 1))) return false
  return true
}

/** What a picture says without being recognised: that nothing stands on it; else null. */
async function readPicture(octets: Blob, formatFichier: 'PNG' | 'JPG'): Promise<Lecture | null> {
  const canvas = await drawImage(octets, formatFichier, glance)
  if (!canvas || !isBlankCanvas(canvas)) return null
  const { rien } = await import('../../lecture/readTexte')
  return { ...rien, blanche: true }
}

/** What a document says of itself; null for a picture on which something stands: it says nothing without being recognised. */
export async function lire({ octets, formatFichier, base }: Document): Promise<Lecture | null> {
  if (formatFichier !== 'PDF' && formatFichier !== 'XML') return readPicture(octets, formatFichier)
  const { readContenu } = await import('../../lecture/readContenu')
  if (formatFichier === 'XML') {
    const { decodeXml } = await import('./decodeXml')
    const text = decodeXml(await bytesOf(octets))
    return text === null ? null : readContenu({ pages: [], champs: [], xml: [text], invisible: false })
  }
  const [{ openPdf }, { extractContenu }, { hasEmbeddedFile }] = await Promise.all([
    import('../pdf/pdf'),
    import('./extract'),
    import('./embeddedFile'),
  ])
  const bytes = await bytesOf(octets)
  // Looked for before pdf.js empties them: read again they are for a few documents only.
  const embeds = hasEmbeddedFile(bytes)
  const pdf = await openPdf(bytes, { base })
  try {
    const contenu = await extractContenu(pdf)
    if (contenu.xml.length > 0) return readContenu(contenu)
    const lecture = readContenu({ ...contenu, xml: embeds ? await findAssociatedXml(octets) : [] })
    const isBare = !lecture.texteLisible && contenu.pages.every(({ items }) => items.length === 0)
    return isBare && (await isBlankPdf(pdf)) ? { ...lecture, blanche: true } : lecture
  } finally {
    await pdf.loadingTask.destroy()
  }
}
