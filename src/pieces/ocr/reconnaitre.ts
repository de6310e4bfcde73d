import type { FormatFichier } from '../../format/profil'
import { completer, isOpen } from '../../lecture/completer'
import type { Lecture, TextePage } from '../../lecture/lecture'
import { mapLus } from '../../lecture/lus'
import { readContenu } from '../../lecture/readContenu'
import { eraseFilets, type Trait } from './filets'
import { doubtFlous } from './flou'
import { findInclinaison } from './inclinaison'
import { confianceOf, type Mot } from './mots'
import { openPdfPages, openPicture, type Pages, type PageVue } from './pages'
import { frameOnPage, type Placement } from './placement'
import { drawUpright } from './redressement'
import { echelleOf } from './resolution'
import { startTesseract, type Recognise } from './tesseract'
import { toTextePage } from './textePage'

export interface DemandeReconnaissance {
  octets: Blob
  formatFichier: FormatFichier
  /** URL of the folder of pdf.js' own files, with its final slash. */
  base: string
  /** The same of Tesseract's. */
  baseOcr: string
}

/** `sansTexte`: no line of print was recognised. `illisible`: it does not open. `tropGrand`: too many pixels. */
export type Reconnaissance =
  { ok: true; lecture: Lecture } | { ok: false; raison: 'sansTexte' | 'illisible' | 'tropGrand' }

/** An invoice or attestation is shorter; what is behind is conditions of sale. */
const pagesMax = 20

let started: Promise<Recognise> | null = null

/** Reads the pages of a scan or photo as images. Nothing that it gives is sure. */
export async function reconnaitre(
  { octets, formatFichier, base, baseOcr }: DemandeReconnaissance,
  onProgress: (share: number) => void,
): Promise<Reconnaissance> {
  if (formatFichier === 'XML') return { ok: false, raison: 'illisible' }
  const pages = formatFichier === 'PDF' ? await openPdfPages(octets, base) : await openPicture(octets, formatFichier)
  if (pages === null) return { ok: false, raison: 'illisible' }
  if (typeof pages === 'string') return { ok: false, raison: pages }
  try {
    const recognise = await (started ??= startTesseract(baseOcr))
    const lues = await readPages(pages, recognise, (share) => onProgress(share * firstShare))
    const first = lectureOf(lues)
    const lecture = isOpen(first) ? completer(first, await lookAgain(pages, lues, recognise, onProgress)) : first
    return lecture.texteLisible ? { ok: true, lecture } : { ok: false, raison: 'sansTexte' }
  } finally {
    await pages.close()
  }
}

/** One page, recognised the right way up. */
interface PageLue {
  lignes: Mot[][]
  placement: Placement
  traits: readonly Trait[]
}

async function readPages(pages: Pages, recognise: Recognise, onProgress: (share: number) => void): Promise<PageLue[]> {
  const count = Math.min(pages.nombre, pagesMax)
  const lues: PageLue[] = []
  for (let numero = 1; numero <= count; numero++) {
    const vue = await pages.draw(numero)
    lues.push(readUpright(vue, recognise, (share) => onProgress((numero - 1 + share) / count)))
    vue.release()
  }
  return lues
}

/** How far a document is once each page was read, when some are to be looked at again. */
const firstShare = 0.6
/** Totals and parties stand on the first pages of a document; more would only cost time. */
const pagesRelues = 3

/** Recognises the first pages once more as they stand, rulings and all: other signs are mistaken then. */
async function lookAgain(
  pages: Pages,
  lues: readonly PageLue[],
  recognise: Recognise,
  onProgress: (share: number) => void,
): Promise<Lecture> {
  const again: PageLue[] = [...lues]
  const relues = lues.slice(0, pagesRelues)
  for (const [rank, lue] of relues.entries()) {
    const vue = await pages.draw(rank + 1)
    const { degres, echelle } = lue.placement
    const { gris } = drawUpright(vue, degres, echelle)
    vue.release()
    const lignes = recognise(gris, echelle * 72, (share) =>
      onProgress(firstShare + ((rank + share) / relues.length) * (1 - firstShare)),
    )
    again[rank] = { ...lue, lignes }
  }
  return lectureOf(again)
}

/** Print that stands upright is recognised with at least this confidence. */
const upright = 70
/** Lines tell their lean at less than the resolution at which words are recognised. */
const leanShare = 2 / 3
/** How far a page is when each way up has been tried. */
const steps = [0, 0.7, 0.85, 0.95, 1]

/** Recognises a page as its lines lie; when that makes little sense, turned over, then on its sides. The best is kept. */
function readUpright(vue: PageVue, recognise: Recognise, onProgress: (share: number) => void): PageLue {
  const echelle = echelleOf(vue)
  const { quarts, degres } = findInclinaison(drawUpright(vue, 0, echelle * leanShare).gris)
  const lean = quarts * 90 + degres
  const tries: (PageLue & { confiance: number })[] = []
  for (const [rank, turn] of [0, 180, 90, 270].entries()) {
    const [from = 0, to = 1] = steps.slice(rank)
    const { gris, placement } = drawUpright(vue, lean + turn, echelle)
    const { gris: bare, traits } = eraseFilets(gris, echelle)
    const lignes = recognise(bare, echelle * 72, (share) => onProgress(from + share * (to - from)))
    tries.push({ lignes, placement, traits, confiance: confianceOf(lignes) })
    if (confianceOf(lignes) >= upright) break
  }
  onProgress(1)
  return tries.reduce((best, one) => (one.confiance > best.confiance ? one : best))
}

/** What the recognised pages say; frames as on the pages displayed. */
function lectureOf(lues: readonly PageLue[]): Lecture {
  const pages: TextePage[] = lues.map(({ lignes, placement, traits }) => toTextePage(lignes, placement, traits))
  const lecture = readContenu({ pages, champs: [], xml: [], invisible: false, reconnu: true })
  return mapLus(doubtFlous(lecture, lues), (lu) => {
    const lue = lu.page === null ? undefined : lues[lu.page - 1]
    return lue && lu.cadre ? { ...lu, cadre: frameOnPage(lu.cadre, lue.placement) } : lu
  })
}
