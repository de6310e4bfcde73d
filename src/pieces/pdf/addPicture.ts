import { PDFName, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { decodePicture, isVast, paint, writeJpg, type Size } from '../image/canvas'
import { readDensity, trueShape } from '../image/density'
import { readOrientation, type Orientation } from '../image/exif'
import { readImageStructure } from '../image/imageStructure'
import { placePicture, type Matrix } from './placePicture'
import { embedJpg, embedPng } from './embedPicture'

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())
const redrawnQuality = 0.92

/** Adds a picture on an A4 page of its own, upright and on white; null when done, or why it cannot be. */
export async function addPicture(
  pdf: PDFDocument,
  octets: Blob,
  formatFichier: 'PNG' | 'JPG',
): Promise<null | 'illisible' | 'tropGrand'> {
  const bytes = await bytesOf(octets)
  const structure = readImageStructure(bytes, formatFichier)
  if (!structure || structure.largeur * structure.hauteur === 0) return 'illisible'
  if (isVast(structure)) return 'tropGrand'
  const kept = structure.complete ? embed(pdf, bytes, formatFichier) : null
  if (kept) {
    const shape = trueShape(structure, readDensity(bytes, formatFichier))
    addPage(pdf, kept, shape, formatFichier === 'JPG' ? readOrientation(bytes) : 1)
    return null
  }
  const picture = await decodePicture(octets, formatFichier)
  if (typeof picture === 'string') return picture
  const { bitmap, size } = picture
  const canvas = paint(bitmap, { largeur: bitmap.width, hauteur: bitmap.height })
  bitmap.close()
  addPage(pdf, await embedCanvas(pdf, canvas, formatFichier), size, 1)
  return null
}

const embed = (pdf: PDFDocument, bytes: Uint8Array, formatFichier: 'PNG' | 'JPG') =>
  formatFichier === 'JPG' ? embedJpg(pdf.context, bytes) : embedPng(pdf.context, bytes)

async function embedCanvas(pdf: PDFDocument, canvas: OffscreenCanvas, formatFichier: 'PNG' | 'JPG'): Promise<PDFRef> {
  // Some browsers write four channels whatever the canvas: then a JPG has to do.
  const png = formatFichier === 'PNG' ? embedPng(pdf.context, await bytesOf(await canvas.convertToBlob())) : null
  return png ?? embedPainted(pdf, await bytesOf(await writeJpg(canvas, redrawnQuality)))
}

/** Embeds a JPG that the browser itself wrote. */
export function embedPainted(pdf: PDFDocument, jpg: Uint8Array): PDFRef {
  const ref = embedJpg(pdf.context, jpg)
  if (!ref) throw new Error('The browser wrote a JPG of another kind')
  return ref
}

function addPage(pdf: PDFDocument, ref: PDFRef, stored: Size, orientation: Orientation) {
  const { page, matrix } = placePicture(stored, orientation)
  addImagePage(pdf, ref, page, matrix)
}

/** Adds a page of `size` points that shows one image through `matrix`. */
export function addImagePage(pdf: PDFDocument, ref: PDFRef, size: Size, matrix: Matrix) {
  const page = pdf.addPage([size.largeur, size.hauteur])
  const numbers = matrix.map((value) => String(Number(value.toFixed(3))))
  const contents = pdf.context.stream(`q ${numbers.join(' ')} cm /Image Do Q`)
  page.node.set(PDFName.of('Contents'), pdf.context.register(contents))
  page.node.set(PDFName.of('Resources'), pdf.context.obj({ XObject: { Image: ref } }))
}
