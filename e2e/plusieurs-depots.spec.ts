import type { Page } from '@playwright/test'
import { download, expect, goToStep, sampleBytes, test } from './app'
import { confirmer, grandDepot, ouvrir, titre, zip } from './fichiers'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const fichiers = (page: Page, rang: number) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: `Fichiers du dépôt ${rang} sur 2` }) })

const numeroOf = (rang: number) => String(rang).padStart(5, '0')
const nomPiece = (type: string, rang: number) => `BIO-SGL-Val-${type}-${numeroOf(rang)}.pdf`
const types = ['FACTURE', 'VA'] as const

/** One demande more than a file holds, with its pièces: two deposits. */
async function deuxDepots() {
  const rangs = Array.from({ length: 201 }, (_, index) => index + 1)
  const octets = { FACTURE: await sampleBytes('facture.pdf'), VA: await sampleBytes('attestation.pdf') }
  const depot = grandDepot(201, (rang) => ({
    piecesJustificatives: types.map((type) => ({
      nomFichier: nomPiece(type, rang),
      formatFichier: 'PDF',
      typeFichier: type,
    })),
  }))
  const entries = rangs.flatMap((rang) =>
    types.map((type) => [nomPiece(type, rang), Buffer.concat([octets[type], Buffer.from(`\n% ${rang}\n`)])] as const),
  )
  return zip('depot.zip', {
    'JSON-1234567890-20230320-001.json': Buffer.from(JSON.stringify(depot)),
    ...Object.fromEntries(entries),
  })
}

/** The browser's picker gives the origin's private folder, which the disk has no room for at the file of that rank. */
const fillUpAt = (page: Page, rank: number) =>
  page.addInitScript((full) => {
    let written = 0
    const pick = async () => {
      const folder = await navigator.storage.getDirectory()
      const getFileHandle = async (name: string, options?: FileSystemGetFileOptions) => {
        const handle = await folder.getFileHandle(name, options)
        const createWritable = async () => {
          const stream = await handle.createWritable()
          const write = (octets: Blob) => {
            written += 1
            return written === full ? Promise.reject(new DOMException('', 'QuotaExceededError')) : stream.write(octets)
          }
          return { write, close: () => stream.close(), abort: () => stream.abort() }
        }
        return { createWritable }
      }
      return { getFileHandle, removeEntry: (name: string) => folder.removeEntry(name) }
    }
    Object.assign(window, { showDirectoryPicker: pick })
  }, rank)

const inFolder = (page: Page) =>
  page.evaluate(async () => {
    const names: string[] = []
    for await (const [name] of (await navigator.storage.getDirectory()).entries()) names.push(name)
    return names.sort()
  })

const noms = [
  'JSON-1234567890-20230320-001.json',
  'JSON-1234567890-20230320-002.json',
  'PJ-1234567890-20230320-001.zip',
  'PJ-1234567890-20230320-002.zip',
]

test('[format §6] two deposits: a folder that fills up, a change after the download, a number past the last one', async ({
  page,
}) => {
  await page.clock.install({ time: new Date('2023-03-20T09:00:00+01:00') })
  await fillUpAt(page, 4)
  await page.goto('./')
  await ouvrir(page, await deuxDepots())
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await titre(page, 'Contrôle')
  await goToStep(page, 'Téléchargement')
  await expect(page.getByRole('row', { name: /^Dépôt 2/ })).toContainText('1 demande (n° 201)')
  await expect(page.getByText('Fichiers écrits puis relus')).toHaveCount(2, { timeout: 60_000 })

  const save = page.getByRole('button', { name: 'Enregistrer tous les dépôts dans un dossier…' })
  await save.click()
  await expect(
    page.getByText(`3 fichiers sur 4 dans le dossier choisi : « ${noms[3] ?? ''} » n’a pas pu y être écrit.`),
  ).toBeVisible()
  expect(await inFolder(page)).toEqual(noms.slice(0, 3))
  await expect(page.getByText('✓ téléchargé')).toHaveCount(3)
  await save.click()
  await expect(page.getByText('Les 4 fichiers sont dans le dossier choisi.')).toBeVisible()
  expect(await inFolder(page)).toEqual(noms)
  await expect(page.getByText('✓ téléchargé')).toHaveCount(4)

  await goToStep(page, 'Demandes')
  await page.goto('./#/demandes/201')
  await field(page, 'Montant Ségur HT').fill('12 345')
  await goToStep(page, 'Téléchargement')
  await expect(fichiers(page, 1)).toContainText('Téléchargé le 20/03/2023 09:00, inchangé depuis.')
  await expect(fichiers(page, 2)).toContainText('Ce dépôt a changé depuis son téléchargement du 20/03/2023 09:00.')
  await download(page, 'Télécharger le JSON du dépôt 2')
  await expect(fichiers(page, 2)).toContainText('Téléchargé le 20/03/2023 09:00, inchangé depuis.')

  await goToStep(page, 'En-tête')
  await field(page, 'Numéro de fichier').fill('999')
  await expect(page.getByText('Ces demandes font 2 dépôts')).toBeVisible()
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('Partez de 998 au plus')).toBeVisible()
  await page.getByRole('link', { name: 'Rapport', exact: true }).click()
  await expect(page.getByText('✕ 1 erreur')).toBeVisible()
})
