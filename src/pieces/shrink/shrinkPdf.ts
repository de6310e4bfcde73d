import type { PDFDocument } from '@cantoo/pdf-lib'
import { isVast, writeJpg } from '../image/canvas'
import { copyPages } from '../pdf/copyPages'
import { ChampIndessinable } from '../pdf/champIndessinable'
import { createPdf, findLosses, fontLoader, openObjects, settlePages, writePdf, type Perte } from '../pdf/pdfObjects'
import { addImagePage, embedPainted } from '../pdf/addPicture'
import { drawPage, openPdf } from '../pdf/pdf'
import { listImages, shrinkImage, type ImageDuPdf } from './shrinkImages'
import { qualites, longSide, type Qualite } from './shrinkSteps'

/**
 * `sansPerte`: written more tightly. `images`: only pictures lost detail. `pages`: pages without text were drawn anew.
 * `pagesTexte`: pages with text too, which are now pictures.
 */
export type MethodePdf = 'sansPerte' | 'images' | 'pages' | 'pagesTexte'
export type PdfAllege =
  | { octets: Blob; methode: MethodePdf; pertes: Perte[] }
  | 'illisible'
  | 'motDePasse'
  | 'tropGrand'
  | 'tropGros'
  | 'champs'

type OpenedPdf = Awaited<ReturnType<typeof openPdf>>

interface Travail {
  pdf: PDFDocument
  base: string
  cible: number
  /** Counts attempts, and how much of one is done, from 0 to 1. */
  onAttempt: () => void
  onPart: (share: number) => void
}

const toBlob = (bytes: Uint8Array) => new Blob([bytes.slice()], { type: 'application/pdf' })
const maxAttempts = qualites.length * 3

/** A PDF in at most `cible` bytes: its images first, then its scanned pages, and pages of text only when nothing else helps. */
export async function shrinkPdf(
  octets: Blob,
  { base, cible }: { base: string; cible: number },
  onProgress: (share: number) => void,
): Promise<PdfAllege> {
  const bytes = new Uint8Array(await octets.arrayBuffer())
  const source = await openObjects(bytes)
  if (typeof source === 'string') return source
  const pertes = findLosses(source)
  // A rewritten PDF with its signature would be taken for a forged one: only its pages go on.
  const signed = pertes.includes('signature')
  try {
    const travail = { pdf: signed ? await copyWhole(source, base) : source, base, cible, ...countAttempts(onProgress) }
    const kept = signed ? pertes : []
    const tight = await writePdf(travail.pdf)
    if (tight.length <= cible) return { octets: toBlob(tight), methode: 'sansPerte', pertes: kept }
    const lighter = await shrinkImages(travail, tight.length)
    if (lighter) return { octets: lighter, methode: 'images', pertes: kept }
    // pdf.js leaves vast images out without a word: such a page cannot be drawn anew.
    if (listImages(travail.pdf).some(isVast)) return 'tropGrand'
    const redrawn = await redraw(travail, await openPdf(bytes, { base }))
    return redrawn ? { ...redrawn, pertes } : 'tropGros'
  } catch (error) {
    // A PDF that opens may still be broken inside.
    return error instanceof ChampIndessinable ? 'champs' : 'illisible'
  }
}

function countAttempts(onProgress: (share: number) => void): Pick<Travail, 'onAttempt' | 'onPart'> {
  let attempts = 0
  const onPart = (share: number) => onProgress((attempts - 1 + share) / maxAttempts)
  return { onAttempt: () => (attempts++, onPart(0)), onPart }
}

async function copyWhole(source: PDFDocument, base: string): Promise<PDFDocument> {
  const copy = await createPdf()
  await settlePages(source, fontLoader(base))
  for (const page of await copyPages(source, copy)) copy.addPage(page)
  return copy
}

/** Tries the steps on the images alone; leaves those of the last one in place. */
async function shrinkImages(travail: Travail, total: number): Promise<Blob | null> {
  const { pdf, cible } = travail
  const images = listImages(pdf)
  const pointsLong = Math.max(...pdf.getPages().map((page) => longSide(sizeOf(page))))
  const others = total - images.reduce((sum, { flux }) => sum + flux.contents.length, 0)
  for (const [rank, niveau] of qualites.entries()) {
    travail.onAttempt()
    const isLast = rank === qualites.length - 1
    if (!(await replaceImages(travail, images, { niveau, pointsLong }, isLast ? Infinity : cible - others))) continue
    const bytes = await writePdf(pdf)
    if (bytes.length <= cible) return toBlob(bytes)
  }
  return null
}

const sizeOf = (page: ReturnType<PDFDocument['getPage']>) => ({ largeur: page.getWidth(), hauteur: page.getHeight() })

/** Replaces each image by its lighter self; stops, false, as soon as they are over `budget` bytes together. */
async function replaceImages(
  { pdf, onPart }: Travail,
  images: ImageDuPdf[],
  { niveau, pointsLong }: { niveau: Qualite; pointsLong: number },
  budget: number,
): Promise<boolean> {
  let sum = 0
  for (const [rank, image] of images.entries()) {
    onPart(rank / images.length)
    const lighter = (await shrinkImage(image, niveau, pointsLong)) ?? image.flux
    pdf.context.assign(image.ref, lighter)
    sum += lighter.contents.length
    if (sum > budget) return false
  }
  return true
}

/** Draws pages anew as pictures: those without text, then all. */
async function redraw(travail: Travail, opened: OpenedPdf): Promise<{ octets: Blob; methode: MethodePdf } | null> {
  try {
    const count = travail.pdf.getPageCount()
    if (opened.numPages !== count) return null
    const all = Array.from({ length: count }, (_, page) => page)
    const withText = new Set<number>()
    for (const page of all) if (await hasText(opened, page)) withText.add(page)
    const scans = new Set(all.filter((page) => !withText.has(page)))
    await settlePages(travail.pdf, fontLoader(travail.base))
    const drawn = scans.size > 0 ? await drawPages(travail, opened, scans) : null
    if (drawn) return { octets: drawn, methode: 'pages' }
    const flat = withText.size > 0 ? await drawPages(travail, opened, new Set(all)) : null
    return flat && { octets: flat, methode: 'pagesTexte' }
  } finally {
    await opened.loadingTask.destroy()
  }
}

async function hasText(opened: OpenedPdf, page: number): Promise<boolean> {
  const { items } = await (await opened.getPage(page + 1)).getTextContent()
  return items.some((item) => 'str' in item && item.str.trim() !== '')
}

async function drawPages(travail: Travail, opened: OpenedPdf, chosen: ReadonlySet<number>): Promise<Blob | null> {
  for (const niveau of qualites) {
    travail.onAttempt()
    const bytes = await drawAtStep(travail, opened, chosen, niveau)
    if (bytes && bytes.length <= travail.cible) return toBlob(bytes)
  }
  return null
}

async function drawAtStep(
  { pdf, cible, onPart }: Travail,
  opened: OpenedPdf,
  chosen: ReadonlySet<number>,
  { ppp, qualite }: Qualite,
): Promise<Uint8Array | null> {
  const target = await createPdf()
  // All at once: pages copied apart would each bring their fonts.
  const kept = await copyPages(
    pdf,
    target,
    pdf.getPageIndices().filter((page) => !chosen.has(page)),
  )
  let sum = 0
  for (let page = 0; page < opened.numPages; page++) {
    onPart(page / opened.numPages)
    if (!chosen.has(page)) {
      target.addPage(kept.shift())
      continue
    }
    const { width: largeur, height: hauteur } = (await opened.getPage(page + 1)).getViewport({ scale: 1 })
    const pixels = (longSide({ largeur, hauteur }) / 72) * ppp
    const canvas = await drawPage(opened, page + 1, pixels, Infinity)
    const jpg = new Uint8Array(await (await writeJpg(canvas, qualite)).arrayBuffer())
    sum += jpg.length
    if (sum > cible) return null
    addImagePage(target, embedPainted(target, jpg), { largeur, hauteur }, [largeur, 0, 0, hauteur, 0, 0])
  }
  return writePdf(target)
}
