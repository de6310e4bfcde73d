import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { expect, fillEntete, goToStep, test } from '../app'
import { longestBlock, showBloc } from './blocs'
import { openDepotOf } from './depot'
import { attestationPdf, facturePdf } from './facture'
import { showTable } from './mesures'
import { serveReferences } from './references'

const demandes = 33
const poids = 3_000_000
const times = 3

/** The pièces of that many demandes on the disk, under the names of the portal, each of about 3 MB. */
async function writePieces(folder: string): Promise<string[]> {
  const paths: string[] = []
  for (let rank = 1; rank <= demandes; rank++)
    for (const [type, pdf] of [['FACTURE', facturePdf] as const, ['VA', attestationPdf] as const]) {
      const path = join(folder, `BIO-SGL-Val-${type}-${String(rank).padStart(5, '0')}.pdf`)
      await writeFile(path, pdf(rank, poids - rank))
      paths.push(path)
    }
  return paths
}

async function measureReference(browser: Browser, url: string, paths: readonly string[]): Promise<number> {
  const page = await browser.newPage()
  await page.goto(url)
  const started = Date.now()
  await page.getByLabel('Fichiers', { exact: true }).setInputFiles(paths)
  await page.waitForFunction(() => document.querySelector('output')?.textContent !== '', null, { polling: 50 })
  const seconds = (Date.now() - started) / 1_000
  await page.close()
  return seconds
}

/** Runs in the page: notes when a button was last pressed and when a file was last handed over. */
function watchDownload() {
  const moments = { pressed: 0, given: 0 }
  Object.assign(window, { moments })
  addEventListener('click', () => (moments.pressed = performance.now()), true)
  const create = URL.createObjectURL.bind(URL)
  URL.createObjectURL = (blob) => {
    moments.given = performance.now()
    return create(blob)
  }
}

interface Mesure {
  /** Seconds from the choice of the files until the two of the deposit can be saved. */
  ready: number
  /** ms from the press on a download until its file is handed over. */
  click: number
  /** MB of JavaScript that the press adds. */
  memory: number
}

const heapOf = async (page: Page) => {
  const cdp = await page.context().newCDPSession(page)
  const usage = await cdp.send('Runtime.getHeapUsage')
  return (usage.usedSize + usage.backingStorageSize) / 1_000_000
}

/** The stations on the way, by the page's own means: what drives it waits for nothing else. */
const isExamined = (count: number) =>
  document.querySelectorAll('dialog[open] li select').length === 2 * count &&
  document.querySelector('dialog[open] [role=progressbar]') === null
const isClosed = () => document.querySelector('dialog[open]') === null

async function measureApp(browser: Browser, baseURL: string, paths: readonly string[]): Promise<Mesure> {
  const page = await browser.newPage({ baseURL, acceptDownloads: true })
  await page.addInitScript(watchDownload)
  await openDepotOf(page, demandes)
  await goToStep(page, 'En-tête')
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  const stages: string[] = []
  let ready = 0
  const started = Date.now()
  const stage = (name: string) => {
    ready = (Date.now() - started) / 1_000
    stages.push(`${name} ${ready.toFixed(1)} s`)
  }
  const bloc = await longestBlock(browser, page, async () => {
    await page.locator('#pieces-a-repartir').setInputFiles([...paths])
    await page.waitForFunction(isExamined, paths.length, { polling: 50 })
    stage('examined')
    await page.evaluate(() => {
      const buttons = Array.from(document.querySelectorAll<HTMLButtonElement>('dialog[open] button'))
      buttons.find(({ textContent }) => textContent.startsWith('Joindre'))?.click()
    })
    await page.waitForFunction(isClosed, null, { polling: 50 })
    stage('joined')
    await page.evaluate(() => (location.hash = '#/telechargement'))
    await page.getByText('Fichiers écrits puis relus').waitFor()
    stage('zip ready')
  })
  console.log(`  ${stages.join(', ')}; ${showBloc(bloc)}`)
  const before = await heapOf(page)
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger le ZIP', exact: true }).click(),
  ])
  const memory = (await heapOf(page)) - before
  const { pressed, given } = await page.evaluate(
    () => (window as unknown as { moments: { pressed: number; given: number } }).moments,
  )
  await page.close()
  return { ready, click: given - pressed, memory }
}

test('66 pièces of 3 MB chosen at once, sorted, joined, and the zip ready', async ({ browser, baseURL }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pieces-'))
  const paths = await writePieces(folder)
  const references = await serveReferences()
  const reference: number[] = []
  const app: Mesure[] = []
  console.log('')
  for (let time = 0; time < times; time++) {
    reference.push(await measureReference(browser, references.url('zip'), paths))
    app.push(await measureApp(browser, baseURL ?? '', paths))
  }
  expect(app).toHaveLength(times)
  console.log(
    showTable(`${paths.length} pièces of ${poids / 1_000_000} MB, seconds`, [
      { nom: 'kept on the disk and zipped by fflate', mesures: reference },
      {
        nom: 'chosen, examined, sorted, joined, zipped and read back',
        mesures: app.map(({ ready }) => ready),
        reference,
      },
    ]),
  )
  console.log(
    showTable('The press on «Télécharger le ZIP»', [
      { nom: 'ms until its bytes are handed over', mesures: app.map(({ click }) => click) },
      { nom: 'MB of memory', mesures: app.map(({ memory }) => memory) },
    ]),
  )
  await references.close()
  await rm(folder, { recursive: true })
})
