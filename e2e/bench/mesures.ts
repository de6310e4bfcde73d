import type { Page } from '@playwright/test'

const rankOf = (values: readonly number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN

export const median = (values: readonly number[]) => rankOf(values, 0.5)
export const p95 = (values: readonly number[]) => rankOf(values, 0.95)

/** Milliseconds since the page's own clock began: the same for the page and for what is asked of it. */
interface Veille {
  /** Longest time that a timer of 5 ms had to wait. */
  longest: number
  /** For each key, from its press until its sign was painted. */
  paints: number[]
  /** For each field that became wrong or right, from the last key's press until that was painted. */
  verdicts: number[]
}

/** Runs in the page, before anything else of it. */
export function watch() {
  const veille: Veille = { longest: 0, paints: [], verdicts: [] }
  Object.assign(window, { veille })
  let pressed = 0
  /** A message sent while a frame is made is handled once that frame is painted. */
  const measurePaint = (times: number[]) => {
    const from = pressed
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => times.push(performance.now() - from)
    requestAnimationFrame(() => port2.postMessage(null))
  }
  let last = performance.now()
  setInterval(() => {
    const now = performance.now()
    veille.longest = Math.max(veille.longest, now - last - 5)
    last = now
  }, 5)
  addEventListener(
    'keydown',
    () => {
      pressed = performance.now()
      measurePaint(veille.paints)
    },
    true,
  )
  const observer = new MutationObserver(() => measurePaint(veille.verdicts))
  observer.observe(document, { subtree: true, attributeFilter: ['aria-invalid'] })
}

export const reset = (page: Page) =>
  page.evaluate(() => {
    Object.assign((window as unknown as { veille: Veille }).veille, { longest: 0, paints: [], verdicts: [] })
  })
export const watched = (page: Page) => page.evaluate(() => (window as unknown as { veille: Veille }).veille)

/** The clerk's machine is slower than ours: every task takes that many times as long. */
export async function slowDown(page: Page, times: number) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: times })
}

export interface Ligne {
  nom: string
  /** Each one measure of the same thing. */
  mesures: readonly number[]
  /** What it is held against. */
  reference?: readonly number[]
}

const show = (value: number) => value.toFixed(value < 100 ? 1 : 0).padStart(8)

/** Medians, 95th percentiles, and their ratios to those of the reference. */
export function showTable(titre: string, lignes: readonly Ligne[]): string {
  const width = Math.max(...lignes.map(({ nom }) => nom.length))
  const rows = lignes.map(({ nom, mesures, reference }) => {
    const figures = [median(mesures), p95(mesures)].map(show).join('')
    if (!reference) return `${nom.padEnd(width)}${figures}`
    const ratios = [median(mesures) / median(reference), p95(mesures) / p95(reference)]
    return `${nom.padEnd(width)}${figures}   ${ratios.map((ratio) => `${ratio.toFixed(2)} ×`).join('  ')}`
  })
  return ['', titre, `${''.padEnd(width)}  median     p95   of the reference`, ...rows].join('\n')
}
