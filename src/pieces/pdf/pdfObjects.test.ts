import { AFRelationship, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { copyPages } from './copyPages'
import { createPdf, findLosses, openObjects, settlePages, writePdf } from './pdfObjects'

type Prepare = (pdf: PDFDocument) => void | Promise<void>

async function pdfWith(prepare: Prepare = () => undefined): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.addPage([300, 200])
  await prepare(pdf)
  return pdf.save()
}

async function open(bytes: Uint8Array): Promise<PDFDocument> {
  const pdf = await openObjects(bytes)
  if (typeof pdf === 'string') throw new Error(pdf)
  return pdf
}

async function join(...documents: Uint8Array[]): Promise<Uint8Array> {
  const target = await createPdf()
  for (const bytes of documents) {
    const source = await open(bytes)
    await settlePages(source, () => Promise.reject(new Error('No font was to be fetched')))
    for (const page of await copyPages(source, target)) target.addPage(page)
  }
  return writePdf(target)
}

const attach =
  (fileName: string): Prepare =>
  (pdf) =>
    pdf.attach(Uint8Array.of(1), fileName, { afRelationship: AFRelationship.Alternative })

const withField: Prepare = (pdf) => {
  const field = pdf.getForm().createTextField('montant')
  field.setText('27 450,00')
  field.addToPage(pdf.getPage(0))
}

const annotate =
  (annotation: Record<string, string | Record<string, string>>): Prepare =>
  (pdf) => {
    const page = pdf.getPage(0)
    const dict = pdf.context.obj({ Type: 'Annot', Subtype: 'Link', ...annotation })
    dict.set(PDFName.of('P'), page.ref)
    page.node.set(PDFName.of('Annots'), pdf.context.obj([dict]))
  }

describe('opening', () => {
  test('restrictions of its owner leave it readable, a password of its own does not', async () => {
    const restricted = await pdfWith((pdf) =>
      pdf.encrypt({ ownerPassword: 'patron', permissions: { printing: false } }),
    )
    const locked = await pdfWith((pdf) => pdf.encrypt({ userPassword: 'secret', ownerPassword: 'patron' }))
    expect((await open(restricted)).getPageCount()).toBe(1)
    expect(await openObjects(locked)).toBe('motDePasse')
  })

  test('bytes that are no PDF are «illisible»', async () => {
    expect(await openObjects(new TextEncoder().encode('%PDF-1.4\nnothing'))).toBe('illisible')
  })
})

describe('what joining loses is named', () => {
  const sign: Prepare = (pdf) => void pdf.context.register(pdf.context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3] }))

  test.each<[string, Prepare, string[]]>([
    ['nothing', () => undefined, []],
    ['an electronic signature', sign, ['signature']],
    ['a Factur-X', attach('factur-x.xml'), ['factureX']],
    ['a ZUGFeRD', attach('ZUGFeRD-invoice.xml'), ['factureX']],
    ['another attached file', attach('bon.pdf'), ['piecesJointes']],
    ['a form', withField, ['formulaire']],
  ])('%s', async (_what, prepare, pertes) => {
    expect(findLosses(await open(await pdfWith(prepare)))).toEqual(pertes)
  })
})

describe('joining', () => {
  test('keeps order, size and rotation of pages', async () => {
    const turned = await pdfWith((pdf) => {
      const page = pdf.getPage(0)
      page.setSize(500, 400)
      page.node.set(PDFName.of('Rotate'), pdf.context.obj(90))
    })
    const joined = await open(await join(await pdfWith(), turned))
    expect(joined.getPages().map((page) => [page.getWidth(), page.getRotation().angle])).toEqual([
      [300, 0],
      [500, 90],
    ])
  })

  test('the same documents give the same bytes', async () => {
    const documents = [await pdfWith(withField), await pdfWith(attach('bon.pdf'))]
    expect(await join(...documents)).toEqual(await join(...documents))
  })

  test('fields stay to be seen and are no fields any more', async () => {
    const joined = await open(await join(await pdfWith(withField)))
    const annotation = joined.getPage(0).node.Annots()?.lookup(0)?.toString() ?? ''
    expect(annotation).toMatch(/\/Subtype \/Stamp/)
    expect(annotation).toMatch(/\/AP /)
    expect(annotation).not.toMatch(/\/FT|\/Parent|\/P /)
  })

  test.each([
    ['an address on the web', { A: { S: 'URI' } }, true],
    ['a script', { A: { S: 'JavaScript' } }, false],
    ['a program', { A: { S: 'Launch' } }, false],
    ['an action on passing over it', { AA: { S: 'Launch' } }, false],
  ])('a link to %s', async (_what, annotation, kept) => {
    const joined = await open(await join(await pdfWith(annotate(annotation))))
    expect(/\/AA? /.test(joined.getPage(0).node.Annots()?.lookup(0)?.toString() ?? '')).toBe(kept)
  })
})
