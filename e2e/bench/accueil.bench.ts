import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { test } from '../app'
import { showTable, slowDown } from './mesures'
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
  const asked: Promise<number>[] = []
  page.on('response', (response) => {
    if (/\.(?:js|css|html)$|\/$/.test(new URL(response.url()).pathname))
      asked.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('h1').waitFor()
  const toHeading = asked.length
  await page.waitForLoadState('networkidle')
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN)
  const blocked = await page.evaluate(() => (window as unknown as { visite: { blocked: number } }).visite.blocked)
  const weights = await Promise.all(asked.slice(0, toHeading))
  await page.close()
  return { paint, blocked, requests: toHeading, weight: weights.reduce((sum, bytes) => sum + bytes, 0) / 1_000 }
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
  const [first] = app
  console.log(`Until the heading: ${first?.requests} files, ${first?.weight.toFixed(1)} kB gzip`)
  await references.close()
})
