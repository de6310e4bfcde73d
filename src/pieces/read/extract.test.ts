import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { extractContenu } from './extract'
import type { Contenu } from '../../lecture/lecture'
import { readContenu } from '../../lecture/readContenu'

const stream = (number: number, text: string, dictionary = '') =>
  `${number} 0 obj <<${dictionary} /Length ${text.length}>> stream\n${text}\nendstream endobj\n`

/** A PDF of one page of 600 × 800 points, without a cross-reference table: pdf.js finds its objects. */
const examplePdf = ({ content = '', page = '', catalog = '', objects = '' }) => `%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R ${catalog}>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>> ${page}>> endobj
${stream(4, content)}5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
${objects}trailer <</Root 1 0 R>>
%%EOF`

async function extract(pdf: string): Promise<Contenu> {
  const data = Uint8Array.from(pdf, (char) => char.charCodeAt(0))
  const task = getDocument({ data, verbosity: 0 })
  try {
    return await extractContenu(await task.promise)
  } finally {
    await task.destroy()
  }
}

const line = (text: string, matrix = '1 0 0 1 100 700') => `BT /F 12 Tf ${matrix} Tm (${text}) Tj ET\n`

describe('[guide §1.2 pièces] what pdf.js gives of a PDF', () => {
  test('text stands in points from the top left', async () => {
    const { pages, invisible } = await extract(examplePdf({ content: line('FINBIO000006') }))
    expect(pages).toMatchObject([
      { largeur: 600, hauteur: 800, quarts: 0, items: [{ texte: 'FINBIO000006', x: 100, y: 88, hauteur: 12 }] },
    ])
    expect(invisible).toBe(false)
  })

  test.each([
    ['as /Rotate says', { content: line('FINBIO000006'), page: '/Rotate 90' }, 1],
    ['as it is drawn', { content: line('FINBIO000006', '0 1 -1 0 300 100') }, 3],
    ['against /Rotate', { content: line('FINBIO000006', '0 1 -1 0 300 100'), page: '/Rotate 90' }, 0],
  ])('a page that lies on its side is read, %s', async (_name, parts, quarts) => {
    const contenu = await extract(examplePdf(parts))
    expect([contenu.pages[0]?.quarts, readContenu(contenu).numeroASP?.valeur]).toEqual([quarts, 'FINBIO000006'])
  })

  test('a watermark and a note in the margin are left out', async () => {
    const content =
      line('FINBIO000006') + line('DUPLICATA', '0.7 0.7 -0.7 0.7 100 100') + line('marge', '0 1 -1 0 20 20')
    const { pages } = await extract(examplePdf({ content }))
    expect(pages[0]?.items.map(({ texte }) => texte)).toEqual(['FINBIO000006'])
  })

  test('text that is not drawn is told', async () => {
    const content = `q 3 Tr ${line('FINBIO000006')} Q`
    expect((await extract(examplePdf({ content }))).invisible).toBe(true)
  })

  test('form values are read where they stand, hidden ones are not', async () => {
    const field = (number: number, value: string, flags: number, top: number) =>
      `${number} 0 obj <</Type /Annot /Subtype /Widget /FT /Tx /T (c${number}) /V (${value}) /F ${flags} /Rect [200 ${top} 400 ${top + 20}] /P 3 0 R>> endobj\n`
    const contenu = await extract(
      examplePdf({
        content: line('FINESS'),
        page: '/Annots [6 0 R 7 0 R]',
        catalog: '/AcroForm <</Fields [6 0 R 7 0 R]>>',
        objects: field(6, '990001018', 4, 694) + field(7, 'secret', 2, 600),
      }),
    )
    expect([contenu.champs, readContenu(contenu).finess.map(({ valeur }) => valeur)]).toEqual([
      ['990001018'],
      ['990001018'],
    ])
  })

  test('XML attachments are read whichever comes first', async () => {
    const file = (number: number, name: string) =>
      `${number} 0 obj <</Type /Filespec /F (${name}) /UF (${name}) /EF <</F ${number + 1} 0 R>>>> endobj\n`
    const { xml } = await extract(
      examplePdf({
        catalog: '/Names <</EmbeddedFiles <</Names [(a.txt) 6 0 R (b.xml) 8 0 R]>>>>',
        objects:
          file(6, 'a.txt') +
          stream(7, 'notes', '/Type /EmbeddedFile') +
          file(8, 'b.xml') +
          stream(9, '<a/>', '/Type /EmbeddedFile'),
      }),
    )
    expect(xml).toEqual(['<a/>'])
  })
})
