import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { chromium, test as base, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { bytesOf, download, expect, fillDemande, fillEntete, goToStep, guide, sample, test } from './app'
import { confirmer, depot, json, ligne, titre } from './fichiers'
import { settings } from './settings'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const addDemande = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()

async function beginDemande(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await addDemande(page)
  await titre(page, 'Demande n° 1')
}

test('an exported draft of the same demande, opened while it is shown, shows that draft’s values', async ({ page }) => {
  await beginDemande(page)
  await field(page, 'Libellé interne').fill('avant')
  await field(page, 'Numéro éditeur').fill('00001')
  const { name, bytes } = await download(page, 'Exporter le brouillon')
  await field(page, 'Libellé interne').fill('après')
  await field(page, 'Numéro éditeur').fill('00002')
  await page
    .locator('#root > div')
    .first()
    .evaluate(dropFile, { name, bytes: bytes.toString('base64') })
  await confirmer(page, 'Ouvrir le brouillon')
  await titre(page, 'Demande n° 1')
  await expect(field(page, 'Libellé interne')).toHaveValue('avant')
  await expect(field(page, 'Numéro éditeur')).toHaveValue('00001')
  await field(page, 'Libellé interne').press('End')
  await field(page, 'Libellé interne').pressSequentially(' encore')
  await expect(page.getByText(/^✓ Enregistré/)).toBeVisible()
  await page.reload()
  await expect(field(page, 'Libellé interne')).toHaveValue('avant encore')
})

test('what was typed a moment before the page is left is kept', async ({ page }) => {
  await beginDemande(page)
  const libelle = field(page, 'Libellé interne')
  for (const [typed, leave] of [
    ['rechargé', () => page.reload()],
    ['quitté', () => page.goto('about:blank').then(() => page.goBack())],
    ['rechargé encore', () => page.reload()],
  ] as const) {
    await libelle.fill(typed)
    await leave()
    await expect(libelle).toHaveValue(typed)
  }
})

/** Drops a file on an element, as a hand would. */
function dropFile(element: Element, { name, bytes }: { name: string; bytes: string }) {
  const data = new DataTransfer()
  data.items.add(new File([Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0))], name))
  for (const type of ['dragenter', 'dragover', 'drop'])
    element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
}

test('what could not be saved is not left before the clerk has answered', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError')
    }
  })
  await beginDemande(page)
  await field(page, 'Libellé interne').fill('en mémoire seulement')
  await page.getByRole('link', { name: 'Solde BIO-SGL' }).click()
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  const question = page.getByRole('dialog', { name: 'Ce dépôt n’est pas enregistré' })
  await expect(question).toBeVisible()
  const [started] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Exporter le brouillon' }).click(),
  ])
  const record = new TextDecoder().decode(unzipSync(await bytesOf(started))['brouillon.json'])
  expect(record).toContain('en mémoire seulement')
  await question.getByRole('button', { name: 'Rester sur ce dépôt' }).click()
  await expect(question).toBeHidden()
  await page.getByRole('button', { name: /^Reprendre le brouillon/ }).click()
  await expect(page.getByRole('main').getByText('en mémoire seulement')).toBeVisible()
  await page.getByRole('link', { name: 'Solde BIO-SGL' }).click()
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await question.getByRole('button', { name: 'Quitter sans enregistrer' }).click()
  await titre(page, 'En-tête du fichier')
  await goToStep(page, 'Demandes')
  await expect(page.getByText('Aucune demande pour l’instant')).toBeVisible()
})

test('another company’s file opened on the header does not become the remembered supplier', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await fillEntete(page, '20/03/2023')
  const autre = json('autre.json', depot([ligne(1)], { numeroAns: '9999999999', SIRET: '35600000000048' }))
  await page
    .locator('#root > div')
    .first()
    .evaluate(dropFile, { name: autre.name, bytes: autre.buffer.toString('base64') })
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await titre(page, 'Contrôle')
  await page.getByRole('link', { name: 'Solde BIO-SGL' }).click()
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await expect(field(page, 'SIRET')).toHaveValue('73282932000074')
})

test('Ctrl+Z outside fields takes back the last act, Ctrl+Y does it again; in a field it is the browser’s', async ({
  page,
}) => {
  await beginDemande(page)
  await field(page, 'Libellé interne').fill('gardé')
  await goToStep(page, 'Demandes')
  await page.getByRole('button', { name: 'Supprimer' }).click()
  await expect(page.getByText('Aucune demande pour l’instant')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('main').getByText('gardé')).toBeVisible()
  await page.keyboard.press('Control+y')
  await expect(page.getByText('Aucune demande pour l’instant')).toBeVisible()
  await expect(page.getByRole('status').getByRole('button', { name: 'Annuler' })).toHaveCount(0)
})

base('a part that does not load says «rechargez», and the draft is there again', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await addDemande(page)
  await field(page, 'Libellé interne').fill('tapé juste avant')
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.getByLabel('Facture', { exact: true }).setInputFiles([sample('facture.pdf'), sample('attestation.pdf')])
  await expect(page.getByRole('heading', { name: 'Une partie de la page n’a pas pu être chargée' })).toBeVisible()
  await page.unroute('**/assets/*.js')
  await page.getByRole('button', { name: 'Recharger la page' }).click()
  await expect(field(page, 'Libellé interne')).toHaveValue('tapé juste avant')
})

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/** The built app over plain http, as an intranet would serve it. */
async function serve(folder: string): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    readFile(file).then(
      (bytes) => response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, port: (server.address() as AddressInfo).port }
}

base('over plain http of an intranet the whole job works', async () => {
  const { server, port } = await serve(resolve(import.meta.dirname, '..', process.env.E2E_DIST ?? 'dist'))
  const { executablePath, args } = settings.use.launchOptions
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...args, '--host-resolver-rules=MAP intranet.exemple 127.0.0.1'],
  })
  try {
    const page = await browser.newPage({ acceptDownloads: true, locale: 'fr-FR' })
    await page.goto(`http://intranet.exemple:${port}/`)
    expect(await page.evaluate(() => [isSecureContext, typeof crypto.randomUUID])).toEqual([false, 'undefined'])
    await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
    await fillEntete(page, '20/03/2023')
    await goToStep(page, 'Demandes')
    await addDemande(page)
    await fillDemande(page, guide)
    await goToStep(page, 'Téléchargement')
    await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
    const made = await download(page, 'Télécharger le JSON')
    expect(made.name).toBe('JSON-1234567890-20230320-001.json')
    expect(made.bytes.toString()).toContain('"montantSegurHTFacture": 27450.00')
    const { bytes } = await download(page, 'Télécharger le ZIP')
    expect(Object.keys(unzipSync(bytes))).toEqual(['BIO-SGL-Val-FACTURE-00001.pdf', 'BIO-SGL-Val-VA-00001.pdf'])
    await page.getByRole('button', { name: 'Copier : Numéro de référencement ANS' }).click()
    await expect(page.getByText('Faites Ctrl+C').first()).toBeVisible()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('1234567890')
  } finally {
    await browser.close()
    server.close()
  }
})
