import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { numbersOf, times, unit, type Matrix } from './matrice'

/** Left, bottom, right and top in the PDF's own space. */
export type Boite = readonly [number, number, number, number]

/** A sign of level text, the blank ones too: where it begins and ends on its baseline, in the PDF's own space. */
export interface Signe {
  signe: string
  x: number
  fin: number
  y: number
}

/** One run of glyphs as the page paints it, in the PDF's own space. */
export interface Trace {
  /** Rank among all that is painted. */
  rang: number
  texte: string
  debut: [number, number]
  fin: [number, number]
  hauteur: number
  /** It stands on a layer that is off. */
  calque: boolean
  /** Drawn in a mode that leaves nothing on the page: what OCR lays behind a scan. */
  muet: boolean
  /** Id of the annotation whose appearance it is part of. */
  annotation: string | null
}

/** An opaque rectangle or a picture: what was painted before it can't be seen. */
export interface Aplat {
  rang: number
  boite: Boite
  image: boolean
  annotation: string | null
}

export interface Dessin {
  traces: Trace[]
  /** Of the page's own text, without its annotations. */
  signes: Signe[]
  aplats: Aplat[]
}

/** Whether the layer that a marked content names is shown. */
export type IsShown = (layer: unknown) => boolean

const limites = { operators: 400_000, traces: 40_000, signes: 200_000, aplats: 500 }

/** What a page paints, in order, its annotations included; null where it can't be drawn. */
export async function readDessin(page: PDFPageProxy, isShown: IsShown): Promise<Dessin | null> {
  const list = await page.getOperatorList().catch(() => null)
  if (!list) return null
  const crayon = new Crayon(isShown)
  for (let rang = 0; rang < Math.min(list.fnArray.length, limites.operators); rang++)
    crayon.apply(list.fnArray[rang] ?? 0, list.argsArray[rang] as unknown[] | null, rang)
  return { traces: crayon.traces, signes: crayon.signes, aplats: crayon.aplats }
}

interface Etat {
  ctm: Matrix
  clip: Boite
  corps: number
  interSigne: number
  interMot: number
  largeur: number
  interligne: number
  hausse: number
  mode: number
  /** Paints over what is below: no transparency, blending, mask or pattern. */
  opaque: { alpha: boolean; melange: boolean; masque: boolean; motif: boolean }
}

const everywhere: Boite = [-Infinity, -Infinity, Infinity, Infinity]
const initial: Etat = {
  ctm: unit,
  clip: everywhere,
  corps: 0,
  interSigne: 0,
  interMot: 0,
  largeur: 1,
  interligne: 0,
  hausse: 0,
  mode: 0,
  opaque: { alpha: true, melange: true, masque: true, motif: true },
}

const fills = new Set<number>([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const pictures = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageXObjectRepeat])
const plainColours = new Set<number>([OPS.setFillRGBColor, OPS.setFillGray, OPS.setFillCMYKColor, OPS.setFillColor])

/** Follows the graphics state as ISO 32000-1 §8.4 and §9.3 have it, as far as place and visibility of text need it. */
class Crayon {
  readonly traces: Trace[] = []
  readonly signes: Signe[] = []
  readonly aplats: Aplat[] = []
  private etat = initial
  private stack: Etat[] = []
  private shown: boolean[] = []
  private texte = unit
  private ligne = unit
  private clipping = false
  private annotation: string | null = null

  constructor(private readonly isShown: IsShown) {}

  apply(operator: number, args: unknown[] | null, rang: number) {
    const [first, second] = args ?? []
    if (operator === OPS.save) this.save()
    else if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) this.etat = this.stack.pop() ?? this.etat
    else if (operator === OPS.transform) this.move(numbersOf(args))
    else if (operator === OPS.paintFormXObjectBegin) {
      this.save()
      if (first) this.move(numbersOf(first))
    } else if (operator === OPS.beginMarkedContent) this.shown.push(true)
    else if (operator === OPS.beginMarkedContentProps) this.shown.push(first !== 'OC' || this.isShown(second))
    else if (operator === OPS.endMarkedContent) this.shown.pop()
    else if (operator === OPS.beginAnnotation) this.beginAnnotation(args ?? [])
    else if (operator === OPS.endAnnotation) this.endAnnotation()
    else if (operator === OPS.setGState) this.setGState(first)
    else if (operator === OPS.setFillColorN) this.setOpaque({ motif: false })
    else if (plainColours.has(operator)) this.setOpaque({ motif: true })
    else if (operator === OPS.clip || operator === OPS.eoClip) this.clipping = true
    else if (operator === OPS.constructPath) this.paintPath(args ?? [], rang)
    else if (pictures.has(operator)) this.paint([0, 0, 1, 1], true, rang)
    else this.write(operator, args ?? [], rang)
  }

  private save() {
    if (this.stack.length < 10_000) this.stack.push(this.etat)
  }

  private move(matrix: Matrix) {
    this.etat = { ...this.etat, ctm: times(this.etat.ctm, matrix) }
  }

  private setOpaque(change: Partial<Etat['opaque']>) {
    this.etat = { ...this.etat, opaque: { ...this.etat.opaque, ...change } }
  }

  private beginAnnotation([id, , transform, matrix]: unknown[]) {
    this.save()
    this.etat = { ...initial, ctm: times(numbersOf(transform), numbersOf(matrix)) }
    this.annotation = typeof id === 'string' ? id : ''
  }

  private endAnnotation() {
    this.etat = this.stack.pop() ?? this.etat
    this.annotation = null
  }

  private setGState(states: unknown) {
    if (!Array.isArray(states)) return
    for (const state of states as unknown[]) {
      const [key, value] = state as [string, unknown]
      if (key === 'ca') this.setOpaque({ alpha: Number(value) > 0.98 })
      else if (key === 'BM') this.setOpaque({ melange: value === 'source-over' })
      else if (key === 'SMask') this.setOpaque({ masque: value === false || value === null })
      else if (key === 'Font' && Array.isArray(value)) this.etat = { ...this.etat, corps: Number(value[1]) }
    }
  }

  private paintPath([operator, data, bounds]: unknown[], rang: number) {
    const { clipping } = this
    this.clipping = false
    if (!bounds) return
    const [left, bottom, right, top] = numbersOf(bounds)
    const boite: Boite = [left, bottom, right, top]
    if (fills.has(Number(operator)) && isRectangle(data, boite)) this.paint(boite, false, rang)
    if (clipping) this.etat = { ...this.etat, clip: meet(this.etat.clip, boxUnder(this.etat.ctm, boite)) }
  }

  private paint(boite: Boite, image: boolean, rang: number) {
    if (this.aplats.length >= limites.aplats || this.shown.includes(false)) return
    const { alpha, melange, masque, motif } = this.etat.opaque
    if (!(alpha && melange && masque && (image || motif))) return
    // Before any text nothing is covered.
    if (this.traces.length === 0) return
    this.aplats.push({
      rang,
      boite: meet(this.etat.clip, boxUnder(this.etat.ctm, boite)),
      image,
      annotation: this.annotation,
    })
  }

  private write(operator: number, args: unknown[], rang: number) {
    const [first, second] = args
    const amount = Number(first)
    if (operator === OPS.beginText) this.texte = this.ligne = unit
    else if (operator === OPS.setFont) this.etat = { ...this.etat, corps: Number(second) }
    else if (operator === OPS.setCharSpacing) this.etat = { ...this.etat, interSigne: amount }
    else if (operator === OPS.setWordSpacing) this.etat = { ...this.etat, interMot: amount }
    else if (operator === OPS.setHScale) this.etat = { ...this.etat, largeur: amount / 100 }
    else if (operator === OPS.setLeading) this.etat = { ...this.etat, interligne: amount }
    else if (operator === OPS.setTextRise) this.etat = { ...this.etat, hausse: amount }
    else if (operator === OPS.setTextRenderingMode) this.etat = { ...this.etat, mode: amount }
    else if (operator === OPS.setTextMatrix) this.texte = this.ligne = numbersOf(first)
    else if (operator === OPS.moveText) this.nextLine(amount, Number(second))
    else if (operator === OPS.setLeadingMoveText) {
      this.etat = { ...this.etat, interligne: -Number(second) }
      this.nextLine(amount, Number(second))
    } else if (operator === OPS.nextLine) this.nextLine(0, -this.etat.interligne)
    else if (operator === OPS.showText && Array.isArray(first)) this.showText(first, rang)
  }

  private nextLine(x: number, y: number) {
    this.texte = this.ligne = times(this.ligne, [1, 0, 0, 1, x, y])
  }

  private showText(glyphs: readonly unknown[], rang: number) {
    const { corps, interSigne, interMot, largeur, hausse, ctm, mode } = this.etat
    const [a, b, c, d, x, y] = times(times(ctm, this.texte), [1, 0, 0, 1, 0, hausse])
    const isLevel = a > 0 && Math.abs(b) < 0.01 * a && this.annotation === null
    let [texte, advance] = ['', 0]
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') advance -= (glyph * corps) / 1000
      else if (typeof glyph === 'object' && glyph !== null) {
        const { unicode, width, isSpace } = glyph as { unicode?: string; width?: number; isSpace?: boolean }
        const own = ((width ?? 0) * corps) / 1000
        const [debut, fin] = [advance, advance + own].map((at) => x + a * largeur * at)
        texte += unicode ?? ''
        if (isLevel && this.signes.length < limites.signes)
          this.signes.push({ signe: unicode ?? '', x: debut ?? x, fin: fin ?? x, y })
        advance += own + interSigne + (isSpace ? interMot : 0)
      }
    }
    this.texte = times(this.texte, [1, 0, 0, 1, advance * largeur, 0])
    if (texte.trim() === '' || this.traces.length >= limites.traces) return
    this.traces.push({
      rang,
      texte,
      debut: [x, y],
      fin: [x + a * advance * largeur, y + b * advance * largeur],
      hauteur: Math.hypot(c, d) * corps,
      calque: this.shown.includes(false),
      muet: mode === 3 || mode === 7,
      annotation: this.annotation,
    })
  }
}

const meet = (a: Boite, b: Boite): Boite => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

function boxUnder([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Boite): Boite {
  const xs = [left, right].flatMap((x) => [bottom, top].map((y) => a * x + c * y + e))
  const ys = [left, right].flatMap((x) => [bottom, top].map((y) => b * x + d * y + f))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** Whether a path only runs along the edges of its bounds: pdf.js hands paths over as steps (0 and 1: to a point, 4: close). */
function isRectangle(data: unknown, [left, bottom, right, top]: Boite): boolean {
  const steps: unknown = Array.isArray(data) ? data[0] : null
  if (!(steps instanceof Float32Array) || steps.length > 24) return false
  for (let at = 0; at < steps.length;) {
    const step = steps[at] ?? -1
    if (step === 4) {
      at += 1
      continue
    }
    const [x = 0, y = 0] = steps.subarray(at + 1, at + 3)
    const onCorner = (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top))
    if (step > 1 || !onCorner) return false
    at += 3
  }
  return true
}

const near = (a: number, b: number) => Math.abs(a - b) <= 0.01 + Math.abs(b) * 1e-5
