import { readFile } from 'node:fs/promises'
import { PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, type PDFTextField } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { ChampIndessinable } from './champIndessinable'
import { copyPages } from './copyPages'
import { createPdf, openObjects, settlePages, writePdf } from './pdfObjects'

const fontUrl = new URL('../../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', import.meta.url)
const loadFont = async () => new Uint8Array(await readFile(fontUrl))
const noFont = () => Promise.reject(new Error('No font was to be fetched'))
const name = (text: string) => PDFName.of(text)

type Prepare = (pdf: PDFDocument) => void

async function pdfWith(prepare: Prepare): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.addPage([300, 200])
  prepare(pdf)
  return pdf.save({ updateFieldAppearances: false })
}

/** A field as other software leaves it: a value, no look of its own. */
function bare(field: PDFTextField, pdf: PDFDocument, value: string) {
  field.addToPage(pdf.getPage(0), { x: 10, y: 100, width: 280, height: 20 })
  for (const widget of field.acroField.getWidgets()) widget.dict.delete(name('AP'))
  field.acroField.dict.set(name('V'), PDFHexString.fromText(value))
}

const withText =
  (value: string): Prepare =>
  (pdf) =>
    bare(pdf.getForm().createTextField('nom'), pdf, value)

const outOfDate = (pdf: PDFDocument) => pdf.getForm().acroForm.dict.set(name('NeedAppearances'), PDFBool.True)

async function join(bytes: Uint8Array, font = loadFont): Promise<Uint8Array> {
  const source = await openObjects(bytes)
  if (typeof source === 'string') throw new Error(source)
  const target = await createPdf()
  await settlePages(source, font)
  for (const page of await copyPages(source, target)) target.addPage(page)
  return writePdf(target)
}

/** What another library reads in the stamps that fields have become: their looks laid out as a page. */
async function readStamps(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes)
  const page = pdf.getPage(0)
  const stamp = page.node.Annots()?.lookup(0, PDFDict)
  const look = stamp?.lookup(name('AP'), PDFDict).lookup(name('N'))
  if (!look) throw new Error('Nothing to see')
  page.node.set(name('Resources'), pdf.context.obj({ XObject: { Look: pdf.context.register(look) } }))
  page.node.set(name('Contents'), pdf.context.register(pdf.context.stream('/Look Do')))
  page.node.delete(name('Annots'))
  const opened = await getDocument({ data: await pdf.save(), verbosity: 0 }).promise
  const { items } = await (await opened.getPage(1)).getTextContent()
  await opened.loadingTask.destroy()
  return items.map((item) => ('str' in item ? item.str : '')).join('')
}

describe('what is filled in a form stays to be read once it is joined', () => {
  test.each(['Dr Lucie Dupré', 'Dr Łucja Żak', 'Ștefan Țîrcă', 'Αθήνα', 'Жуков', 'Žižek ≤ 5'])(
    '«%s»',
    async (value) => {
      expect(await readStamps(await join(await pdfWith(withText(value))))).toBe(value)
    },
  )

  test('any letters of Europe, none as «?»', async () => {
    const letters = Array.from('éèàçœŒÿÀÉ ŁłŻżĄąĘęŐőŰűČčŠšŽžĐđŢţȘșĞğİı αβγΩ Жжя')
    const values = fc
      .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 })
      .map((text) => text.trim())
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        fc.pre(value !== '')
        const read = await readStamps(await join(await pdfWith(withText(value))))
        expect(read.replace(/\s+/g, ' ')).toBe(value.replace(/\s+/g, ' '))
      }),
      { numRuns: 8 },
    )
  })

  test('no font is fetched for what PDF’s own has, spaces of all kinds and apart accents too', async () => {
    const value = '27\u202f450,00\u00a0€ re\u0301gle\u0301\u200b'
    expect(await readStamps(await join(await pdfWith(withText(value)), noFont))).toBe('27 450,00 € réglé')
  })

  test.each(['שלום', '中文', 'x\u0302 Ł', '☃'])('«%s», which no font here draws rightly, is refused', async (value) => {
    await expect(join(await pdfWith(withText(value)))).rejects.toThrow(ChampIndessinable)
  })
})

describe('a form that says its looks are out of date (NeedAppearances)', () => {
  const stale: Prepare = (pdf) => {
    const field = pdf.getForm().createTextField('nom')
    field.setText('Dr Lucja Zak')
    field.addToPage(pdf.getPage(0), { width: 280, height: 20 })
    field.acroField.dict.set(name('V'), PDFHexString.fromText('Dr Lucie Dupre'))
  }

  test('shows its values, not its looks', async () => {
    const bytes = await pdfWith((pdf) => (stale(pdf), outOfDate(pdf)))
    expect(await readStamps(await join(bytes))).toBe('Dr Lucie Dupre')
  })

  test('one that does not say so shows its looks, as readers do', async () => {
    expect(await readStamps(await join(await pdfWith(stale)))).toBe('Dr Lucja Zak')
  })

  test('ticks the boxes that the value names', async () => {
    const bytes = await pdfWith((pdf) => {
      const box = pdf.getForm().createCheckBox('accord')
      box.addToPage(pdf.getPage(0), { width: 20, height: 20 })
      box.acroField.dict.set(name('V'), box.acroField.getWidgets()[0]?.getOnValue() ?? name('Yes'))
      outOfDate(pdf)
    })
    const joined = await PDFDocument.load(await join(bytes))
    expect(joined.getPage(0).node.Annots()?.lookup(0)?.toString()).toMatch(/\/AS \/(?!Off)/)
  })
})

test('a choice shows its text, not the code that stands for it', async () => {
  const bytes = await pdfWith((pdf) => {
    const field = pdf.getForm().createDropdown('labo')
    field.addToPage(pdf.getPage(0), { width: 280, height: 20 })
    for (const widget of field.acroField.getWidgets()) widget.dict.delete(name('AP'))
    const option = pdf.context.obj([PDFHexString.fromText('L7'), PDFHexString.fromText('Łódź')])
    field.acroField.dict.set(name('Opt'), pdf.context.obj([option]))
    field.acroField.dict.set(name('V'), PDFHexString.fromText('L7'))
  })
  expect(await readStamps(await join(bytes))).toBe('Łódź')
})

test('a filled field that no form lists is refused, not dropped', async () => {
  const bytes = await pdfWith((pdf) => {
    withText('Dr Dupré')(pdf)
    pdf.getForm().acroForm.dict.set(name('Fields'), pdf.context.obj([]))
  })
  await expect(join(bytes)).rejects.toThrow(ChampIndessinable)
})

test('more signs than a field has cells are refused, not cut', async () => {
  const bytes = await pdfWith((pdf) => {
    const field = pdf.getForm().createTextField('code')
    field.setMaxLength(3)
    field.enableCombing()
    bare(field, pdf, '123456')
  })
  await expect(join(bytes)).rejects.toThrow(ChampIndessinable)
})
