import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { decodeXml } from './decodeXml'
import { readDessin, type Dessin, type IsShown, type Trace } from './dessin'
import { respace } from './espaces'
import { createRegard, isRecognised, notesOf, type Visibilite } from './visibilite'
import type { Contenu, TexteItem, TextePage } from '../../lecture/lecture'
import { quartsOf, turnUpright, type Quarts } from '../../lecture/tourne'

const limites = { pages: 60, items: 200_000, champs: 2_000, pagesDessinees: 12, xml: 10_000_000, piecesJointes: 20 }

/** Text, form values and XML attachments of an open PDF, page after page, in points from the top left as displayed. */
export async function extractContenu(document: PDFDocumentProxy): Promise<Contenu> {
  const pages: TextePage[] = []
  const champs: string[] = []
  const recognised: boolean[] = []
  const isShown = await readLayers(document)
  let left = limites.items
  for (let number = 1; number <= Math.min(document.numPages, limites.pages) && left > 0; number++) {
    const page = await document.getPage(number)
    const dessin = number <= limites.pagesDessinees ? await readDessin(page, isShown) : null
    const { items, notes, fields, couverts, ...size } = await readTexts(page, dessin, left)
    pages.push({ ...size, items: [...items, ...notes, ...fields], ...(couverts.length > 0 && { couverts }) })
    champs.push(...fields.map(({ texte }) => texte).slice(0, limites.champs - champs.length))
    left -= items.length
    if (items.length > 0 && dessin) recognised.push(isRecognised(dessin))
    page.cleanup()
  }
  const invisible = recognised.length > 0 && recognised.every(Boolean)
  return { pages, champs, xml: await readXmlAttachments(document), invisible }
}

/** Which layers are shown as the document opens. */
async function readLayers(document: PDFDocumentProxy): Promise<IsShown> {
  const config = await document.getOptionalContentConfig({ intent: 'display' })
  const isVisible = (layer: object) => config.isVisible(layer) as unknown
  return (layer) => typeof layer !== 'object' || layer === null || isVisible(layer) !== false
}

/** A point of the PDF's own space → where it is displayed. */
type Place = (x: number, y: number) => [x: number, y: number]

interface Textes extends Omit<TextePage, 'items'> {
  items: TexteItem[]
  couverts: TexteItem[]
  notes: TexteItem[]
  fields: TexteItem[]
}

/** Most of the page's text decides which way up it is read; what lies otherwise (margins, watermarks) is left out. */
async function readTexts(page: PDFPageProxy, dessin: Dessin | null, limit: number): Promise<Textes> {
  const viewport = page.getViewport({ scale: 1 })
  const place: Place = (x, y) => {
    const [left, top] = viewport.convertToViewportPoint(x, y).map(Number)
    return [left ?? 0, top ?? 0]
  }
  const { items } = await page.getTextContent({ includeMarkedContent: false })
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' })
  const regard = dessin && createRegard(dessin, isRecognised(dessin))
  const suites = items.slice(0, limit).flatMap((item) => ('str' in item && item.str.trim() ? item : []))
  const runs = (dessin ? respace(suites, dessin.signes) : suites)
    .map((item) => runOf(item, place, regard))
    .filter(({ vu }) => vu !== 'cache')
  const quarts = mainQuarts(runs)
  const aslant = runs.filter((run) => run.quarts === null).slice(0, 20)
  const taille = { largeur: viewport.width, hauteur: viewport.height, quarts }
  const upright: Place = (x, y) => turnUpright(place(x, y), taille)
  const boxes = (list: readonly Trait[]) => list.filter((run) => run.quarts === quarts).map((run) => boxOf(run, taille))
  return {
    ...taille,
    ...(aslant.length > 0 && { biais: aslant.map(({ texte }) => texte.slice(0, 80)) }),
    items: boxes(runs.filter(({ vu }) => vu === 'visible')),
    couverts: boxes(runs.filter(({ vu }) => vu === 'couvert')),
    notes: boxes(dessin ? notesOf(dessin, idsOfFields(annotations)).map((trace) => noteOf(trace, place)) : []).map(
      (item) => ({ ...item, note: true }),
    ),
    fields: readFields(annotations, upright),
  }
}

/** A run of text on the displayed page: where its baseline begins and ends. */
interface Trait {
  texte: string
  debut: [number, number]
  fin: [number, number]
  hauteur: number
  quarts: Quarts | null
  vu: Visibilite
}

function runOf(
  item: { str: string; transform: unknown[]; width: number },
  place: Place,
  regard: ReturnType<typeof createRegard> | null,
): Trait {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number)
  const scale = item.width / (Math.hypot(a, b) || 1)
  const [debut, fin] = [place(e, f), place(e + a * scale, f + b * scale)]
  const quarts = quartsOf(fin[0] - debut[0], fin[1] - debut[1])
  const vu = regard?.({ texte: item.str, x: e, y: f }) ?? 'visible'
  return { texte: item.str, debut, fin, hauteur: Math.hypot(c, d), quarts, vu }
}

function noteOf({ texte, debut, fin, hauteur }: Trace, place: Place): Trait {
  const [from, to] = [place(...debut), place(...fin)]
  return { texte, debut: from, fin: to, hauteur, quarts: quartsOf(to[0] - from[0], to[1] - from[1]), vu: 'visible' }
}

function mainQuarts(runs: readonly Trait[]): Quarts {
  const signs = ([0, 1, 2, 3] as const).map((quarts) => ({
    quarts,
    count: runs.reduce((sum, run) => sum + (run.quarts === quarts ? run.texte.length : 0), 0),
  }))
  return signs.reduce((most, next) => (next.count > most.count ? next : most)).quarts
}

function boxOf({ texte, debut, fin, hauteur }: Trait, taille: Omit<TextePage, 'items'>): TexteItem {
  const [x, bas] = turnUpright(debut, taille)
  const [end] = turnUpright(fin, taille)
  return { texte, x, y: bas - hauteur, largeur: Math.max(0, end - x), hauteur }
}

/** Values of the visible text fields and lists, where they stand: `getTextContent` leaves them out. */
function readFields(annotations: readonly unknown[], place: Place): TexteItem[] {
  return annotations.slice(0, limites.champs).flatMap((annotation) => {
    const field = fieldOf(annotation)
    if (!field) return []
    const [ax, ay] = place(field.rect[0], field.rect[1])
    const [bx, by] = place(field.rect[2], field.rect[3])
    const hauteur = Math.min(10, Math.abs(by - ay))
    const middle = (ay + by) / 2
    return [{ texte: field.value, x: Math.min(ax, bx), y: middle - hauteur / 2, largeur: Math.abs(bx - ax), hauteur }]
  })
}

interface Champ {
  value: string
  rect: [number, number, number, number]
}

function fieldOf(annotation: unknown): Champ | null {
  if (typeof annotation !== 'object' || annotation === null) return null
  const { fieldType, fieldValue, hidden, password, rect } = annotation as Record<string, unknown>
  const value = Array.isArray(fieldValue) ? fieldValue.join(' ') : fieldValue
  if (!['Tx', 'Ch'].includes(String(fieldType)) || hidden === true || password === true) return null
  if (typeof value !== 'string' || value.trim() === '' || !Array.isArray(rect)) return null
  const [x = 0, y = 0, right = 0, top = 0] = rect.map(Number)
  return { value: value.slice(0, 2_000), rect: [x, y, right, top] }
}

/** Ids of form fields, whose appearances are no notes. */
const idsOfFields = (annotations: readonly unknown[]): ReadonlySet<string> =>
  new Set(
    annotations.flatMap((annotation) => {
      const { id, subtype } = annotation as Record<string, unknown>
      return typeof id === 'string' && subtype === 'Widget' ? [id] : []
    }),
  )

/** Texts of all attached files that are XML by their name or first sign, whatever their order. */
async function readXmlAttachments(document: PDFDocumentProxy): Promise<string[]> {
  const attachments: unknown = await document.getAttachments()
  if (typeof attachments !== 'object' || attachments === null) return []
  return Object.values(attachments)
    .slice(0, limites.piecesJointes)
    .flatMap((attachment: unknown) => {
      const { content, filename } = attachment as Record<string, unknown>
      if (!(content instanceof Uint8Array) || content.length > limites.xml) return []
      const text = decodeXml(content)
      return text !== null && (/\.xml$/i.test(String(filename)) || /^\s*</.test(text)) ? [text] : []
    })
}
