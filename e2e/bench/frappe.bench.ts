import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from '../app'
import { startDepotOf } from './depot'

interface Mesure {
  field: string
  demandes: number
  /** Milliseconds from key to paint: median and worst. */
  peinture: number
  pire: number
  /** Milliseconds of the main thread for one key, all that follows from it included. */
  calcul: number
}

const letters = Array.from('Laboratoire des Lilas, site de Lyon, prestation du printemps !')
const figures = Array.from({ length: 6 }, () => [...Array.from('27450'), ...Array<string>(5).fill('Backspace')]).flat()
const pace = 110

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Runs in the page: notes for each key the time until what it changed was painted. */
function watchKeys() {
  const paints: number[] = []
  Object.assign(window, { paints })
  addEventListener(
    'keydown',
    () => {
      const pressed = performance.now()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => paints.push(performance.now() - pressed)
      // A message sent while a frame is made is handled once that frame is painted.
      requestAnimationFrame(() => port2.postMessage(null))
    },
    true,
  )
}

async function busySeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN
}

async function measure(page: Page, cdp: CDPSession, field: string, keys: string[], demandes: number): Promise<Mesure> {
  const input = page.getByLabel(field, { exact: true })
  // The first keys of a page also pay for the compiling of its code: they are not counted.
  await input.fill('')
  await input.pressSequentially('27450'.repeat(6), { delay: pace / 2 })
  await input.fill('')
  await page.waitForTimeout(1_500)
  await page.evaluate(() => (window as unknown as { paints: number[] }).paints.splice(0))
  const before = await busySeconds(cdp)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(pace)
  }
  const calcul = ((await busySeconds(cdp)) - before) * 1_000
  const paints = await page.evaluate(() => (window as unknown as { paints: number[] }).paints)
  expect(paints).toHaveLength(keys.length)
  return { field, demandes, peinture: median(paints), pire: Math.max(...paints), calcul: calcul / keys.length }
}

test('from a key to its paint, with 1, 50 and 200 demandes', async ({ browser, baseURL }) => {
  const mesures: Mesure[] = []
  for (const demandes of [1, 50, 200]) {
    const page = await browser.newPage({ baseURL: baseURL ?? '' })
    await page.addInitScript(watchKeys)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Performance.enable')
    await startDepotOf(page, demandes)
    mesures.push(await measure(page, cdp, 'Libellé interne', letters, demandes))
    mesures.push(await measure(page, cdp, 'Montant Ségur HT', figures, demandes))
    await page.close()
  }
  console.log('\nKey to paint, ms (20 FINESS a demande)')
  console.log('field              demandes  median   worst  main thread')
  for (const { field, demandes, peinture, pire, calcul } of mesures)
    console.log(
      `${field.padEnd(18)} ${String(demandes).padStart(8)} ${[peinture, pire, calcul].map((ms) => ms.toFixed(1).padStart(7)).join(' ')}`,
    )
  for (const field of ['Libellé interne', 'Montant Ségur HT'])
    for (const many of [50, 200]) {
      const [one, more] = [1, many].map((count) =>
        mesures.find((found) => found.field === field && found.demandes === count),
      )
      if (!one || !more) continue
      const ratios = [more.peinture / one.peinture, more.calcul / one.calcul].map((ratio) => ratio.toFixed(2))
      console.log(`${field}: ${many} against 1: ${ratios.join(' to paint, ')} of main thread`)
    }
})
