import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// Its own thread would be a second worker inside ours: in the same thread pdf.js finds it here and starts none.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { isHeld, readOwnFile } from '../../octets/ownFiles'
import { mendStreams } from './streamIteration'

mendStreams()

/** Where pdf.js finds its character maps, fonts and decoders: the app's own folder. */
export interface PdfAssets {
  base: string
}

/** A bitmap of more pixels than this is not drawn: a few kilobytes of PDF can declare gigabytes. */
const maxImageSize = 64_000_000

class CanvasFactory {
  create(width: number, height: number) {
    const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height))
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }
  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number) {
    canvas.width = width
    canvas.height = height
  }
  destroy(entry: { canvas: OffscreenCanvas | null; context: unknown }) {
    if (entry.canvas) [entry.canvas.width, entry.canvas.height] = [0, 0]
    entry.canvas = null
    entry.context = null
  }
}

// SVG filters need a document: without one, soft masks with transfer functions are drawn plain.
class FilterFactory {
  addFilter = () => 'none'
  addHCMFilter = () => 'none'
  addAlphaFilter = () => 'none'
  addLuminosityFilter = () => 'none'
  addHighlightHCMFilter = () => 'none'
  destroy = () => undefined
}

/** What pdf.js asks for when it may not fetch: folders as it was given them, and the file wanted. */
class BinaryDataFactory {
  constructor(private readonly folders: Record<string, string>) {}
  fetch = ({ kind, filename }: { kind: string; filename: string }) => readOwnFile(`${this.folders[kind]}${filename}`)
}

/** Opens a PDF; the bytes are handed over and emptied. Rejects as pdf.js does. Scripts and actions are never run. */
export const openPdf = async (bytes: Uint8Array, { base }: PdfAssets): Promise<PDFDocumentProxy> =>
  getDocument({
    data: bytes,
    cMapUrl: `${base}cmaps/`,
    standardFontDataUrl: `${base}standard_fonts/`,
    wasmUrl: `${base}wasm/`,
    iccUrl: `${base}iccs/`,
    cMapPacked: true,
    // Held in the page, files have no address that pdf.js could fetch; it then does without colour profiles.
    useWorkerFetch: !isHeld(base),
    BinaryDataFactory,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
    maxImageSize,
    canvasMaxAreaInBytes: maxImageSize * 4,
    CanvasFactory,
    FilterFactory,
    ownerDocument: workerDocument(),
  }).promise

// pdf.js registers embedded fonts with the document's font set: a worker has one of its own.
function workerDocument() {
  const { fonts } = globalThis as unknown as { fonts: FontFaceSet }
  return { fonts } as unknown as HTMLDocument
}

/** Whether opening failed for want of a password. */
export const isPasswordError = (error: unknown) => error instanceof Error && error.name === 'PasswordException'

/** Draws one page (from 1) on white, no side longer than `maxSide` pixels, at most `scale` times its size in points. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  numero: number,
  maxSide: number,
  scale: number,
): Promise<OffscreenCanvas> {
  const page = await pdf.getPage(numero)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: Math.min(scale, maxSide / Math.max(natural.width, natural.height)) })
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  const canvasContext = canvas.getContext('2d')
  if (!canvasContext) throw new Error('No 2d context')
  // pdf.js types know page canvases only; an offscreen one has the same drawing methods.
  await page.render({ canvas: null, canvasContext: canvasContext as unknown as CanvasRenderingContext2D, viewport })
    .promise
  page.cleanup()
  return canvas
}
