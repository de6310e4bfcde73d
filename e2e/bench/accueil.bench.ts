import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { test } from '../app'
import { median, showTable, slowDown } from './mesures'
import { serveReferences } from './references'

/** What a first visit comes to: ms until the heading is painted and in which the page could take no key, files and bytes. */
interface Visite {
  paint: number
  blocked: number
  requests: number
  /** kB, as a server sends them compressed. */
  weight: number
}

const slow = 4
const times = 5
/** ms after the heading. */
const settling = 5_000

/** Runs in the page: notes the time over 50 ms of each long task. */
function watchTasks() {
  const visite = { blocked: 0 }
  Object.assign(window, { visite })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) visite.blocked += duration - 50
  }).observe({ type: 'longtask', buffered: true })
}

async function visit(browser: Browser, url: string): Promise<Visite> {
  const page = await browser.newPage({ serviceWorkers: 'block' })
  await page.addInitScript(watchTasks)
  await slowDown(page, slow)
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('h1').waitFor()
  const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const paint = await (
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime)
  ).jsonValue()
  // What comes after the heading, once nothing else waits, counts as blocking time too.
  await page.waitForTimeout(settling)
  const blocked = await page.evaluate(() => (window as unknown as { visite: { blocked: number } }).visite.blocked)
  const files = [url, ...asked.filter((name) => /\.(?:js|css)$/.test(name))]
  const bodies = await Promise.all(files.map(async (file) => (await page.request.get(file)).body()))
  await page.close()
  const weight = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000
  return { paint: paint ?? NaN, blocked, requests: files.length, weight }
}

test('the first screen: paint, blocking time, files and bytes', async ({ browser, baseURL }) => {
  const references = await serveReferences()
  const empty: Visite[] = []
  const app: Visite[] = []
  for (let time = 0; time < times; time++) {
    empty.push(await visit(browser, references.url('vide')))
    app.push(await visit(browser, baseURL ?? ''))
  }
  const part = (visites: readonly Visite[], name: keyof Visite) => visites.map((visite) => visite[name])
  console.log(
    showTable(`The first screen, CPU ÷ ${slow}, ms`, [
      { nom: 'empty React + Vite page, first paint', mesures: part(empty, 'paint') },
      { nom: 'first paint', mesures: part(app, 'paint'), reference: part(empty, 'paint') },
      { nom: 'empty React + Vite page, blocking time', mesures: part(empty, 'blocked') },
      { nom: 'blocking time', mesures: part(app, 'blocked'), reference: part(empty, 'blocked') },
    ]),
  )
  const [requests, weight] = [median(part(app, 'requests')), median(part(app, 'weight'))]
  console.log(`Until the heading: ${requests} files, ${weight.toFixed(1)} kB gzip`)
  await references.close()
})
