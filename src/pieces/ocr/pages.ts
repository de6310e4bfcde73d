import { decodePicture } from '../image/canvas'
import { pointsOf } from '../image/points'
import { pointsParPouce } from './resolution'

/** A page as displayed, drawn as large as recognising needs. */
export interface PageVue {
  dessin: OffscreenCanvas | ImageBitmap
  /** Size of the page as displayed, in points. */
  largeur: number
  hauteur: number
  /** Gives its memory back at once, not when it is next swept. */
  release: () => void
}

/** Pages of a document, drawn one at a time: a drawing is heavy. */
export interface Pages {
  nombre: number
  draw: (numero: number) => Promise<PageVue>
  close: () => Promise<unknown>
}

/** Pixels of the longer side of a drawing: those of A3. */
const longest = 5_000

/** Opens a PDF for drawing; null when it does not open. `base` is the folder of pdf.js' own files. */
export async function openPdfPages(octets: Blob, base: string): Promise<Pages | null> {
  const { drawPage, openPdf } = await import('../pdf/pdf')
  const pdf = await openPdf(new Uint8Array(await octets.arrayBuffer()), { base }).catch(() => null)
  return (
    pdf && {
      nombre: pdf.numPages,
      draw: async (numero) => {
        const { width, height } = (await pdf.getPage(numero)).getViewport({ scale: 1 })
        const dessin = await drawPage(pdf, numero, longest, pointsParPouce / 72)
        return { dessin, largeur: width, hauteur: height, release: () => void (dessin.width = 0) }
      },
      close: () => pdf.loadingTask.destroy(),
    }
  )
}

/** A picture as a document of one page, turned upright as its EXIF says; or why it cannot be drawn. */
export async function openPicture(
  octets: Blob,
  formatFichier: 'PNG' | 'JPG',
): Promise<Pages | 'illisible' | 'tropGrand'> {
  const picture = await decodePicture(octets, formatFichier)
  if (typeof picture === 'string') return picture
  const { bitmap } = picture
  const points = pointsOf({ largeur: bitmap.width, hauteur: bitmap.height })
  return {
    nombre: 1,
    draw: () => Promise.resolve({ dessin: bitmap, ...points, release: () => undefined }),
    close: () => Promise.resolve(bitmap.close()),
  }
}
