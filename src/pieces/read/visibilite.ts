import type { Aplat, Dessin, Trace } from './dessin'

/** Whether a run of text can be seen: `couvert` by something opaque painted later, `cache` when it is never drawn. */
export type Visibilite = 'visible' | 'couvert' | 'cache'

/** A run of text by its first sign, in the PDF's own space. */
interface Debut {
  texte: string
  x: number
  y: number
}

const strip = (text: string) => text.replace(/\s+/g, '')

/** Most of the page's text is not drawn: a scan with its recognised text behind. */
export function isRecognised({ traces, aplats }: Dessin): boolean {
  const own = traces.filter(({ annotation }) => annotation === null)
  const unseen = own.filter(
    (trace) =>
      trace.muet ||
      isUnder(
        trace,
        aplats.filter(({ image }) => image),
      ),
  )
  return unseen.length > (own.length - unseen.length) * 4
}

/** Tells of each run of text of a drawn page whether it can be seen. */
export function createRegard({ traces, aplats }: Dessin, recognised: boolean): (run: Debut) => Visibilite {
  const rows = new Map<number, Trace[]>()
  for (const trace of traces) {
    if (trace.annotation !== null) continue
    const row = Math.round(trace.debut[1])
    rows.set(row, [...(rows.get(row) ?? []), trace])
  }
  const covers = aplats.filter(({ image }) => !image)
  const states = new Map<Trace, Visibilite>()
  const stateOf = (trace: Trace): Visibilite => {
    const known = states.get(trace)
    if (known) return known
    const hidden = trace.calque || (trace.muet && !recognised)
    const state = hidden ? 'cache' : isUnder(trace, covers) ? 'couvert' : 'visible'
    states.set(trace, state)
    return state
  }
  return ({ texte, x, y }) => {
    const row = Math.round(y)
    const near = [row - 1, row, row + 1].flatMap((one) => rows.get(one) ?? [])
    const wanted = strip(texte)
    const found = near.filter((trace) => isSame(trace, wanted, x, y)).map(stateOf)
    if (found.length === 0 || found.includes('visible')) return 'visible'
    return found.includes('couvert') ? 'couvert' : 'cache'
  }
}

/** The run begins where the trace does, or within it, with the same signs. */
function isSame(trace: Trace, wanted: string, x: number, y: number): boolean {
  const [left, bottom] = trace.debut
  const reach = Math.max(1, 0.3 * trace.hauteur)
  if (Math.abs(y - bottom) > reach) return false
  const text = strip(trace.texte)
  if (Math.abs(x - left) <= reach) return text.startsWith(wanted) || wanted.startsWith(text)
  return x > left && x < trace.fin[0] && text.includes(wanted)
}

/** Whether something opaque, painted later, hides the middle of the run and most of its length. */
function isUnder({ rang, debut, fin, hauteur }: Trace, aplats: readonly Aplat[]): boolean {
  const [left, right] = [Math.min(debut[0], fin[0]), Math.max(debut[0], fin[0])]
  // Text that stands upright on the page runs along y: its box is then as wide as it is tall.
  const [low, high] = [Math.min(debut[1], fin[1]), Math.max(debut[1], fin[1]) + hauteur * 0.7]
  return aplats.some(({ rang: later, boite }) => {
    if (later <= rang) return false
    const width = Math.min(right, boite[2]) - Math.max(left, boite[0])
    const height = Math.min(high, boite[3]) - Math.max(low, boite[1])
    return width >= 0.5 * (right - left) && height >= 0.6 * (high - low)
  })
}

/** What annotations write on the page: typed notes, stamps with words. Form fields are read elsewhere. */
export const notesOf = ({ traces, aplats }: Dessin, fields: ReadonlySet<string>): Trace[] =>
  traces.filter(
    (trace) =>
      trace.annotation !== null &&
      !fields.has(trace.annotation) &&
      !trace.calque &&
      !trace.muet &&
      !isUnder(
        trace,
        aplats.filter(({ annotation }) => annotation !== trace.annotation),
      ),
  )
