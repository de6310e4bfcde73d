import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { retenir, type FichierJoint } from '../deplier/deplier'

/** What a PDF is whose pages are not the document itself. `xfa`: a form that Acrobat alone draws. */
export type PdfSansPages = { etat: 'xfa' } | { etat: 'porteDocuments'; fichiers: FichierJoint[] }

// What Adobe's tools put on the only page of such a form, in the languages met here; the second kind is weaker.
const attente = /please wait|veuillez patienter|veuillez attendre|bitte warten|espere,? por favor/i
const visionneuse = /adobe reader|acrobat|pdf viewer|lecteur pdf|visualiseur|visionneuse/i
const maxPages = 2

/** Whether the PDF is but a form of Adobe's (XFA), or a portfolio whose files are the documents; null for all others. */
export async function findPdfSansPages(pdf: PDFDocumentProxy): Promise<PdfSansPages | null> {
  const info = (await pdf.getMetadata()).info as {
    IsXFAPresent?: unknown
    IsAcroFormPresent?: unknown
    IsCollectionPresent?: unknown
  }
  if (info.IsXFAPresent === true && (await isShell(pdf, info.IsAcroFormPresent === true))) return { etat: 'xfa' }
  if (info.IsCollectionPresent !== true) return null
  const attachments: unknown = await pdf.getAttachments()
  const fichiers = retenir(Object.values(attachments ?? {}).flatMap(toFichier), 'document')
  // An invoice with its XML may be shown as a collection too: then its pages are the document.
  const documents = fichiers.filter(({ nom }) => !/\.xml$/i.test(nom))
  return documents.length > 0 && documents.length === fichiers.length ? { etat: 'porteDocuments', fichiers } : null
}

function toFichier(attachment: unknown) {
  const { filename, content } = attachment as Record<string, unknown>
  return content instanceof Uint8Array
    ? [{ nom: typeof filename === 'string' ? filename : null, octets: content, decor: false }]
    : []
}

/** A page that only asks to wait for the form. One with fields of the common kind is shown by every reader. */
async function isShell(pdf: PDFDocumentProxy, hasFields: boolean): Promise<boolean> {
  if (pdf.numPages > maxPages) return false
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const text = items.map((item) => ('str' in item ? item.str : '')).join(' ')
  return attente.test(text) || (!hasFields && (visionneuse.test(text) || text.trim() === ''))
}
