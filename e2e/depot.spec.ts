import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { download, expect, fillDemande, fillEntete, goToStep, guide, sampleBytes, test } from './app'
import { tabTo, typeDemande, typeEntete } from './keyboard'

/** Written down by hand from guide §3.1 and guide §3.2. */
const attendu = () => readFile(new URL('../src/format/exemple-guide.json', import.meta.url))

const entriesOf = (zip: Buffer) =>
  Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)] as const)

test("the guide's example, typed by label, gives the JSON to the byte and a zip of the dropped bytes", async ({
  page,
}) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('En-tête du fichier')
  await fillEntete(page, '20/03/2023')
  await expect(page.getByText('JSON-1234567890-20230320-001.json')).toBeVisible()
  await expect(page.getByText('PJ-1234567890-20230320-001.zip')).toBeVisible()
  await goToStep(page, 'Demandes')
  await page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 1')
  await fillDemande(page, guide)
  await expect(page.getByLabel('Montant Ségur HT', { exact: true })).toHaveValue('27 450,00')
  await expect(page.getByLabel('Date de la facture', { exact: true })).toHaveValue('15/03/2023')
  await expect(page.getByLabel('Numéro de dossier ASP', { exact: true })).toHaveValue('FINBIO000006')
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('Aucune erreur')).toBeVisible()
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()

  const json = await download(page, 'Télécharger le JSON')
  expect(json.name).toBe('JSON-1234567890-20230320-001.json')
  expect(json.bytes.equals(await attendu())).toBe(true)
  const zip = await download(page, 'Télécharger le ZIP')
  expect(zip.name).toBe('PJ-1234567890-20230320-001.zip')
  expect(entriesOf(zip.bytes)).toEqual([
    ['BIO-SGL-Val-FACTURE-00001.pdf', await sampleBytes('facture.pdf')],
    ['BIO-SGL-Val-VA-00001.pdf', await sampleBytes('attestation.pdf')],
  ])
  expect(listWithUnzip(zip.bytes)).toContain('BIO-SGL-Val-VA-00001.pdf')
  await expect(page.getByText('✓ téléchargé')).toHaveCount(2)
})

/** What a third reader says of the zip, where the system has one; it tests every CRC. */
function listWithUnzip(zip: Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'depot-')), 'pieces.zip')
  writeFileSync(path, zip)
  try {
    return execFileSync('unzip', ['-t', path], { encoding: 'utf8' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return Object.keys(unzipSync(zip)).join(' ')
    throw error
  }
}

test('the same example by keyboard alone gives the same JSON', async ({ page }) => {
  await page.goto('./')
  await tabTo(page, page.getByRole('button', { name: 'Nouveau dépôt' }))
  await page.keyboard.press('Enter')
  await typeEntete(page, '20/03/2023')
  await tabTo(page, page.getByRole('link', { name: 'Aller aux demandes' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 1')
  await typeDemande(page, guide)
  await tabTo(page, page.getByRole('link', { name: 'Aller au contrôle' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Aller au téléchargement' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Télécharger le JSON' }))
  const [started] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect((await readFile(await started.path())).equals(await attendu())).toBe(true)
})

test('the same dossier gives the same zip to the byte, whatever the time zone and the day', async ({
  browser,
  baseURL,
}) => {
  const zips: Buffer[] = []
  for (const timezoneId of ['Pacific/Auckland', 'America/Cayenne']) {
    const context = await browser.newContext({ timezoneId, baseURL: baseURL ?? '', acceptDownloads: true })
    const page = await context.newPage()
    await page.clock.setFixedTime(new Date(zips.length === 0 ? '2023-03-20T12:00:00Z' : '2024-11-02T12:00:00Z'))
    await page.goto('./')
    await page.getByRole('link', { name: "Charger l'exemple du guide" }).click()
    await expect(page.getByText('BIO-SGL-Val-VA-00001.pdf')).toBeVisible()
    await goToStep(page, 'Téléchargement')
    zips.push((await download(page, 'Télécharger le ZIP')).bytes)
    await context.close()
  }
  expect(zips[0]?.equals(zips[1] ?? Buffer.alloc(0))).toBe(true)
})

test('both files are written into a chosen folder under their exact names', async ({ page }) => {
  // The picker is the browser's own dialog: the origin's private folder stands in for the chosen one.
  await page.addInitScript(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }))
  await page.goto('./')
  await page.getByRole('link', { name: "Charger l'exemple du guide" }).click()
  await expect(page.getByText('BIO-SGL-Val-VA-00001.pdf')).toBeVisible()
  await goToStep(page, 'Téléchargement')
  await page.getByRole('button', { name: 'Enregistrer dans un dossier…' }).click()
  await expect(page.getByText('Les deux fichiers sont dans le dossier choisi.')).toBeVisible()
  const sizes = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    const found: [name: string, size: number][] = []
    for await (const [name, handle] of folder.entries())
      if (handle instanceof FileSystemFileHandle) found.push([name, (await handle.getFile()).size])
    return found.sort()
  })
  const json = await download(page, 'Télécharger le JSON')
  const zip = await download(page, 'Télécharger le ZIP')
  expect(sizes).toEqual([
    [json.name, json.bytes.length],
    [zip.name, zip.bytes.length],
  ])
})
