import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  decodePDFRawStream,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'
import { openObjects } from '../pdf/pdfObjects'
import { decodeXml } from './decodeXml'

const limites = { xml: 10_000_000, fichiers: 20 }
const name = (text: string) => PDFName.of(text)

/**
 * XML that a PDF holds without listing it among its attachments: in `/AF` of the document or of a page (ISO 32000-2
 * §14.13), or behind a paper clip on a page. None when the PDF does not open.
 */
export async function readAssociatedXml(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openObjects(bytes)
  if (typeof pdf === 'string') return []
  const files = new Set(fileSpecs(pdf).slice(0, limites.fichiers))
  return [...files].flatMap((file) => {
    const text = readFile(file)
    return text !== null && /^\s*</.test(text) ? [text] : []
  })
}

function fileSpecs(pdf: PDFDocument): PDFDict[] {
  const pages = pdf.getPages().map(({ node }) => node)
  const clips = pages
    .flatMap((page) => dictsOf(page.lookup(name('Annots'))))
    .filter((annotation) => annotation.lookup(name('Subtype')) === name('FileAttachment'))
    .flatMap((annotation) => dictsOf(annotation.lookup(name('FS'))))
  return [pdf.catalog, ...pages].flatMap((holder) => dictsOf(holder.lookup(name('AF')))).concat(clips)
}

/** One dictionary or a list of them. */
function dictsOf(object: PDFObject | undefined): PDFDict[] {
  if (object instanceof PDFDict) return [object]
  if (!(object instanceof PDFArray)) return []
  return object.asArray().flatMap((_, rank) => {
    const item = object.lookup(rank)
    return item instanceof PDFDict ? [item] : []
  })
}

function readFile(file: PDFDict): string | null {
  const streams = file.lookup(name('EF'))
  if (!(streams instanceof PDFDict)) return null
  const stream = streams.lookup(name('UF')) ?? streams.lookup(name('F'))
  if (!(stream instanceof PDFRawStream)) return null
  // The library unpacks bit by bit: what would not end is let go.
  const bytes = decodePDFRawStream(stream).getBytes(limites.xml)
  return bytes.length === limites.xml ? null : decodeXml(Uint8Array.from(bytes))
}
