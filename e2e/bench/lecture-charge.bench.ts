import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { zlibSync } from 'fflate'
import { goToStep, test } from '../app'

/** An invoice with a text of its own, as billing software writes it. */
function facturePdf(rank: number): Buffer {
  const numero = String(rank).padStart(6, '0')
  const lines = [
    'FACTURE',
    `Facture F-${numero}`,
    'Date de facture : 15/03/2023',
    `Dossier ASP : FINBIO${numero}`,
    'SIRET : 999 001 019 00010',
    ...Array.from({ length: 40 }, (_, line) => `Prestation Segur, ligne ${line} du dossier ${numero}`),
    'Total HT 10 000,00 EUR',
    'TVA 20 % 2 000,00 EUR',
    'Total TTC 12 000,00 EUR',
  ]
  const drawing = lines.map((line, index) => `BT /F 9 Tf 50 ${800 - index * 15} Td (${line}) Tj ET`).join('\n')
  const stream = Buffer.from(zlibSync(Buffer.from(drawing, 'latin1')))
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n${stream.toString('latin1')}\nendstream`,
  ]
  let text = '%PDF-1.4\n'
  const offsets = bodies.map((body, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 6\n0000000000 65535 f \n${entries}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** That many invoices on the disk: handed over as bytes they would pass through the page. */
async function writeFactures(folder: string, from: number, count: number): Promise<string[]> {
  const paths = Array.from({ length: count }, (_, index) => join(folder, `facture-${from + index}.pdf`))
  await Promise.all(paths.map((path, index) => writeFile(path, facturePdf(from + index))))
  return paths
}

interface Veille {
  longest: number
  paints: number[]
}

/** Runs in the page: the longest wait of a timer of 5 ms, and for each key the time until its paint. */
function watch() {
  const veille: Veille = { longest: 0, paints: [] }
  Object.assign(window, { veille })
  let last = performance.now()
  setInterval(() => {
    const now = performance.now()
    veille.longest = Math.max(veille.longest, now - last - 5)
    last = now
  }, 5)
  addEventListener(
    'keydown',
    () => {
      const pressed = performance.now()
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => veille.paints.push(performance.now() - pressed)
      requestAnimationFrame(() => port2.postMessage(null))
    },
    true,
  )
}

const reset = (page: Page) =>
  page.evaluate(() => Object.assign((window as unknown as { veille: Veille }).veille, { longest: 0, paints: [] }))
const watched = (page: Page) => page.evaluate(() => (window as unknown as { veille: Veille }).veille)

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

/** Runs a part of the work and says how long it took, and the longest block meanwhile. */
async function timed(page: Page, name: string, work: () => Promise<void>) {
  await reset(page)
  const started = Date.now()
  await work()
  const { longest } = await watched(page)
  console.log(`  ${name}: ${((Date.now() - started) / 1_000).toFixed(1)} s, longest block ${longest.toFixed(0)} ms`)
}

/** Drops that many invoices, makes a demande of each and joins them. */
async function dropAll(page: Page, from: number, count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'factures-'))
  const paths = await writeFactures(folder, from, count)
  await goToStep(page, 'Demandes')
  await timed(page, `${count} examined, read, and a demande planned for each`, async () => {
    await page.locator('#pieces-a-repartir').setInputFiles(paths)
    await page.waitForFunction(isExamined, count, { polling: 200, timeout: 120_000 })
  })
  await timed(page, 'joined', async () => {
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

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

test('while 60 pièces are read: the page, the keys; then its memory after 60, 200 and 400', async ({ page }) => {
  await page.addInitScript(watch)
  const cdp = await page.context().newCDPSession(page)
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  console.log('\nInvoices dropped in a heap')
  await dropAll(page, 1, 1)
  const heaps = [`1: ${(await heapOf(cdp)).toFixed(1)}`]
  await dropAll(page, 2, 59)
  heaps.push(`60: ${(await heapOf(cdp)).toFixed(1)}`)

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
  await dropAll(page, 61, 70)
  await dropAll(page, 131, 70)
  heaps.push(`200: ${(await heapOf(cdp)).toFixed(1)}`)
  await dropAll(page, 201, 100)
  await dropAll(page, 301, 100)
  heaps.push(`400: ${(await heapOf(cdp)).toFixed(1)}`)
  console.log(`JS heap of the page in MB, by pièces read: ${heaps.join(', ')}`)
})
