import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, test as base, type BrowserContext, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { attach, download, expect, fillDemande, fillEntete, goToStep, guide, sample } from './app'
import { addDemande, factureOf, field, startDemande } from './pieces'
import { piedSuivant, writeParutionSuivante } from './parution'
import { startServeur, type Serveur } from './serveur'
import { settings } from './settings'

const dist = resolve(import.meta.dirname, '..', process.env.E2E_DIST ?? 'dist')

interface Poste {
  /** A folder that goes with the test. */
  dossier: string
  serveur: Serveur
  /** Starts the browser, or starts it again with all that it kept, and opens the app. */
  ouvrir: () => Promise<Page>
}

/** A computer of one's own: a browser that keeps what it is given, and a server that may go. */
const test = base.extend<{ poste: Poste }>({
  poste: async ({}, use) => {
    const dossier = await mkdtemp(join(tmpdir(), 'poste-'))
    const serveur = await startServeur(dist)
    let context: BrowserContext | null = null
    const faults: string[] = []
    await use({
      dossier,
      serveur,
      ouvrir: async () => {
        await context?.close()
        const { launchOptions, serviceWorkers: _blocked, ...use } = settings.use
        context = await chromium.launchPersistentContext(join(dossier, 'profil'), {
          ...use,
          ...launchOptions,
          baseURL: serveur.url,
          serviceWorkers: 'allow',
        })
        context.on('page', (page) => page.on('pageerror', ({ message }) => faults.push(message)))
        context.on('request', (request) => {
          if (/^http/.test(request.url()) && !request.url().startsWith(serveur.url)) faults.push(request.url())
        })
        const page = await context.newPage()
        await page.goto('./')
        return page
      },
    })
    await (context as BrowserContext | null)?.close()
    await serveur.stop()
    await rm(dossier, { recursive: true, force: true, maxRetries: 5 })
    expect(faults).toEqual([])
  },
})

// The whole app is kept, twice where there is a next release.
test.slow()

/** Waits until every file of the app is on this computer. */
const isKept = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready
    while (active?.state !== 'activated')
      await new Promise((changed) => active?.addEventListener('statechange', changed))
  })

test("with the server gone and the browser started again, the guide's example is filled in, read, joined and downloaded", async ({
  poste,
}) => {
  await isKept(await poste.ouvrir())
  await poste.serveur.stop()

  const page = await poste.ouvrir()
  await startDemande(page)
  await attach(page, 'Facture', guide.facture)
  await expect(page.getByText(/27\s450,00\s€ lu dans la facture/)).toBeVisible()
  await fillDemande(page, guide)
  await goToStep(page, 'En-tête du fichier')
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('Aucune erreur')).toBeVisible()
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  const json = await download(page, 'Télécharger le JSON')
  expect(json.bytes.equals(await readFile(join(dist, 'schema', 'exemple-guide.json')))).toBe(true)
  const zip = await download(page, 'Télécharger le ZIP')
  expect(Object.keys(unzipSync(zip.bytes))).toEqual(['BIO-SGL-Val-FACTURE-00001.pdf', 'BIO-SGL-Val-VA-00001.pdf'])

  // What is fetched when it is asked for only: joining, recognition, the guide.
  await goToStep(page, 'Demandes')
  await addDemande(page)
  await field(page, 'Facture').setInputFiles(sample('ocr/facture-scannee.jpg'))
  await page.getByRole('button', { name: 'Lire ce document' }).click()
  await expect(page.getByText('Document lu par reconnaissance.')).toBeVisible({ timeout: 120_000 })
  await field(page, 'Document à ajouter').first().setInputFiles(sample('facture.pdf'))
  await page.getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  await expect(page.getByText('2 documents réunis')).toBeVisible()
  await page.getByRole('link', { name: 'Aide' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeVisible()
})

/** A page at work, and the next release on the server in the place of the one that it came from. */
async function publierSuivante(poste: Poste): Promise<Page> {
  const page = await poste.ouvrir()
  await isKept(page)
  await startDemande(page)
  const suivante = join(poste.dossier, 'parution')
  await writeParutionSuivante(dist, suivante)
  poste.serveur.serve(suivante)
  return page
}

/** It is told once all of its files are here. */
const isOffered = (page: Page) =>
  expect(page.getByText('Une nouvelle version est prête')).toBeVisible({ timeout: 60_000 })
const pied = (page: Page) => page.getByText(piedSuivant)

test('a new release is offered, never taken by itself, and taken without losing a half-typed field', async ({
  poste,
}) => {
  const page = await publierSuivante(poste)
  await page.reload()
  await isOffered(page)
  await expect(pied(page)).toHaveCount(0)
  const asp = field(page, 'Numéro de dossier ASP')
  await asp.pressSequentially('finbio0')
  await page.getByRole('button', { name: 'Mettre à jour' }).click()
  await expect(pied(page)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 1')
  await expect(asp).toHaveValue(/^finbio0$/i)
  await expect(page.getByText('Une nouvelle version est prête')).toHaveCount(0)
})

test('the release at work keeps its lazy parts when another is published, and when another window takes that one', async ({
  poste,
}) => {
  const page = await publierSuivante(poste)
  const other = await page.context().newPage()
  await other.goto(poste.serveur.url)
  await isOffered(page)
  await page.getByRole('link', { name: 'Aide' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeVisible()
  await page.goBack()

  await other.getByRole('button', { name: 'Mettre à jour' }).click()
  await expect(pied(other)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 1')
  await isOffered(page)
  await expect(pied(page)).toHaveCount(0)
  // Neither its worker nor what joins documents was asked for before.
  await factureOf(page).setInputFiles([sample('lecture/facture-1-sur-2.pdf'), sample('lecture/transparent.png')])
  await page.getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  await expect(page.getByText('2 documents réunis')).toBeVisible()
  await expect(pied(page)).toHaveCount(0)
})

test('the page is there before anything is kept of it, and does not wait for that', async ({ poste }) => {
  poste.serveur.hold('/sw.js')
  const page = await poste.ouvrir()
  await expect(page.getByRole('button', { name: 'Nouveau dépôt' })).toBeVisible()
  const asked = () => poste.serveur.demandes
  await expect.poll(asked).toContain('/sw.js')
  const [painted, watched] = await page.evaluate(() => [
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    performance.getEntriesByType('resource').find(({ name }) => name.includes('watchReleases'))?.startTime ?? -Infinity,
  ])
  expect(painted).toBeLessThan(watched)
  // The worker comes after all that the first screen is made of.
  const html = await readFile(join(dist, 'index.html'), 'utf8')
  const first = [...html.matchAll(/(?:src|href)="\.(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)
  expect(first.length).toBeGreaterThan(2)
  for (const path of first) expect(asked().slice(0, asked().indexOf('/sw.js'))).toContain(path)
  await startDemande(page)
})

test('it can be installed: a manifest, its icons, and the files that it opens', async ({ poste }) => {
  const page = await poste.ouvrir()
  const browser = await page.context().newCDPSession(page)
  const { data, errors } = await browser.send('Page.getAppManifest')
  expect(errors).toEqual([])
  expect((await browser.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([])
  const manifest = JSON.parse(data ?? '') as { icons: { src: string; sizes: string }[]; file_handlers: object[] }
  for (const { src, sizes } of manifest.icons) {
    const size = await page.evaluate(async (address) => {
      const picture = new Image()
      picture.src = address
      await picture.decode()
      return `${picture.naturalWidth}x${picture.naturalHeight}`
    }, new URL(src, poste.serveur.url).href)
    if (sizes !== 'any') expect(size).toBe(sizes)
  }
  expect(manifest.file_handlers).toEqual([
    { action: './', accept: { 'application/zip': ['.zip'], 'application/json': ['.json'] } },
  ])
})

test('a file that the system opens with the installed app is opened', async ({ poste }) => {
  const page = await poste.ouvrir()
  await page.context().addInitScript(
    (bytes) => {
      const file = new File([Uint8Array.from(bytes)], 'JSON-1234567890-20230320-001.json')
      const setConsumer = (consume: (launch: { files: { getFile: () => Promise<File> }[] }) => void) =>
        consume({ files: [{ getFile: () => Promise.resolve(file) }] })
      Object.defineProperty(window, 'launchQueue', { value: { setConsumer } })
    },
    Array.from(await readFile(join(dist, 'schema', 'exemple-guide.json'))),
  )
  await page.reload()
  await page.getByRole('dialog').getByRole('button', { name: 'Ouvrir comme nouveau dépôt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contrôle')
})
