import { PDFHexString, PDFName, degrees, type PDFContext, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { isVast, type Size } from '../image/canvas'
import { settleDensity, trueShape } from '../image/density'
import { readTiff, type PageTiff } from './tiff'
import { createPdf, writePdf } from '../pdf/pdfObjects'
import { a4 } from '../pdf/placePicture'
import { joinBytes } from '../pdf/embedPicture'

/**
 * A TIFF as a PDF of as many pages: PDF knows nearly all of TIFF's compressions, so that the strips are kept as they are.
 * Null when it is written in a way that PDF does not know.
 */
export async function convertTiff(bytes: Uint8Array): Promise<Blob | 'tropGrand' | null> {
  const pages = readTiff(bytes)
  if (!pages) return null
  if (pages.some(isVast)) return 'tropGrand'
  const pdf = await createPdf()
  if (!pages.every((page) => addPage(pdf, joinStrips(page)))) return null
  return new Blob([(await writePdf(pdf)).slice()], { type: 'application/pdf' })
}

// A page in one piece shows no seams; other compressions start anew with each strip.
const joinStrips = (page: PageTiff): PageTiff =>
  [none, packBits].includes(page.compression)
    ? { ...page, rowsPerStrip: page.hauteur, strips: [joinBytes(page.strips)] }
    : page

type Entries = NonNullable<Parameters<PDFContext['stream']>[1]>

// EXIF's and TIFF's orientations that a page can say; mirrored ones do not come from scanners.
const rotations: Partial<Record<number, number>> = { 1: 0, 3: 180, 6: 90, 8: 270 }

function addPage(pdf: PDFDocument, page: PageTiff): boolean {
  const [filter, space, rotation] = [readFilter(page), readColours(page), rotations[page.orientation]]
  if (!filter || !space || rotation === undefined) return false
  const { largeur, hauteur } = pageSize(page)
  const added = pdf.addPage([largeur, hauteur])
  added.setRotation(degrees(rotation))
  const images: Record<string, PDFRef> = {}
  let contents = ''
  page.strips.forEach((strip, rank) => {
    const first = rank * page.rowsPerStrip
    const rows = Math.min(page.rowsPerStrip, page.hauteur - first)
    images[`S${rank}`] = embedStrip(pdf.context, page, strip, { rows, filter, space })
    const [bottom, height] = [((page.hauteur - first - rows) / page.hauteur) * hauteur, (rows / page.hauteur) * hauteur]
    contents += `q ${largeur.toFixed(3)} 0 0 ${height.toFixed(3)} 0 ${bottom.toFixed(3)} cm /S${rank} Do Q\n`
  })
  added.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(contents)))
  added.node.set(PDFName.of('Resources'), pdf.context.obj({ XObject: images }))
  return true
}

const [pointsMin, pointsMax] = [100, 1500]

/** In points: as scanned when that makes sense, else an A4's long side. Faxes have more dots across than down. */
function pageSize({ largeur, hauteur, ppp: [across, down] }: PageTiff): Size {
  const scanned = { largeur: (largeur / across) * 72, hauteur: (hauteur / down) * 72 }
  const makesSense = [scanned.largeur, scanned.hauteur].every((side) => side >= pointsMin && side <= pointsMax)
  if (makesSense) return scanned
  const shape = trueShape({ largeur, hauteur }, settleDensity({ across, down }))
  const scale = a4.hauteur / Math.max(shape.largeur, shape.hauteur)
  return { largeur: shape.largeur * scale, hauteur: shape.hauteur * scale }
}

interface Filtre {
  name: string | null
  parms: Entries | null
}

const [white, black, colour, indexed, fourColours, luminance] = [0, 1, 2, 3, 5, 6]
const [none, huffman, group3, group4, lzw, jpg, deflate, packBits, oldDeflate] = [1, 2, 3, 4, 5, 7, 8, 32773, 32946]

function readFilter(page: PageTiff): Filtre | null {
  const { compression, faxOptions, photometric, largeur, canaux, bits } = page
  if (compression !== jpg && photometric === luminance) return null
  if (page.predictor > 2 || (page.predictor === 2 && ![lzw, deflate, oldDeflate].includes(compression))) return null
  const parms = page.predictor === 2 ? { Predictor: 2, Colors: canaux, BitsPerComponent: bits, Columns: largeur } : null
  if (compression === none) return { name: null, parms }
  if (compression === lzw) return page.strips.some(isOldLzw) ? null : { name: 'LZWDecode', parms }
  if (compression === deflate || compression === oldDeflate) return { name: 'FlateDecode', parms }
  if (compression === packBits) return { name: 'RunLengthDecode', parms }
  if (compression === jpg)
    return { name: 'DCTDecode', parms: canaux === 3 ? { ColorTransform: photometric === luminance ? 1 : 0 } : null }
  if (![huffman, group3, group4].includes(compression)) return null
  const K = compression === group4 ? -1 : compression === group3 && (faxOptions & 1) === 1 ? 1 : 0
  const EncodedByteAlign = compression === huffman || (compression === group3 && (faxOptions & 4) === 4)
  return { name: 'CCITTFaxDecode', parms: { K, Columns: largeur, EncodedByteAlign, BlackIs1: photometric === black } }
}

const isOldLzw = (strip: Uint8Array) => strip[0] === 0 && ((strip[1] ?? 0) & 1) === 1

/** Its colours as PDF says them; null for samples of sixteen bits, transparency and the like. */
function readColours({ bits, canaux, photometric, palette }: PageTiff): Entries | null {
  if (![1, 2, 4, 8].includes(bits)) return null
  if (photometric === white || photometric === black) return canaux === 1 ? { ColorSpace: 'DeviceGray' } : null
  if ([colour, luminance].includes(photometric) && bits === 8) return canaux === 3 ? { ColorSpace: 'DeviceRGB' } : null
  if (photometric === fourColours && bits === 8) return canaux === 4 ? { ColorSpace: 'DeviceCMYK' } : null
  const colours = 2 ** bits
  if (photometric !== indexed || canaux !== 1 || palette.length !== 3 * colours) return null
  const high = (value = 0) => (value >> 8).toString(16).padStart(2, '0')
  const hex = Array.from({ length: 3 * colours }, (_, at) => high(palette[(at % 3) * colours + Math.floor(at / 3)]))
  return { ColorSpace: ['Indexed', 'DeviceRGB', colours - 1, PDFHexString.of(hex.join(''))] }
}

function embedStrip(
  context: PDFContext,
  page: PageTiff,
  strip: Uint8Array,
  { rows, filter, space }: { rows: number; filter: Filtre; space: Entries },
): PDFRef {
  const isFax = filter.name === 'CCITTFaxDecode'
  return context.register(
    context.stream(settleStrip(page, strip), {
      Type: 'XObject',
      Subtype: 'Image',
      Width: page.largeur,
      Height: rows,
      BitsPerComponent: page.bits,
      ...space,
      ...(filter.name && { Filter: filter.name }),
      ...(filter.parms && { DecodeParms: isFax ? { ...filter.parms, Rows: rows } : filter.parms }),
      // Fax strips say themselves what is black.
      ...(page.photometric === white && !isFax && { Decode: [1, 0] }),
    }),
  )
}

const endOfRuns = Uint8Array.of(128)

function settleStrip(page: PageTiff, strip: Uint8Array): Uint8Array {
  const { compression, jpegTables: tables } = page
  if (compression === packBits) return joinBytes([strip, endOfRuns])
  // Tables come with marks of start and end of their own; the strip's start mark goes before them.
  if (compression === jpg && tables) return joinBytes([strip.subarray(0, 2), tables.subarray(2, -2), strip.subarray(2)])
  return page.reversed && compression !== jpg ? strip.map(reverseBits) : strip
}

const reverseBits = (byte: number) => {
  let reversed = 0
  for (let bit = 0; bit < 8; bit++) reversed |= ((byte >> bit) & 1) << (7 - bit)
  return reversed
}
