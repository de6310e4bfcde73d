import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { test as base, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { attach, download, expect, fillDemande, fillEntete, goToStep, guide, sample, sampleBytes } from './app'
import { fichierUrl } from './fichier'
import { addDemande, factureOf } from './pieces'

/** The app as one HTML file, opened from the disk; any request, fault or violation of its policy fails the test. */
const test = base.extend<{ quiet: void }, { url: string }>({
  url: [
    async ({}, use) => {
      await use(fichierUrl())
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  quiet: [
    async ({ page, context, url }, use) => {
      const faults: string[] = []
      context.on('request', (request) => {
        const asked = request.url().replace(/#.*$/, '')
        if (asked !== url && !/^(?:blob|data):/.test(asked)) faults.push(`request to ${asked}`)
      })
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
      })
      page.on('pageerror', ({ message }) => faults.push(`uncaught: ${message}`))
      await use()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})
test.slow()

async function commencer(page: Page, url: string) {
  await page.goto(url)
  await page.getByRole('button', { name: 'Nouveau dépôt', exact: true }).click()
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await addDemande(page)
}

test("one file on a disk: the guide's example is read, filled in, kept over a reload, and downloaded to the byte", async ({
  page,
  url,
}) => {
  await commencer(page, url)
  await attach(page, 'Facture', guide.facture)
  await expect(page.getByText(/27\s450,00\s€ lu dans la facture/)).toBeVisible()
  await fillDemande(page, guide)
  await expect(page.getByText('Enregistré à')).toBeVisible()
  await page.reload()
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('Aucune erreur')).toBeVisible()
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  const json = await download(page, 'Télécharger le JSON')
  expect(json.name).toBe('JSON-1234567890-20230320-001.json')
  const attendu = await readFile(new URL('../src/format/exemple-guide.json', import.meta.url))
  expect(json.bytes.equals(attendu)).toBe(true)
  const zip = await download(page, 'Télécharger le ZIP')
  expect(Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual([
    ['BIO-SGL-Val-FACTURE-00001.pdf', await sampleBytes(guide.facture)],
    ['BIO-SGL-Val-VA-00001.pdf', await sampleBytes(guide.va)],
  ])
})

test('one file on a disk: a scan is recognised, and documents are joined', async ({ page, url }) => {
  await commencer(page, url)
  await factureOf(page).setInputFiles(sample('ocr/facture-scannee.jpg'))
  await page.getByRole('button', { name: 'Lire ce document' }).click()
  await expect(page.getByText('Document lu par reconnaissance.')).toBeVisible({ timeout: 120_000 })
  await page.getByLabel('Document à ajouter', { exact: true }).first().setInputFiles(sample('facture.pdf'))
  await page.getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  await expect(page.getByText('2 documents réunis')).toBeVisible()
})

test('one file on a disk: it says what becomes of the drafts, and offers the example and the guide', async ({
  page,
  url,
}) => {
  await page.goto(url)
  await expect(page.getByRole('note')).toContainText('Exportez le brouillon')
  await page.getByRole('link', { name: "Charger l'exemple du guide" }).click()
  await expect(page.getByText('← Facture F-2023-118.pdf')).toBeVisible()
  await page.getByRole('link', { name: 'Aide' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeVisible()
})

test('one file on a disk: its policy lets in its own script and style only, and it holds every part', async ({
  url,
}) => {
  const html = await readFile(fileURLToPath(url), 'utf8')
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  for (const source of content.split(/;\s*/).flatMap((directive) => directive.split(' ').slice(1)))
    expect(source).toMatch(/^(?:'none'|'wasm-unsafe-eval'|'sha256-[\w+/]{43}='|blob:|data:)$/)
  expect(content).toContain("default-src 'none'")
  expect(content).not.toContain('unsafe-inline')
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<script|<style/))
  const withoutScripts = html.replace(/<script[\s\S]*?<\/script>/g, '')
  expect(withoutScripts).not.toMatch(/\son\w+=|(?:src|href)="(?!data:)/)
})
