import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Cellule } from '../../tableau/feuille'
import { bornesClasseur } from './archive'
import { readClasseur } from './readClasseur'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`

/** A workbook of one sheet with these rows of XML; parts may be replaced. */
function xlsx(
  sheet: string,
  { workbook = '', textes = '', styles = '', sheets = '<x:sheet name="Feuil1" sheetId="1" r:id="r1"/>' } = {},
) {
  const parts: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${packageRelations}">${relation('r0', 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${office}">${workbook}<x:sheets>${sheets}</x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${textes}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  }
  return zip(parts)
}

const zip = (parts: Record<string, string>) =>
  new Uint8Array(zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]))))

const ods = (table: string) =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><o:body><o:spreadsheet>${table}</o:spreadsheet></o:body></o:document-content>`,
  })

async function lire(bytes: Uint8Array<ArrayBuffer> | string) {
  const lu = await readClasseur('a', new Blob([bytes]))
  if (!lu.ok) throw new Error(lu.message.faute)
  return lu.feuilles
}
const show = ({ texte, genre, formule, fusionnee }: Cellule) =>
  `${texte}${genre === 'texte' ? '' : `:${genre}`}${formule ? '=' : ''}${fusionnee ? '^' : ''}`
const shown = async (bytes: Uint8Array<ArrayBuffer> | string) =>
  (await lire(bytes)).flatMap(({ lignes }) =>
    lignes.map(({ numero, masquee, cellules }) => `${numero}${masquee ? '*' : ''}|${cellules.map(show).join('|')}`),
  )
const refus = async (bytes: Uint8Array<ArrayBuffer> | string) => {
  const lu = await readClasseur('a', new Blob([bytes]))
  return lu.ok ? null : lu.message.faute
}

test('[format §6] XLSX: texts, numbers, days, answers, errors and formulas are told apart', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]d&quot; de &quot;mmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00\\ &quot;dy&quot;[Red]"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
  const textes =
    '<si><t>Labo</t></si><si><r><t>d&apos;</t></r><r><t xml:space="preserve">Été </t></r><rPh><t>x</t></rPh></si>'
  const sheet = `<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>27450.000000000004</v></c></row>
    <row r="3" hidden="1"><c r="A3" s="1"><v>44999</v></c><c s="2"><v>44999.5</v></c><c s="3"><v>44999</v></c></row>
    <row r="4"><c r="A4" t="b"><v>1</v></c><c r="B4" t="e"><v>#N/A</v></c><c r="C4"><f>A1*2</f><v>12</v></c><c r="D4"><f>A1</f></c><c r="E4" t="str"><f>""</f><v></v></c></row>
    <row><c t="inlineStr"><is><t>'00001</t></is></c><c t="d"><v>2023-03-15T00:00:00</v></c><c t="s"><v>99</v></c><c t="inlineStr"><is><t>a_x000D_b</t></is></c></row>`
  expect(await shown(xlsx(sheet, { textes, styles }))).toEqual([
    "2|d'Été||27450:nombre",
    '3*|14/03/2023:jour|14/03/2023:jour|44999:nombre',
    '4|oui:booleen|#N/A:erreur|12:nombre=|:erreur=',
    '5|00001|15/03/2023:jour||a\nb',
  ])
})

test('[format §6] XLSX: days counted from 1904', async () => {
  const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
  expect(
    await shown(xlsx('<row><c><v>43537</v></c></row>', { styles, workbook: '<x:workbookPr date1904="1"/>' })),
  ).toEqual(['1|14/03/2023:jour'])
})

test('[format §6] XLSX: a merged value stands in each of its cells, and only where a row holds something', async () => {
  const bytes = xlsx(
    '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>2</v></c></row><row r="2"><c r="C2"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B3"/></mergeCells><sheetData>',
  )
  expect(await shown(bytes)).toEqual(['1|1:nombre|1:nombre^|2:nombre', '2|1:nombre^|1:nombre^|3:nombre'])
})

test('[format §6] XLSX: parts whose paths are written as Windows does are found', async () => {
  const parts = unzipSync(xlsx('<row><c><v>1</v></c></row>'))
  const windows = Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path.replaceAll('/', '\\'), bytes]))
  expect(await shown(new Uint8Array(zipSync(windows)))).toEqual(['1|1:nombre'])
})

test('[format §6] an OpenDocument spreadsheet under a password is refused as such', async () => {
  const manifest =
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
  for (const part of ['content.xml', 'encrypted-package'])
    expect(await refus(zip({ [part]: '\u0001\u0002', 'META-INF/manifest.xml': manifest }))).toContain('mot de passe')
})

test('[format §6] XLSX and ODS: hidden columns are named', async () => {
  const columns =
    '</sheetData><cols><col min="1" max="1"/><col min="2" max="3" hidden="1"/><col min="200" max="16384" hidden="true"/></cols><sheetData>'
  const [excel] = await lire(xlsx(`${columns}<row><c><v>1</v></c></row>`))
  expect(excel?.colonnesMasquees).toEqual([1, 2, 199])
  const cell =
    '<table:table-row><table:table-cell o:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>'
  const [libre] = await lire(
    ods(
      `<table:table><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:visibility="filter" table:number-columns-repeated="2"/>${cell}</table:table>`,
    ),
  )
  expect(libre?.colonnesMasquees).toEqual([2, 3, 4])
})

test('[format §6] ODS: sheets that their style hides are left out, and named; a workbook of nothing else says so', async () => {
  const cell =
    '<table:table-row><table:table-cell o:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row>'
  const styles =
    '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
  const sheets = (...names: [nom: string, style: string][]) =>
    new Blob([
      zip({
        'content.xml': `<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">${styles}${names.map(([nom, style]) => `<table:table table:name="${nom}" table:style-name="${style}">${cell}</table:table>`).join('')}</o:document-content>`,
      }),
    ])
  const lu = await readClasseur('a', sheets(['A', 'ta1'], ['B', 'ta2'], ['C', 'ta1']))
  expect(lu.ok && [lu.feuilles.map(({ nom }) => nom), lu.masquees]).toEqual([['A', 'C'], ['B']])
  const none = await readClasseur('a', sheets(['Liste', 'ta2']))
  expect(!none.ok && none.message.faute).toContain('Masquées dans le tableur, et pas lues : « Liste »')
})

test('[format §6] XLSX: bare numbers of a workbook that counts from 1904 keep what makes usual day numbers of them', async () => {
  const [feuille] = await lire(xlsx('<row><c><v>43537</v></c></row>', { workbook: '<x:workbookPr date1904="1"/>' }))
  expect(feuille?.lignes[0]?.cellules[0]).toMatchObject({ texte: '43537', genre: 'nombre', decalage: 1462 })
})

test('[format §6] a text whose titles stand below a page of words is parted as they are', async () => {
  const page = Array.from({ length: 60 }, (_, rang) => `Remarque ${rang}, à lire`)
  const [feuille] = await lire([...page, 'N° éditeur;Dossier ASP;FINESS', '00001;FINBIO000001;990001018'].join('\n'))
  expect(feuille?.lignes.at(-1)?.cellules).toHaveLength(3)
})

test('[format §6] XLSX: hidden tabs and charts are left out', async () => {
  const sheets =
    '<x:sheet name="A" r:id="r1"/><x:sheet name="B" r:id="r1" state="hidden"/><x:sheet name="C" r:id="r3"/>'
  const lu = await readClasseur('a', new Blob([xlsx('<row><c><v>1</v></c></row>', { sheets })]))
  expect(lu.ok && [lu.feuilles.map(({ nom }) => nom), lu.masquees]).toEqual([['A'], ['B']])
})

test('[format §6] ODS: texts in pieces, numbers, days, answers, errors, formulas, repeats, merges and notes', async () => {
  const cell = (attributes: string, text = '') => `<table:table-cell ${attributes}>${text}</table:table-cell>`
  const bytes = ods(`<table:table table:name="Feuille1">
    <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
    <table:table-row>${cell('o:value-type="string"', '<text:p>Labo <text:span>des</text:span><text:s text:c="2"/>Pins</text:p><text:p>Lyon</text:p><o:annotation><text:p>note</text:p></o:annotation>')}${cell('o:value-type="currency" o:value="27450.5"', '<text:p>27 450,50 €</text:p>')}${cell('o:value-type="date" o:date-value="2023-03-15T00:00:00"', '<text:p>15 mars</text:p>')}${cell('o:value-type="boolean" o:boolean-value="true"', '<text:p>VRAI</text:p>')}</table:table-row>
    <table:table-row table:visibility="filter" table:number-rows-repeated="2">${cell('table:formula="of:=1" o:value-type="float" o:value="2" table:number-columns-repeated="2"', '<text:p>2</text:p>')}${cell('table:formula="of:=x" o:value-type="string" calcext:value-type="error"', '<text:p>#NOM ?</text:p>')}</table:table-row>
    <table:table-row>${cell('o:value-type="string" table:number-rows-spanned="2"', '<text:p>a</text:p>')}${cell('o:value-type="string"', '<text:p>b</text:p>')}</table:table-row>
    <table:table-row><table:covered-table-cell/>${cell('o:value-type="string"', '<text:p>c</text:p>')}</table:table-row>
    <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
  </table:table>`)
  expect(await shown(bytes)).toEqual([
    '3|Labo des  Pins\nLyon|27450,5:nombre|15/03/2023:jour|oui:booleen',
    '4*|2:nombre=|2:nombre=|#NOM ?:erreur=',
    '5*|2:nombre=|2:nombre=|#NOM ?:erreur=',
    '6|a|b',
    '7|a^|c',
  ])
})

test.each([
  [';', 'N° éditeur;Dossier ASP;Montant HT;FINESS\n1;FINBIO000001;8 000,50;"990001018;990001026"'],
  [',', 'N° éditeur,Dossier ASP,Montant HT,FINESS\r\n1,FINBIO000001,"8 000,50","990001018;990001026"'],
  ['\t', 'N° éditeur\tDossier ASP\tMontant HT\tFINESS\n1\tFINBIO000001\t8 000,50\t990001018;990001026\n'],
  ['|', 'sep=|\nN° éditeur|Dossier ASP|Montant HT|FINESS\n1|FINBIO000001|8 000,50|990001018;990001026'],
  [
    '; declared in quotes',
    '"sep=;"\r\nN° éditeur;Dossier ASP;Montant HT;FINESS\n1;FINBIO000001;8 000,50;"990001018;990001026"',
  ],
  [
    ', after a line of words',
    'Suivi; liste; 2023\nN° éditeur,Dossier ASP,Montant HT,FINESS\n1,FINBIO000001,"8 000,50",990001018;990001026',
  ],
])('[format §6] a text parted by %j is read into its cells', async (_, texte) => {
  const [feuille] = await lire(texte)
  expect(feuille?.lignes.at(-1)?.cellules.map((cell) => cell.texte)).toEqual(
    expect.arrayContaining(['1', 'FINBIO000001', '8 000,50', '990001018;990001026']),
  )
})

test.each([
  [
    'under titles',
    'N° éditeur,Dossier ASP,FINESS,Montant HT\n00001,FINBIO000001,990001018,"8000,50"\n00002,FINBIO000002,990002018,8000,50\n00003,FINBIO000003,990003018,8000,,',
  ],
  [
    'without titles',
    '00000,FINBIO000000,8000\n00001,FINBIO000001,8000\n00002,FINBIO000002,8000,50\n00003,FINBIO000003,8000',
  ],
])('[format §6] %s, the row that a comma parted once too often is marked', async (_, texte) => {
  const [feuille] = await lire(texte)
  expect(feuille?.lignes.map(({ decalee }) => decalee === true)).toEqual([false, false, true, false])
})

test('[format §6] a spreadsheet’s notes beside the table are in no row too much', async () => {
  const [feuille] = await lire(
    'N° éditeur;Dossier ASP;FINESS;\n00001;FINBIO000001;990001018;\n00002;FINBIO000002;990002018;rappeler',
  )
  expect(feuille?.lignes.some(({ decalee }) => decalee)).toBe(false)
})

test.each(['\u001a', '\0\0\0'])('[format §6] a text with %j behind its end is read', async (end) => {
  expect(await shown(`N° éditeur;FINESS\r\n00001;990001018\r\n${end}`)).toEqual([
    '1|N° éditeur|FINESS',
    '2|00001|990001018',
  ])
})

test('[format §6] rows without titles are parted as most of them are', async () => {
  const [feuille] = await lire('00001;FINBIO000001;27 450,00\n00002;FINBIO000002;9 137,50')
  expect(feuille?.lignes.map(({ cellules }) => cellules.length)).toEqual([3, 3])
})

test.each([
  ['an old workbook', '\u00d0', 'ancien format'],
  ['a locked workbook', '\u00d1', 'mot de passe'],
  ['an empty file', '', 'vide'],
  ['blank cells alone', ' ; ;\n;;', 'vide'],
  ['a PDF', '%PDF-1.7 abc', 'pas un tableau'],
  ['a page', '<html><table>', 'page web'],
  ['a page behind a comment', '<!-- export -->\n<div><table><tr><td>FINESS', 'page web'],
  ['a page in XML', '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html><body>', 'page web'],
  [
    'a workbook of 2003 in XML',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n<ss:Workbook xmlns:ss="urn:x">',
    'Excel 2003 en XML',
  ],
  ['a page without a head', '\ufeff\n<table border="1"><tr><td>FINESS', 'page web'],
  ['SYLK', 'ID;PWXL;N;E\r\nC;Y1;X1;K"FINESS"', 'pas un tableau'],
  ['DIF', 'TABLE\r\n0,1\r\n"EXCEL"', 'pas un tableau'],
  [
    'a table of one demande a column',
    'N° éditeur;00001;00002\nDossier ASP;FINBIO000001;FINBIO000002\nMontant HT;8000;9000',
    'titres dans la première colonne',
  ],
  ['a program', 'MZ\u0000\u0001', 'pas un tableau'],
])('[format §6] %s is refused with what to do', async (_, texte, faute) => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const locked = new Uint8Array([...ole, 0, ...new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le'))])
  const bytes = texte === '\u00d0' ? ole : texte === '\u00d1' ? locked : texte
  expect(await refus(bytes)).toContain(faute)
})

test('[format §6] another zip, a damaged workbook and one cut short are refused', async () => {
  expect(await refus(zip({ 'a.pdf': '%PDF-' }))).toContain('pas un tableau')
  expect(await refus(zip({ 'xl/workbook.bin': '\u0001' }))).toContain('.xlsb')
  expect(await refus(zip({ 'Index/Document.iwa': '\u0001' }))).toContain('Numbers')
  expect(await refus(zip({ 'Index.zip': '\u0001' }))).toContain('Numbers')
  expect(await refus(xlsx('<row><c>'))).toContain('abîmé')
  expect(await refus(xlsx('<row><c><v>1</v></c></row>').slice(0, 400))).toContain('abîmé')
})

test('does not unpack a bomb: a part beyond the limit is refused by its declared size', async () => {
  const huge = new Uint8Array(bornesClasseur.part + 1)
  const bytes = new Uint8Array(zipSync({ 'xl/workbook.xml': huge }, { level: 1 }))
  expect(bytes.length).toBeLessThan(1_000_000)
  expect(await refus(bytes)).toContain('trop grand')
})

test('does not hang on a row repeated a million times, nor expand entities', async () => {
  const cell = '<table:table-cell o:value-type="string"><text:p>a</text:p></table:table-cell>'
  expect(
    await refus(
      ods(`<table:table><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`),
    ),
  ).toContain('trop grand')
  const entities = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
  const parts = zip({
    'xl/workbook.xml': `${entities}<workbook xmlns="${main}"><sheets><sheet name="&c;"/></sheets></workbook>`,
  })
  expect(await refus(parts)).toContain('vide')
})

test('[format §6] any cells, quoted as spreadsheets quote them, come back as they were', async () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('aé1 ,;"\n\t€')) }).map((value) => value.trim())
  const quote = (value: string, delimiter: string) =>
    /["\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(';', ',', '\t'),
      async (rows, delimiter) => {
        const titres = ['N° éditeur', 'Dossier ASP', 'FINESS']
        const table = [titres, ...rows.map((row) => ['x', ...row])]
        const [feuille] = await lire(
          table.map((row) => row.map((value) => quote(value, delimiter)).join(delimiter)).join('\r\n'),
        )
        expect(feuille?.lignes.map(({ cellules }) => cellules.map(({ texte }) => texte))).toEqual(table)
      },
    ),
  )
})

test('[format §6] XLSX: what is struck through is told apart, by its cell’s style, or in a part of its text', async () => {
  const styles =
    '<fonts><font><strike val="0"/></font><font><strike/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs>'
  const textes =
    '<si><t>a</t></si><si><r><rPr><strike/></rPr><t>990001018</t></r><r><t> 990001026</t></r></si><si><r><rPr><strike val="false"/></rPr><t>b</t></r></si>'
  const sheet =
    '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c s="1"><v>8000</v></c><c t="inlineStr"><is><r><rPr><strike/></rPr><t>c</t></r></is></c><c t="s" s="1"><v>0</v></c><c t="s" s="0"><v>0</v></c></row>'
  const [feuille] = await lire(xlsx(sheet, { textes, styles }))
  expect(feuille?.lignes[0]?.cellules.map(({ texte, barree }) => [texte, barree ?? false])).toEqual([
    ['a', false],
    ['990001018 990001026', true],
    ['b', false],
    ['8000', true],
    ['c', true],
    ['a', true],
    ['a', false],
  ])
})

test('[format §6] ODS: what is struck through is told apart, and days counted from 1904 keep what makes usual numbers of them', async () => {
  const style = (name: string, line: string) =>
    `<style:style style:name="${name}"><style:text-properties style:text-line-through-style="${line}"/></style:style>`
  const cell = (attributes: string, text: string) =>
    `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`
  const [feuille] = await lire(
    zip({
      'content.xml': `<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">${style('ce1', 'none')}${style('ce2', 'solid')}<table:calculation-settings><table:null-date table:date-value="1904-01-01"/></table:calculation-settings><table:table><table:table-row>${cell('table:style-name="ce1"', 'a')}${cell('table:style-name="ce2"', 'b')}${cell('', '<text:span text:style-name="ce2">c</text:span>d')}${cell('o:value-type="float" o:value="43537"', '43537')}</table:table-row></table:table></o:document-content>`,
    }),
  )
  const cellules = feuille?.lignes[0]?.cellules ?? []
  expect(cellules.map(({ texte, barree }) => [texte, barree ?? false])).toEqual([
    ['a', false],
    ['b', true],
    ['cd', true],
    ['43537', false],
  ])
  expect(cellules[3]?.decalage).toBe(1462)
})

test('[format §6] lines of a text that a spreadsheet left in one column are parted by what parts their titles', async () => {
  const lines = [
    'N° éditeur,Dossier ASP,Montant HT,FINESS',
    '00001,FINBIO000001,"27 450,00",990001018',
    '00002,FINBIO000002,8000,00,990001026',
  ]
  const parted = [
    ['N° éditeur', 'Dossier ASP', 'Montant HT', 'FINESS'],
    ['00001', 'FINBIO000001', '27 450,00', '990001018'],
    ['00002', 'FINBIO000002', '8000', '00', '990001026'],
  ]
  const rows = lines.map((line) => `<row><c r="B1" t="inlineStr"><is><t>${line}</t></is></c></row>`).join('')
  const quoted = lines.map((line) => `"${line.replaceAll('"', '""')}"`).join('\r\n')
  for (const bytes of [xlsx(rows.replace(/B1/g, 'B2')), quoted]) {
    const [feuille] = await lire(bytes)
    expect(feuille?.lignes.map(({ cellules }) => cellules.map(({ texte }) => texte))).toEqual(parted)
    expect(feuille?.lignes.map(({ decalee }) => decalee ?? false)).toEqual([false, false, true])
  }
  // Remarks with commas are no such lines.
  expect(await shown('Remarques, à lire\n"a, b"')).toHaveLength(2)
})

test('[format §6] a page saved as a web archive is named as a page', async () => {
  expect(await refus('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html></html>')).toContain('page web')
})
