import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { expect, test } from '../app'
import { median, showTable, slowDown } from './mesures'
import { serveReferences } from './references'

/** What a first visit comes to: ms until something and until the heading are painted, ms in which the page could take no key, files and bytes. */
interface Visite {
  paint: number
  heading: number
  blocked: number
  requests: number
  /** kB, as a server sends them compressed. */
  weight: number
}

const slow = 4
const times = 5
/** ms until all is done, what comes after the heading once nothing else waits too. */
const settling = 8_000

/** Runs in the page: notes the time over 50 ms of each long task, and when the heading was painted. */
function watchStart() {
  const visite = { blocked: 0, heading: NaN }
  Object.assign(window, { visite })
  const look = () => {
    if (document.querySelector('h1') === null) return requestAnimationFrame(look)
    // This frame paints it: a message sent from here is taken once that is done.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => (visite.heading = performance.now())
    return port2.postMessage(null)
  }
  requestAnimationFrame(look)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) visite.blocked += duration - 50
  }).observe({ type: 'longtask', buffered: true })
}

async function visit(browser: Browser, url: string): Promise<Visite> {
  const page = await browser.newPage({ serviceWorkers: 'block' })
  await page.addInitScript(watchStart)
  await slowDown(page, slow)
  await page.goto(url, { waitUntil: 'commit' })
  // Nothing is asked of the page meanwhile: what answers would run in it, and be measured too.
  await page.waitForTimeout(settling)
  const { blocked, heading, paint, asked } = await page.evaluate(() => {
    const { visite } = window as unknown as { visite: Pick<Visite, 'blocked' | 'heading'> }
    const before = performance.getEntriesByType('resource').filter(({ startTime }) => startTime < visite.heading)
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime
    return { ...visite, paint, asked: before.map(({ name }) => name) }
  })
  expect(heading).toBeGreaterThan(0)
  const files = [url, ...asked.filter((name) => /\.(?:js|css)$/.test(name))]
  const bodies = await Promise.all(files.map(async (file) => (await page.request.get(file)).body()))
  await page.close()
  const weight = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1_000
  return { paint: paint ?? NaN, heading, blocked, requests: files.length, weight }
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
      { nom: 'empty React + Vite page, heading painted', mesures: part(empty, 'heading') },
      { nom: 'heading painted', mesures: part(app, 'heading'), reference: part(empty, 'heading') },
      { nom: 'empty React + Vite page, blocking time', mesures: part(empty, 'blocked') },
      { nom: 'blocking time', mesures: part(app, 'blocked'), reference: part(empty, 'blocked') },
    ]),
  )
  const [requests, weight] = [median(part(app, 'requests')), median(part(app, 'weight'))]
  console.log(`Until the heading: ${requests} files, ${weight.toFixed(1)} kB gzip`)
  await references.close()
})
