import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Remarque } from '../dossier/dossier'
import type { FormatFichier } from '../format/profil'
import { empreinteOfBytes } from '../octets/empreinte'
import type { Abilities } from '../worker/protocol'
import type { ZipHeaders } from '../zip/headers'
import { convertir } from './convert/convert'
import { deplier } from './deplier/deplier'
import { isBlank } from './image/blank'
import { decodePicture, maxPixels } from './image/canvas'
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

export interface Document {
  octets: Blob
  formatFichier: FormatFichier
  /** URL of the folder of pdf.js' own files, with its final slash. */
  base: string
}

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

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
  const empreinte = await empreinteOfBytes(bytes)
  const { makeHeaders } = await import('../zip/headers')
  const headers = await makeHeaders(bytes)
  return { octets, empreinte, headers, ouverture: await open(bytes, { ...document, octets }) }
}

const vignetteSide = 240
const pageSide = 3_000

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

/** A picture turned upright, on white, at most `side` pixels wide and in proportion; null when it is too vast to decode. */
async function drawImage(octets: Blob, formatFichier: 'PNG' | 'JPG', side: number): Promise<OffscreenCanvas | null> {
  const picture = await decodePicture(octets, formatFichier)
  if (typeof picture === 'string') return null
  const { bitmap, size } = picture
  const scale = Math.min(1, side / size.largeur, pageSide / size.hauteur)
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(size.largeur * scale)),
    Math.max(1, Math.round(size.hauteur * scale)),
  )
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  }
  bitmap.close()
  return canvas
}

async function findAssociatedXml(octets: Blob): Promise<string[]> {
  const bytes = await bytesOf(octets)
  const { hasEmbeddedFile } = await import('./read/embeddedFile')
  return hasEmbeddedFile(bytes) ? (await import('./read/associatedXml')).readAssociatedXml(bytes) : []
}

/** Pixels across of a page that is only looked at for whether anything stands on it; and pages looked at, at the most. */
const [glance, glances] = [300, 10]

const isBlankCanvas = (canvas: OffscreenCanvas) => {
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  return pixels !== undefined && isBlank(pixels)
}

/** Whether nothing stands on any of its pages; of more than ten that is not said. */
async function isBlankPdf(pdf: PDFDocumentProxy): Promise<boolean> {
  if (pdf.numPages > glances) return false
  const { drawPage } = await import('./pdf/pdf')
  for (let page = 1; page <= pdf.numPages; page++)
    if (!isBlankCanvas(await drawPage(pdf, page, 1.5 * glance, 1))) return false
  return true
}

/** What a picture says without being recognised: that nothing stands on it; else null. */
async function readPicture(octets: Blob, formatFichier: 'PNG' | 'JPG'): Promise<Lecture | null> {
  const canvas = await drawImage(octets, formatFichier, glance)
  if (!canvas || !isBlankCanvas(canvas)) return null
  const { rien } = await import('../lecture/readTexte')
  return { ...rien, blanche: true }
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
  /** What a document says of itself; null for a picture on which something stands: it says nothing without being recognised. */
  lire: async ({ octets, formatFichier, base }: Document): Promise<Lecture | null> => {
    if (formatFichier !== 'PDF' && formatFichier !== 'XML') return readPicture(octets, formatFichier)
    const { readContenu } = await import('../lecture/readContenu')
    if (formatFichier === 'XML') {
      const { decodeXml } = await import('./read/decodeXml')
      const text = decodeXml(await bytesOf(octets))
      return text === null ? null : readContenu({ pages: [], champs: [], xml: [text], invisible: false })
    }
    const [{ openPdf }, { extractContenu }] = await Promise.all([import('./pdf/pdf'), import('./read/extract')])
    const pdf = await openPdf(await bytesOf(octets), { base })
    try {
      const contenu = await extractContenu(pdf)
      if (contenu.xml.length > 0) return readContenu(contenu)
      const lecture = readContenu({ ...contenu, xml: await findAssociatedXml(octets) })
      const isBare = !lecture.texteLisible && contenu.pages.every(({ items }) => items.length === 0)
      return isBare && (await isBlankPdf(pdf)) ? { ...lecture, blanche: true } : lecture
    } finally {
      await pdf.loadingTask.destroy()
    }
  },
  /** What the pages of a scan or photo say, recognised. */
  reconnaitre: async (demande: DemandeReconnaissance, onProgress: (share: number) => void) =>
    (await import('./ocr/reconnaitre')).reconnaitre(demande, onProgress),
} satisfies Abilities

export type PiecesAbilities = typeof piecesAbilities
