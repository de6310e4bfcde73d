import type { Remarque } from '../dossier/dossier'
import { empreinteOfBytes } from '../octets/empreinte'
import type { Abilities } from '../worker/protocol'
import type { ZipHeaders } from '../zip/headers'
import { convertir } from './convert/convert'
import { deplier } from './deplier/deplier'
import { bytesOf, type Document } from './document'
import { decodePicture, maxPixels } from './image/canvas'
import { drawImage, pageSide } from './image/drawImage'
import { readImageStructure } from './image/imageStructure'
import { pointsOf } from './image/points'
import type { DemandeJonction } from './join/join'
import type { Lecture } from '../lecture/lecture'
import type { DemandeReconnaissance } from './ocr/reconnaitre'
import type { PdfSansPages } from './pdf/pdfSansPages'
import { checkPdfStructure } from './pdf/pdfStructure'
import { reduire } from './shrink/shrink'

/** What opening a file shows. */
export type Ouverture =
  | { etat: 'lisible'; pages: number | null; remarques: Remarque[] }
  | { etat: 'motDePasse' | 'illisible' | 'sansPage' }
  | PdfSansPages

async function openAsPdf(bytes: Uint8Array, base: string): Promise<Ouverture> {
  const [{ isPasswordError, openPdf }, { findPdfSansPages }] = await Promise.all([
    import('./pdf/pdf'),
    import('./pdf/pdfSansPages'),
  ])
  const remarques = checkPdfStructure(bytes)
  try {
    const pdf = await openPdf(bytes, { base })
    try {
      if (pdf.numPages === 0) return { etat: 'sansPage' }
      await pdf.getPage(1)
      const sansPages = await findPdfSansPages(pdf)
      if (sansPages) return sansPages
      if (await pdf.getPermissions()) remarques.push('restrictions')
      return { etat: 'lisible', pages: pdf.numPages, remarques }
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    return { etat: isPasswordError(error) ? 'motDePasse' : 'illisible' }
  }
}

async function openAsImage(bytes: Uint8Array, { octets }: Document, formatFichier: 'PNG' | 'JPG'): Promise<Ouverture> {
  const structure = readImageStructure(bytes, formatFichier)
  if (!structure || structure.largeur * structure.hauteur === 0) return { etat: 'illisible' }
  const remarques: Remarque[] = structure.complete ? [] : ['repare']
  if (structure.largeur * structure.hauteur > maxPixels) return { etat: 'lisible', pages: 1, remarques }
  const picture = await decodePicture(octets, formatFichier)
  if (typeof picture === 'string') return { etat: 'illisible' }
  picture.bitmap.close()
  return { etat: 'lisible', pages: 1, remarques }
}

async function openAsXml(bytes: Uint8Array): Promise<Ouverture> {
  const [{ checkXml }, { decodeXml }] = await Promise.all([import('../lecture/xml'), import('./read/decodeXml')])
  const text = decodeXml(bytes)
  return text !== null && checkXml(text) ? { etat: 'lisible', pages: null, remarques: [] } : { etat: 'illisible' }
}

/** Opens a document as a strict reader would; its bytes may be given away on the way. */
function open(bytes: Uint8Array, document: Document): Promise<Ouverture> {
  const { formatFichier, base } = document
  if (formatFichier === 'PDF') return openAsPdf(bytes, base)
  return formatFichier === 'XML' ? openAsXml(bytes) : openAsImage(bytes, document, formatFichier)
}

/** A file taken: its bytes, copied, their SHA-256 (hexadecimal), their headers in a zip, and what opening it shows. */
export interface Prise {
  octets: Blob
  empreinte: string
  headers: ZipHeaders
  ouverture: Ouverture
}

/** Takes a file in one reading; null when it cannot be read. `type`: its MIME type. */
async function examiner({ type, ...document }: Document & { type: string }): Promise<Prise | null> {
  const bytes = await bytesOf(document.octets).catch(() => null)
  if (!bytes) return null
  const octets = new Blob([bytes], { type })
  // The browser hashes on a thread of its own, meanwhile.
  const [empreinte, headers] = await Promise.all([
    empreinteOfBytes(bytes),
    import('../zip/headers').then(({ makeHeaders }) => makeHeaders(bytes)),
  ])
  return { octets, empreinte, headers, ouverture: await open(bytes, { ...document, octets }) }
}

const vignetteSide = 240

/** One page as pixels; `largeur` is the width wanted, in pixels. */
export type DemandePage = Document & { page: number; largeur: number }

/** A drawn page, and its width in points: what frames on it are measured in. */
export interface PageDessinee {
  bitmap: ImageBitmap
  points: number
}

const bitmapOf = async ({ octets, formatFichier, base, page, largeur }: DemandePage): Promise<PageDessinee | null> => {
  if (formatFichier === 'XML') return null
  if (formatFichier !== 'PDF') {
    const canvas = await drawImage(octets, formatFichier, largeur)
    return (
      canvas && {
        points: pointsOf({ largeur: canvas.width, hauteur: canvas.height }).largeur,
        bitmap: canvas.transferToImageBitmap(),
      }
    )
  }
  const { drawPage, openPdf } = await import('./pdf/pdf')
  const pdf = await openPdf(await bytesOf(octets), { base })
  try {
    const points = (await pdf.getPage(page)).getViewport({ scale: 1 }).width
    return { points, bitmap: (await drawPage(pdf, page, pageSide, largeur / points)).transferToImageBitmap() }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function drawVignette({ octets, formatFichier, base }: Document): Promise<OffscreenCanvas | null> {
  if (formatFichier === 'XML') return null
  if (formatFichier === 'PDF') {
    const { drawPage, openPdf } = await import('./pdf/pdf')
    const pdf = await openPdf(await bytesOf(octets), { base })
    try {
      return await drawPage(pdf, 1, vignetteSide, 1)
    } finally {
      await pdf.loadingTask.destroy()
    }
  }
  return drawImage(octets, formatFichier, vignetteSide)
}

/** What the worker of pièces can do. */
export const piecesAbilities = {
  /** Opens a document as a strict reader would. */
  ouvrir: async (document: Document): Promise<Ouverture> => open(await bytesOf(document.octets), document),
  /** Copies the bytes of a file, and opens it. */
  examiner,
  /** A small picture of the first page, or null when there is nothing to show. */
  vignette: async (document: Document): Promise<Blob | null> => {
    const canvas = await drawVignette(document)
    return canvas && canvas.convertToBlob({ type: 'image/png' })
  },
  /** One page as a bitmap, or null when there is nothing to show. */
  page: bitmapOf,
  /** Several documents as one PDF. */
  joindre: async (demande: DemandeJonction, onProgress: (share: number) => void) =>
    (await import('./join/join')).joindre(demande, onProgress),
  /** The same document in fewer bytes. */
  reduire,
  /** A picture of another kind as a JPG or PNG. */
  convertir,
  /** The files inside a mail or a signed envelope. */
  deplier,
  /** What a document says of itself. */
  lire: async (document: Document): Promise<Lecture | null> => (await import('./read/lire')).lire(document),
  /** What the pages of a scan or photo say, recognised. */
  reconnaitre: async (demande: DemandeReconnaissance, onProgress: (share: number) => void) =>
    (await import('./ocr/reconnaitre')).reconnaitre(demande, onProgress),
} satisfies Abilities

export type PiecesAbilities = typeof piecesAbilities
