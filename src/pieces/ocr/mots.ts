import type { Cadre } from '../../lecture/lecture'

/** A word that was recognised, in pixels of the drawing; `confiance` from 0 to 100. */
export interface Mot extends Cadre {
  texte: string
  confiance: number
}

interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** What Tesseract says of a page, as far as we read it. */
interface PageJson {
  blocks: {
    paragraphs: {
      lines: {
        bbox: Box
        baseline: Box
        rowAttributes: { rowHeight: number }
        words: { bbox: Box; text: string; confidence: number }[]
      }[]
    }[]
  }[]
}

type LigneJson = PageJson['blocks'][number]['paragraphs'][number]['lines'][number]

// Strokes of tables and frames, taken for signs.
const stroke = /^[|¦_—–~=«»"'’.,:;\\/[\](){}<>°*^`-]*$/

/**
 * Lines of words, from Tesseract's own JSON. Words of a line stand on its baseline and are as high as it: what they hold
 * of tall or deep letters would part neighbours.
 */
export function readMots(json: string): Mot[][] {
  const { blocks } = JSON.parse(json) as PageJson
  return blocks
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .map(wordsOf)
    .filter((mots) => mots.length > 0)
}

function wordsOf({ bbox, baseline, rowAttributes, words }: LigneJson): Mot[] {
  const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0)
  const hauteur = Math.max(1, Math.min(rowAttributes.rowHeight || Infinity, (bbox.y1 - bbox.y0) * 1.2))
  return words.flatMap(({ bbox: box, text, confidence }) => {
    const texte = text.trim()
    if (texte === '' || (stroke.test(texte) && confidence < 80)) return []
    const bas = baseline.y0 + ((box.x0 + box.x1) / 2 - baseline.x0) * slope
    return [{ texte, confiance: confidence, x: box.x0, largeur: box.x1 - box.x0, y: bas - hauteur, hauteur }]
  })
}

/** How well a page was recognised: the mean confidence of its signs; 0 when there are hardly any. */
export function confianceOf(lignes: readonly Mot[][]): number {
  const mots = lignes.flat()
  const signs = mots.reduce((sum, { texte }) => sum + texte.length, 0)
  return signs < 20 ? 0 : mots.reduce((sum, { texte, confiance }) => sum + confiance * texte.length, 0) / signs
}
