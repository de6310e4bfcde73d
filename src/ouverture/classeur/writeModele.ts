import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js'
import { colonnesModele } from '../../tableau/modele'
import { main, office, packageRelations } from './xlsxNames'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

// Styles by number: 0 plain, 1 «Texte», where a spreadsheet leaves zeros as they are typed, 2 a title.
const styles = `<styleSheet xmlns="${main.transitional}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

const cell = (text: string, style: number) => `<c t="inlineStr" s="${style}"><is><t>${escape(text)}</t></is></c>`
const row = (cells: readonly string[]) => `<row>${cells.join('')}</row>`
const sheet = (cols: string, rows: readonly string[]) =>
  `<worksheet xmlns="${main.transitional}"><cols>${cols}</cols><sheetData>${rows.join('')}</sheetData></worksheet>`

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${office.transitional}/${type}" Target="${target}"/>`
const relations = (...list: readonly string[]) =>
  `<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`
const part = (path: string, type: string) => `<Override PartName="${path}" ContentType="${types}.${type}+xml"/>`

/** The parts of the workbook, by their paths: a sheet to fill in, whose cells keep leading zeros, and one that explains it. */
const parts = (): Record<string, string> => ({
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/worksheets/sheet2.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}</Types>`,
  '_rels/.rels': relations(relation('r1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `<workbook xmlns="${main.transitional}" xmlns:r="${office.transitional}"><sheets><sheet name="Demandes" sheetId="1" r:id="r1"/><sheet name="Notice" sheetId="2" r:id="r2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
    relation('r2', 'worksheet', 'worksheets/sheet2.xml'),
    relation('r3', 'styles', 'styles.xml'),
  ),
  'xl/styles.xml': styles,
  'xl/worksheets/sheet1.xml': sheet(
    `<col min="1" max="${colonnesModele.length}" width="26" customWidth="1" style="1"/>`,
    [row(colonnesModele.map(({ titre }) => cell(titre, 2)))],
  ),
  'xl/worksheets/sheet2.xml': sheet(
    '<col min="1" max="1" width="36" customWidth="1"/><col min="2" max="2" width="90" customWidth="1"/>',
    colonnesModele.map(({ titre, notice }) => row([cell(titre, 2), cell(notice, 0)])),
  ),
})

const fixedDate = new Date(1980, 0, 1)

/** An empty table to be filled in with a spreadsheet program (.xlsx). */
export async function writeModele(): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter(`${types}.sheet`), { useWebWorkers: false, lastModDate: fixedDate })
  for (const [path, xml] of Object.entries(parts())) await writer.add(path, new TextReader(declaration + xml))
  return writer.close()
}
