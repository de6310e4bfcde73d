import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { goToStep, test } from '../app'
import { longestBlock, showBloc } from './blocs'
import { facturePdf } from './facture'
import { median, reset, watch, watched } from './mesures'

/** That many invoices on the disk: handed over as bytes they would pass through the page. */
async function writeFactures(folder: string, from: number, count: number): Promise<string[]> {
  const paths = Array.from({ length: count }, (_, index) => join(folder, `facture-${from + index}.pdf`))
  await Promise.all(paths.map((path, index) => writeFile(path, facturePdf(from + index))))
  return paths
}

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

/** ms after a part of the work in which what follows of it (writes, lists drawn) still counts as its own. */
const after = 1_500

/** Runs a part of the work and says how long it took, and the longest block meanwhile and just after. */
async function timed(browser: Browser, page: Page, name: string, work: () => Promise<void>) {
  // The measure's own means are in the page before it begins.
  await page.evaluate(() => document.querySelector('dialog[open]'))
  let seconds = 0
  const block = await longestBlock(browser, page, async () => {
    const started = Date.now()
    await work()
    seconds = (Date.now() - started) / 1_000
    await page.waitForTimeout(after)
  })
  console.log(`  ${name}: ${seconds.toFixed(1)} s, ${showBloc(block)}`)
}

/** Drops that many invoices, makes a demande of each and joins them. */
async function dropAll(browser: Browser, page: Page, from: number, count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'factures-'))
  const paths = await writeFactures(folder, from, count)
  await goToStep(page, 'Demandes')
  await timed(browser, page, `${count} examined, read, and a demande planned for each`, async () => {
    await page.locator('#pieces-a-repartir').setInputFiles(paths)
    await page.waitForFunction(isExamined, count, { polling: 200, timeout: 120_000 })
  })
  await timed(browser, page, 'joined', async () => {
    await pressInSheet(page, 'Créer ')
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null, null, { polling: 200 })
  })
  await rm(folder, { recursive: true })
}

// By the page's own means: to find a button by its role among thousands of options takes longer than the app's work.
const isExamined = (count: number) =>
  document.querySelectorAll('dialog[open] li select').length === 2 * count &&
  document.querySelector('dialog[open] [role=progressbar]') === null
const pressInSheet = (page: Page, text: string) =>
  page.evaluate((start) => {
    const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>('dialog[open] button'))
    buttons.find(({ textContent }) => textContent.startsWith(start))?.click()
  }, text)

test('heaps of 60 with nothing there and with 240, the keys meanwhile, the memory', async ({ browser, page }) => {
  await page.addInitScript(watch)
  const cdp = await page.context().newCDPSession(page)
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  console.log('\nInvoices dropped in a heap')
  await dropAll(browser, page, 1, 60)
  const heaps = [`60: ${(await heapOf(cdp)).toFixed(1)}`]

  // A draft that is taken up again is read anew behind the clerk's back: typing goes on meanwhile.
  await page.waitForTimeout(2_000)
  await page.goto('./#/demandes/1')
  await page.reload()
  const libelle = page.getByLabel('Libellé interne', { exact: true })
  await libelle.focus()
  await reset(page)
  for (const sign of 'Laboratoire des Lilas, site de Lyon') {
    await page.keyboard.press(sign)
    await page.waitForTimeout(60)
  }
  const { paints, longest } = await watched(page)
  console.log(
    `Keys while a draft of 60 is taken up again: median ${median(paints).toFixed(1)} ms to paint, worst ${Math.max(...paints).toFixed(1)} ms, longest block ${longest.toFixed(0)} ms`,
  )
  await dropAll(browser, page, 61, 180)
  heaps.push(`240: ${(await heapOf(cdp)).toFixed(1)}`)
  await dropAll(browser, page, 241, 60)
  heaps.push(`300: ${(await heapOf(cdp)).toFixed(1)}`)
  console.log(`JS heap of the page in MB, by pièces read: ${heaps.join(', ')}`)
})
