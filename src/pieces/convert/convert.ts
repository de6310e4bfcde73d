import { isVast, paint, writeJpg } from '../image/canvas'
import type { ConvertibleNature } from '../recours'
import { readDeclaredSize } from './convertSize'

export interface DemandeConversion {
  octets: Blob
  kind: ConvertibleNature
}

/** `nonDecode`: neither the app nor this browser can draw this kind of picture, or it is damaged. */
export type Conversion =
  { ok: true; octets: Blob; formatFichier: 'PNG' | 'JPG' | 'PDF' } | { ok: false; raison: 'nonDecode' | 'tropGrand' }

// What was drawn stays sharp as PNG; photos are JPG.
const drawn: readonly ConvertibleNature[] = ['gif', 'bmp', 'tiff']
const quality = 0.92

/**
 * Turns a picture of another kind into one that the ASP takes: a TIFF into a PDF of all its pages, others, upright and on
 * white, into a JPG or PNG of their first image. HEIC only where the browser draws it, as Safari does.
 */
export async function convertir({ octets, kind }: DemandeConversion): Promise<Conversion> {
  const bytes = new Uint8Array(await octets.arrayBuffer())
  const size = readDeclaredSize(bytes, kind)
  if (!size) return { ok: false, raison: 'nonDecode' }
  if (isVast(size)) return { ok: false, raison: 'tropGrand' }
  if (kind === 'tiff') {
    const [{ convertTiff }, { hasOnePage }] = await Promise.all([import('./tiffPdf'), import('./tiff')])
    const pdf = await convertTiff(bytes)
    if (pdf === 'tropGrand') return { ok: false, raison: pdf }
    if (pdf) return { ok: true, octets: pdf, formatFichier: 'PDF' }
    if (!hasOnePage(bytes)) return { ok: false, raison: 'nonDecode' }
  }
  return drawByBrowser(octets, drawn.includes(kind) ? 'PNG' : 'JPG')
}

async function drawByBrowser(octets: Blob, formatFichier: 'PNG' | 'JPG'): Promise<Conversion> {
  const bitmap = await createImageBitmap(octets, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return { ok: false, raison: 'nonDecode' }
  const canvas = paint(bitmap, { largeur: bitmap.width, hauteur: bitmap.height })
  bitmap.close()
  const converted = formatFichier === 'PNG' ? await canvas.convertToBlob() : await writeJpg(canvas, quality)
  return { ok: true, octets: converted, formatFichier }
}
