import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFDocument } from '@cantoo/pdf-lib'
import { isVast, maxPixels, paint, writeJpg, type Size } from '../image/canvas'
import { dropOrientation } from '../image/exif'
import { inflate, readRows, rowsLength, type Rows } from './shrinkRows'
import { fitSize, type Qualite } from './shrinkSteps'

/** An image inside a PDF, as it came. */
export interface ImageDuPdf extends Size {
  ref: PDFRef
  flux: PDFRawStream
}

const name = (text: string) => PDFName.of(text)
const numberOf = (dict: PDFDict, key: string) => {
  const value = dict.lookup(name(key))
  return value instanceof PDFNumber ? value.asNumber() : 0
}

/** A PDF's images; those that only say how transparent others are stay out. */
export function listImages(pdf: PDFDocument): ImageDuPdf[] {
  const images = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([ref, flux]) =>
      flux instanceof PDFRawStream && flux.dict.lookup(name('Subtype')) === name('Image')
        ? [{ ref, flux, largeur: numberOf(flux.dict, 'Width'), hauteur: numberOf(flux.dict, 'Height') }]
        : [],
    )
  const masks = new Set(images.flatMap(({ flux: { dict } }) => [dict.get(name('SMask')), dict.get(name('Mask'))]))
  return images.filter(({ ref, largeur, hauteur }) => !masks.has(ref) && largeur > 0 && hauteur > 0)
}

/** The image as a JPG of that step, `pointsLong` being its page's long side; null when it is better left alone. */
export async function shrinkImage(
  image: ImageDuPdf,
  { ppp, qualite }: Qualite,
  pointsLong: number,
): Promise<PDFRawStream | null> {
  const kind = isVast(image) ? null : readKind(image.flux.dict)
  const bitmap = kind && (await decode(image, kind))
  if (!bitmap) return null
  const size = fitSize({ largeur: bitmap.width, hauteur: bitmap.height }, ppp, pointsLong)
  const jpg = new Uint8Array(await (await writeJpg(paint(bitmap, size), qualite)).arrayBuffer())
  bitmap.close()
  return jpg.length < image.flux.contents.length * 0.9 ? replace(image.flux, jpg, size, kind) : null
}

interface Kind {
  jpg: boolean
  canaux: 1 | 3 | 4
  /** Its own colour space holds three channels, and stays. */
  keepsColours: boolean
  filtered: boolean
}

/** What the image is made of; null when a browser could not draw it as a PDF reader does. */
function readKind(dict: PDFDict): Kind | null {
  const filter = dict.lookup(name('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  const [jpg, flate] = [only === name('DCTDecode'), only === name('FlateDecode')]
  const canaux = countChannels(dict.lookup(name('ColorSpace')))
  if ((!jpg && !flate) || !canaux || numberOf(dict, 'BitsPerComponent') !== 8) return null
  if (dict.lookup(name('Mask')) instanceof PDFArray || hasMatte(dict) || !isDecodePlain(dict, jpg, canaux)) return null
  const predictor = readPredictor(dict, flate ? canaux : 0)
  if (predictor === null || (flate && canaux === 4)) return null
  return { jpg, canaux, keepsColours: canaux === 3, filtered: predictor }
}

function countChannels(space: unknown): 1 | 3 | 4 | null {
  const plain = space instanceof PDFArray ? space.lookup(0) : space
  if (plain === name('DeviceGray') || plain === name('CalGray')) return 1
  if (plain === name('DeviceRGB') || plain === name('CalRGB')) return 3
  if (plain === name('DeviceCMYK')) return 4
  if (plain !== name('ICCBased') || !(space instanceof PDFArray)) return null
  const profile = space.lookup(1)
  const count = profile instanceof PDFRawStream ? numberOf(profile.dict, 'N') : 0
  return count === 1 || count === 3 ? count : null
}

const hasMatte = (dict: PDFDict) => {
  const mask = dict.lookup(name('SMask'))
  return mask instanceof PDFRawStream && mask.dict.has(name('Matte'))
}

// A browser takes white for 255 in four-colour pictures: only such are the same in both.
function isDecodePlain(dict: PDFDict, jpg: boolean, canaux: number): boolean {
  const decode = dict.lookup(name('Decode'))
  const first = canaux === 4 ? 1 : 0
  if (!(decode instanceof PDFArray)) return first === 0
  if (first === 1 && !jpg) return false
  return decode.asArray().every((bound, rank) => bound instanceof PDFNumber && bound.asNumber() === (rank + first) % 2)
}

/** Whether PNG's filters stand in the rows; null when they are written in yet another way. */
function readPredictor(dict: PDFDict, canaux: number): boolean | null {
  const given = dict.lookup(name('DecodeParms'))
  const parms = given instanceof PDFArray ? given.lookup(0) : given
  if (!(parms instanceof PDFDict)) return false
  const predictor = numberOf(parms, 'Predictor')
  if (predictor <= 1) return canaux === 0 && parms.has(name('ColorTransform')) ? null : false
  const declared = numberOf(parms, 'Colors') || 1
  return predictor >= 10 && declared === canaux && numberOf(parms, 'Columns') === numberOf(dict, 'Width') ? true : null
}

async function decode({ flux, largeur, hauteur }: ImageDuPdf, kind: Kind): Promise<ImageBitmap | null> {
  const contents = flux.contents.slice()
  if (kind.jpg) {
    // A PDF reader knows no EXIF and no profile inside the picture.
    const jpg = new Blob([dropOrientation(contents).slice()], { type: 'image/jpeg' })
    const bitmap = await createImageBitmap(jpg, { colorSpaceConversion: 'none' }).catch(() => null)
    if (bitmap && bitmap.width * bitmap.height <= maxPixels) return bitmap
    bitmap?.close()
    return null
  }
  if (kind.canaux === 4) return null
  const rows: Rows = { largeur, hauteur, canaux: kind.canaux, filtered: kind.filtered }
  const bytes = await inflate(contents, rowsLength(rows) + 64)
  const pixels = bytes && readRows(bytes, rows)
  return pixels && createImageBitmap(new ImageData(pixels, largeur, hauteur))
}

function replace(flux: PDFRawStream, jpg: Uint8Array, { largeur, hauteur }: Size, kind: Kind): PDFRawStream {
  const dict = flux.dict.clone()
  for (const key of ['DecodeParms', 'Decode', 'Alternates']) dict.delete(name(key))
  dict.set(name('Filter'), name('DCTDecode'))
  dict.set(name('Width'), PDFNumber.of(largeur))
  dict.set(name('Height'), PDFNumber.of(hauteur))
  if (!kind.keepsColours) dict.set(name('ColorSpace'), name('DeviceRGB'))
  return PDFRawStream.of(dict, jpg)
}
