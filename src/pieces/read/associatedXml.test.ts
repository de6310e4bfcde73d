import { PDFDocument, PDFName, PDFString, type PDFRef } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readAssociatedXml } from './associatedXml'
import { hasEmbeddedFile } from './embeddedFile'

const name = (text: string) => PDFName.of(text)
const xml = '<?xml version="1.0" encoding="UTF-8"?><rsm:CrossIndustryInvoice>é</rsm:CrossIndustryInvoice>'

async function pdfWith(hold: (pdf: PDFDocument, file: PDFRef) => void, content: string | Uint8Array = xml) {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage()
  page.drawText('Facture')
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const stream = pdf.context.register(pdf.context.flateStream(bytes, { Type: 'EmbeddedFile' }))
  const file = pdf.context.obj({ Type: 'Filespec', F: PDFString.of('factur-x.xml'), EF: { F: stream } })
  hold(pdf, pdf.context.register(file))
  return pdf.save()
}

const inAf = (pdf: PDFDocument, file: PDFRef) => pdf.catalog.set(name('AF'), pdf.context.obj([file]))

test.each<[string, (pdf: PDFDocument, file: PDFRef) => void]>([
  ['/AF of the document', inAf],
  ['/AF of the document, by itself', (pdf, file) => pdf.catalog.set(name('AF'), file)],
  ['/AF of a page', (pdf, file) => pdf.getPage(0).node.set(name('AF'), pdf.context.obj([file]))],
  [
    'a paper clip on a page',
    (pdf, file) =>
      pdf
        .getPage(0)
        .node.set(
          name('Annots'),
          pdf.context.obj([{ Type: 'Annot', Subtype: 'FileAttachment', FS: file, Rect: [0, 0, 9, 9] }]),
        ),
  ],
])('the invoice as XML is found in %s', async (_, hold) => {
  const bytes = await pdfWith(hold)
  expect(hasEmbeddedFile(bytes)).toBe(true)
  expect(await readAssociatedXml(bytes)).toEqual([xml])
})

test('it is found in a PDF that its owner restricts', async () => {
  const pdf = await PDFDocument.load(await pdfWith(inAf))
  pdf.encrypt({ ownerPassword: 'patron', permissions: { printing: false } })
  expect(await readAssociatedXml(await pdf.save())).toEqual([xml])
})

test('the same file behind two holders is read once; what is no XML is left out', async () => {
  const twice = await pdfWith((pdf, file) => {
    inAf(pdf, file)
    pdf.getPage(0).node.set(name('AF'), pdf.context.obj([file]))
  })
  expect(await readAssociatedXml(twice)).toEqual([xml])
  expect(await readAssociatedXml(await pdfWith(inAf, 'just words'))).toEqual([])
})

test('a PDF without any file says so without being opened', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  expect(hasEmbeddedFile(await pdf.save())).toBe(false)
})

test('a file that unpacks without end is let go', async () => {
  expect(await readAssociatedXml(await pdfWith(inAf, new Uint8Array(11_000_000).fill(0x3c)))).toEqual([])
})
