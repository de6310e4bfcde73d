import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../app'
import { dialogue, ouvrir } from '../fichiers'
import { depotOf } from './depot'
import { showTable } from './mesures'
import { serveReferences } from './references'

const times = 5

interface Attente {
  /** When the deed was done that is waited for. */
  since: number
  /** Until what it asked for was painted, ms. */
  painted: Promise<number>
}

/** Runs in the page: from that event on, the ms until the first frame in which what is sought stands on the page. */
function watchFor({ event, sought, text }: { event: string; sought: string; text: string }) {
  const attente: Attente = { since: 0, painted: Promise.resolve(0) }
  Object.assign(window, { attente })
  const isThere = () => Array.from(document.querySelectorAll(sought)).some((one) => one.textContent.includes(text))
  addEventListener(
    event,
    () => {
      attente.since = performance.now()
      attente.painted = new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now() - attente.since)
        // A message sent while a frame is made is handled once that frame is painted.
        const look = () => requestAnimationFrame(() => (isThere() ? port2.postMessage(null) : look()))
        look()
      })
    },
    { capture: true, once: true },
  )
}

const painted = (page: Page) => page.evaluate(() => (window as unknown as { attente: Attente }).attente.painted)

async function measureReference(browser: Browser, url: string, demandes: number): Promise<number> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.evaluate(watchFor, { event: 'change', sought: 'h1', text: 'Demande 1' })
  const { name, buffer } = depotOf(demandes)
  await page.getByLabel('Fichier', { exact: true }).setInputFiles({ name, buffer, mimeType: 'application/json' })
  const ms = await painted(page)
  await page.close()
  return ms
}

/** From the press on «Ouvrir comme nouveau dépôt» until what is wrong with it stands on the page. */
async function measureApp(browser: Browser, baseURL: string, demandes: number): Promise<number> {
  const page = await browser.newPage({ baseURL })
  await page.goto('./')
  await ouvrir(page, depotOf(demandes))
  const button = dialogue(page).getByRole('button', { name: 'Ouvrir comme nouveau dépôt', exact: true })
  await expect(button).toBeEnabled()
  await page.evaluate(watchFor, { event: 'click', sought: 'main', text: 'erreurs empêchent' })
  await button.click()
  const ms = await painted(page)
  await page.close()
  return ms
}

test('a deposit of 20, 200 and 2 000 demandes opened, until it is painted and checked', async ({
  browser,
  baseURL,
}) => {
  const references = await serveReferences()
  const lignes = []
  for (const demandes of [20, 200, 2_000]) {
    const reference: number[] = []
    const app: number[] = []
    for (let time = 0; time < times; time++) {
      reference.push(await measureReference(browser, references.url('formulaire'), demandes))
      app.push(await measureApp(browser, baseURL ?? '', demandes))
    }
    lignes.push({ nom: `a list and a form on one store, ${demandes}`, mesures: reference })
    lignes.push({ nom: `the app, ${demandes}`, mesures: app, reference })
  }
  console.log(showTable('From the press to the painted, checked page, ms', lignes))
  await references.close()
})
