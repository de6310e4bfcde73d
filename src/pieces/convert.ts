import { isVast, paint, writeJpg } from './convertCanvas'
import { readDeclaredSize, type ConvertibleNature } from './convertSize'

export interface DemandeConversion {
  octets: Blob
  kind: ConvertibleNature
}

/** `nonDecode`: this browser does not draw this kind of picture, or it is damaged. */
export type Conversion =
  { ok: true; octets: Blob; formatFichier: 'PNG' | 'JPG' } | { ok: false; raison: 'nonDecode' | 'tropGrand' }

type Decoder = (octets: Blob) => Promise<ImageBitmap | null>

const byBrowser: Decoder = (octets) => createImageBitmap(octets, { imageOrientation: 'from-image' }).catch(() => null)

// HEIC and TIFF: Safari draws them, others do not. A library that does would stand here.
const decoders: Record<ConvertibleNature, Decoder> = {
  webp: byBrowser,
  avif: byBrowser,
  gif: byBrowser,
  bmp: byBrowser,
  heic: byBrowser,
  tiff: byBrowser,
}

// Drawn pictures stay sharp as PNG; photos are JPG.
const drawn: readonly ConvertibleNature[] = ['gif', 'bmp', 'tiff']
const quality = 0.92

/** Turns a picture of another kind into a JPG or PNG, upright and on white; its first image when there are several. */
export async function convertir({ octets, kind }: DemandeConversion): Promise<Conversion> {
  const size = readDeclaredSize(new Uint8Array(await octets.arrayBuffer()), kind)
  if (size && isVast(size)) return { ok: false, raison: 'tropGrand' }
  const bitmap = size && (await decoders[kind](octets))
  if (!bitmap) return { ok: false, raison: 'nonDecode' }
  const canvas = paint(bitmap, { largeur: bitmap.width, hauteur: bitmap.height })
  bitmap.close()
  const formatFichier = drawn.includes(kind) ? 'PNG' : 'JPG'
  const converted = formatFichier === 'PNG' ? await canvas.convertToBlob() : await writeJpg(canvas, quality)
  return { ok: true, octets: converted, formatFichier }
}
