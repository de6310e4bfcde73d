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
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R ${page.includes('/Resources') ? '' : '/Resources <</Font <</F 5 0 R>>>>'} ${page}>> endobj
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

/** Runs of text at their places, the letters of each set apart as `show` writes them. */
const rows = (show: (text: string) => string, texts: readonly (readonly [number, number, string])[]) =>
  texts.map(([x, y, text]) => `BT /F 10 Tf 1 0 0 1 ${x} ${y} Tm ${show(text)} ET\n`).join('')
const chunksOf = (text: string, signs: number) => text.match(new RegExp(`.{1,${signs}}`, 'g')) ?? []

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

  const layers = (content: string) => ({
    content,
    page: '/Resources <</Font <</F 5 0 R>> /Properties <</On 6 0 R /Off 7 0 R>>>>',
    catalog: '/OCProperties <</OCGs [6 0 R 7 0 R] /D <</OFF [7 0 R]>>>>',
    objects: '6 0 obj <</Type /OCG /Name (Actif)>> endobj\n7 0 obj <</Type /OCG /Name (Masque)>> endobj\n',
  })
  test('a layer that is off as the document opens is not read, one that is on is', async () => {
    const marked = (layer: string, text: string, y: number) =>
      `/OC /${layer} BDC ${line(text, `1 0 0 1 100 ${y}`)} EMC\n`
    const content =
      marked('On', 'FINBIO000006', 700) + marked('Off', 'FINBIO000007', 700) + marked('Off', 'FINBIO000008', 600)
    const { pages } = await extract(examplePdf(layers(content)))
    expect(pages[0]?.items.map(({ texte }) => texte)).toEqual(['FINBIO000006'])
  })

  test.each<[string, string, string[], string[]]>([
    ['after it', '1 1 1 rg 90 690 200 30 re f\n', [], ['FINBIO000006']],
    ['beside it', '1 1 1 rg 90 600 200 30 re f\n', ['FINBIO000006'], []],
    ['outside its clip', 'q 0 0 10 10 re W n 1 1 1 rg 90 690 200 30 re f Q\n', ['FINBIO000006'], []],
    ['as lines', '1 1 1 RG 90 690 200 30 re S\n', ['FINBIO000006'], []],
  ])('text is covered by an opaque rectangle painted %s', async (_name, painted, seen, covered) => {
    const { pages } = await extract(examplePdf({ content: line('FINBIO000006') + painted }))
    const texts = (items: readonly { texte: string }[] = []) => items.map(({ texte }) => texte)
    expect([texts(pages[0]?.items), texts(pages[0]?.couverts)]).toEqual([seen, covered])
  })

  test('a rectangle painted before the text, or one that lets it through, covers nothing', async () => {
    const under = '1 1 0 rg 90 690 200 30 re f 0 g\n'
    const glass = '/G gs 1 1 0 rg 90 690 200 30 re f\n'
    const page = '/Resources <</Font <</F 5 0 R>> /ExtGState <</G <</ca 0.4>>>>>>'
    for (const content of [under + line('FINBIO000006'), line('FINBIO000006') + glass]) {
      const { pages } = await extract(examplePdf({ content, page }))
      expect(pages[0]?.items.map(({ texte }) => texte)).toEqual(['FINBIO000006'])
    }
  })

  const note = (subtype: string, text: string, flags = 4, paint = '') => ({
    page: '/Annots [6 0 R]',
    objects:
      `6 0 obj <</Type /Annot /Subtype /${subtype} /Contents (${text}) /DA (/F 12 Tf) /F ${flags} /Rect [90 690 300 720] /AP <</N 7 0 R>> /P 3 0 R>> endobj\n` +
      stream(
        7,
        `${paint} BT /F 12 Tf 1 0 0 1 10 10 Tm (${text}) Tj ET`,
        '/Type /XObject /Subtype /Form /BBox [0 0 210 30] /Resources <</Font <</F 5 0 R>>>>',
      ),
  })
  test.each(['FreeText', 'Stamp'])(
    'what a %s writes on the page is read where it stands, a hidden one is not',
    async (subtype) => {
      const { pages } = await extract(examplePdf(note(subtype, 'FINBIO000006')))
      expect(pages[0]?.items).toMatchObject([{ texte: 'FINBIO000006', note: true, x: 100, y: 88 }])
      const hidden = await extract(examplePdf(note(subtype, 'FINBIO000006', 2)))
      expect(hidden.pages[0]?.items).toEqual([])
    },
  )

  test('a note over an amount is what is seen, and it is not sure', async () => {
    const content =
      line('FACTURE N. 12', '1 0 0 1 100 770') +
      line('Date de facture : 15/03/2023', '1 0 0 1 100 750') +
      line('Total HT', '1 0 0 1 30 700') +
      line('27 450,00', '1 0 0 1 100 700') +
      line('TVA 20 %', '1 0 0 1 30 680') +
      line('5 290,00', '1 0 0 1 100 680') +
      line('Total TTC', '1 0 0 1 30 660') +
      line('31 740,00', '1 0 0 1 100 660')
    const { montantHT, candidatsHT } = readContenu(
      await extract(examplePdf({ content, ...note('FreeText', '26 450,00', 4, '1 1 1 rg 0 0 210 30 re f 0 g') })),
    )
    expect([montantHT?.valeur, montantHT?.sure]).toEqual([26_450_00, false])
    expect(candidatsHT.map(({ valeur }) => valeur)).not.toContain(27_450_00)
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

describe('[guide §1.2 pièces] letters that stand apart are words as the page shows them', () => {
  const texts = [
    [50, 760, 'FACTURE FA-2023-0118'],
    [50, 740, 'Date de facture :'],
    [220, 740, '15 mars 2023'],
    [50, 720, 'Bon de commande du'],
    [260, 720, '02/01/2023'],
    [50, 700, 'Prestation de service'],
    [360, 680, 'Total HT'],
    [500, 680, '15 250,00'],
    [360, 660, 'TVA 20 %'],
    [500, 660, '3 050,00'],
    [360, 640, 'Total TTC'],
    [500, 640, '18 300,00'],
  ] as const
  const styles: Record<string, (gap: number) => (text: string) => string> = {
    'all letters alike': (gap) => (text) => `${gap * 10} Tc (${text}) Tj 0 Tc`,
    'every other letter': (gap) => (text) =>
      `[${chunksOf(text, 2)
        .map((part) => `(${part})`)
        .join(` ${-1000 * gap} `)}] TJ`,
    'every third letter': (gap) => (text) =>
      `[${chunksOf(text, 3)
        .map((part) => `(${part})`)
        .join(` ${-1000 * gap} `)}] TJ`,
    'every fourth letter, without any space drawn': (gap) => (text) =>
      `[${text
        .split(' ')
        .map((word) =>
          chunksOf(word, 4)
            .map((part) => `(${part})`)
            .join(` ${-1000 * gap} `),
        )
        .join(` ${-1000 * gap - 278} `)}] TJ`,
    'without any space drawn': (gap) => (text) =>
      `[${text
        .split(' ')
        .map((word) =>
          chunksOf(word, 1)
            .map((sign) => `(${sign})`)
            .join(` ${-1000 * gap} `),
        )
        .join(` ${-1000 * gap - 278} `)}] TJ`,
  }
  // Four letters apart by more than a blank's width are words to the eye too.
  const gapsOf = (style: string) => (style.includes('fourth') ? [0.05, 0.15, 0.25] : [0.05, 0.15, 0.25, 0.35])
  test.each(Object.keys(styles).flatMap((style) => gapsOf(style).map((gap) => [style, gap] as const)))(
    '%s, %f heights',
    async (style, gap) => {
      const contenu = await extract(examplePdf({ content: rows(styles[style]?.(gap) ?? String, texts) }))
      expect(contenu.pages[0]?.items.map(({ texte }) => texte)).toEqual(texts.map(([, , text]) => text))
      const { dateFacture, montantHT } = readContenu(contenu)
      expect([dateFacture, montantHT]).toMatchObject([
        { valeur: '15/03/2023', sure: true },
        { valeur: 15_250_00, sure: true },
      ])
    },
  )

  test('signs drawn one by one, each with its space, too', async () => {
    const spaced = (text: string) => `(${chunksOf(text, 1).join(' ')}) Tj`
    const { pages } = await extract(examplePdf({ content: rows(spaced, texts) }))
    expect(pages[0]?.items.map(({ texte }) => texte)).toEqual(texts.map(([, , text]) => text))
  })

  test.each(['Helvetica', 'Courier'])(
    'text in %s below titles that are typed with spaces stays as it is',
    async (font) => {
      const titles = ['V É R I F I C A T I O N', 'D E  L A', 'P R E S T A T I O N', 'F A C T U R E'].map(
        (text, rank) => `BT /F 14 Tf 1 0 0 1 50 ${780 - 20 * rank} Tm (${text.replace(/É/g, 'E')}) Tj ET\n`,
      )
      const body = [
        'Facture n : F2023-8455',
        'Date de facture : 05/07/2023',
        'Total HT : 26 500,00',
        'Le soussigne certifie avoir prononce la VA sans reserve',
        ...Array.from({ length: 12 }, (_, rank) => `Site numero ${rank} du laboratoire de biologie`),
      ]
      const content =
        titles.join('') +
        rows(
          (text) => `(${text}) Tj`,
          body.map((text, rank) => [50, 680 - 20 * rank, text] as const),
        )
      const pdf = examplePdf({ content }).replace('/BaseFont /Helvetica', `/BaseFont /${font}`)
      const { pages } = await extract(pdf)
      expect(pages[0]?.items.map(({ texte }) => texte).slice(-body.length)).toEqual(body)
    },
  )
})
