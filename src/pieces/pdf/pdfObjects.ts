import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { readOwnFile } from '../../octets/ownFiles'
import { settleAnnotations } from './annotations'
import { drawFields } from './drawFields'

/**
 * What a PDF has and a rewritten one has not. `signature`: electronic. `factureX`: the invoice as XML. `piecesJointes`:
 * other attached files. `formulaire`: fields, drawn for good.
 */
export type Perte = 'signature' | 'factureX' | 'piecesJointes' | 'formulaire'

/** A PDF's objects; the bytes are left as they are. Only an empty password is tried. */
export async function openObjects(bytes: Uint8Array): Promise<PDFDocument | 'motDePasse' | 'illisible'> {
  const options = { updateMetadata: false, parseSpeed: Infinity }
  try {
    const pdf = await PDFDocument.load(bytes, { ...options, password: '' })
    return pdf.getPageCount() > 0 ? pdf : 'illisible'
  } catch (error) {
    const locked =
      error instanceof EncryptedPDFError ||
      (error instanceof Error && /password/i.test(`${error.name} ${error.message}`))
    return locked ? 'motDePasse' : 'illisible'
  }
}

/** An empty PDF without date or producer: the same contents give the same bytes. */
export const createPdf = () => PDFDocument.create({ updateMetadata: false })

/** The PDF's bytes, its objects compressed unless it is a PDF/A-1, which forbids that. */
export const writePdf = (pdf: PDFDocument) =>
  pdf.save({ rewrite: true, updateFieldAppearances: false, addDefaultPage: false, objectsPerTick: Infinity })

const name = (text: string) => PDFName.of(text)

/** What copying its pages would lose. */
export function findLosses(pdf: PDFDocument): Perte[] {
  const dicts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
  const fields = pdf.catalog.lookupMaybe(name('AcroForm'), PDFDict)?.lookupMaybe(name('Fields'), PDFArray)
  const pertes = new Set<Perte>()
  for (const dict of dicts) {
    if (dict.has(name('ByteRange'))) pertes.add('signature')
    if (dict.has(name('EF'))) pertes.add(isFactureX(dict) ? 'factureX' : 'piecesJointes')
  }
  if (fields?.asArray().some((field) => isEditable(pdf.context.lookup(field)))) pertes.add('formulaire')
  return [...pertes]
}

function isFactureX(file: PDFDict): boolean {
  const fileName = file.lookup(name('UF')) ?? file.lookup(name('F'))
  const text = fileName instanceof PDFString || fileName instanceof PDFHexString ? fileName.decodeText() : ''
  return /^(?:factur-x|zugferd-invoice|xrechnung)\.xml$/i.test(text)
}

const isEditable = (field: unknown) => field instanceof PDFDict && field.lookup(name('FT')) !== name('Sig')

/** Draws form fields for good, unties pages from what is not copied, and lets go of actions. Throws `ChampIndessinable`. */
export async function settlePages(pdf: PDFDocument, loadFont: () => Promise<Uint8Array>): Promise<void> {
  // Fields without an appearance would be invisible once they are no fields any more.
  await drawFields(pdf, loadFont)
  for (const { node } of pdf.getPages()) {
    for (const key of ['AA', 'B', 'PieceInfo', 'Thumb', 'Metadata', 'StructParents']) node.delete(name(key))
    settleAnnotations(node)
  }
}

/** Fetches the font that fields with other signs than western Europe's are drawn with: one of pdf.js' own. */
export const fontLoader = (base: string) => () => readOwnFile(`${base}standard_fonts/LiberationSans-Regular.ttf`)
