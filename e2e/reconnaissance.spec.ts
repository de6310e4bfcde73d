import type { Page } from '@playwright/test'
import { expect, goToStep, sample, test } from './app'
import { factureOf, field, startDemande } from './pieces'

// A page takes some two seconds of a fast processor; several tests share one.
test.slow()

const lire = (page: Page) => page.getByRole('button', { name: 'Lire ce document' })
const reading = (page: Page) => page.getByRole('progressbar', { name: 'Reconnaissance du texte' })

async function attachScan(page: Page, name: string) {
  await factureOf(page).setInputFiles(sample(`ocr/${name}`))
  await expect(page.getByText(`← ${name}`)).toBeVisible()
}

/** What the scan says of each field. */
const lus = [
  { label: 'Numéro de dossier ASP', offered: /^Utiliser FINBIO000006 lu dans la facture/, gives: 'FINBIO000006' },
  { label: 'Date de la facture', offered: /^Utiliser 15\/03\/2023 lu dans la facture/, gives: '15/03/2023' },
  { label: 'Montant Ségur HT', offered: /^Utiliser 27\s450,00\s€ lu dans la facture/, gives: '27 450,00' },
]

for (const [name, how] of [
  ['facture-scannee.jpg', 'leaning by two degrees'],
  ['facture-renversee.jpg', 'upside down'],
] as const)
  test(`a scan ${how} is read on request, each value offered to be checked`, async ({ page }) => {
    await startDemande(page)
    await attachScan(page, name)
    await expect(page.getByRole('button', { name: /^Utiliser/ })).toHaveCount(0)
    await lire(page).press('Enter')
    await expect(page.getByText('Document lu par reconnaissance.')).toBeVisible({ timeout: 120_000 })
    await expect(lire(page)).toHaveCount(0)
    for (const { label, offered, gives } of lus) {
      await expect(field(page, label)).toHaveValue('')
      await page.getByRole('button', { name: offered }).press('Enter')
      await expect(field(page, label)).toHaveValue(gives)
    }
    await expect(page.getByText('990001018 lu dans la facture')).toContainText('Lu par reconnaissance : à vérifier.')
    // Where each was read is framed on the page, upright in the preview as on paper.
    const marks = page.getByRole('group', { name: 'Page de la facture' }).locator('[style] ~ :is(span, button)')
    await expect.poll(() => marks.count()).toBeGreaterThan(3)
  })

test('reading is told as it goes on, and can be stopped: all is as before', async ({ page }) => {
  await startDemande(page)
  await attachScan(page, 'facture-scannee.jpg')
  await lire(page).click()
  await expect(reading(page)).toBeVisible()
  await page.getByRole('group', { name: 'Lecture du document' }).getByRole('button', { name: 'Annuler' }).click()
  await expect(reading(page)).toHaveCount(0)
  await expect(lire(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Utiliser/ })).toHaveCount(0)
})

/** A picture of shades without any print, drawn by the browser. */
const drawShades = (page: Page) =>
  page.evaluate(async () => {
    const canvas = new OffscreenCanvas(600, 800)
    const context = canvas.getContext('2d')
    const shades = context?.createLinearGradient(0, 0, 600, 800)
    if (!context || !shades) throw new Error('No 2d context')
    shades.addColorStop(0, '#357')
    shades.addColorStop(1, '#fc9')
    context.fillStyle = shades
    context.fillRect(0, 0, 600, 800)
    const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer())
    return Array.from(bytes)
  })

test('a picture without print says so, and stays attached', async ({ page }) => {
  await startDemande(page)
  const buffer = Buffer.from(await drawShades(page))
  await factureOf(page).setInputFiles({ name: 'paysage.png', mimeType: 'image/png', buffer })
  await lire(page).click()
  await expect(page.getByText('Aucun texte n’a pu être reconnu dans ce document.')).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('← paysage.png')).toBeVisible()
})

test('a heap of scans is read at once: what they say tells where they belong', async ({ page }) => {
  await startDemande(page)
  await field(page, 'Numéro de dossier ASP').fill('FINBIO000006')
  await goToStep(page, 'Demandes')
  await page.locator('#pieces-a-repartir').setInputFiles(sample('ocr/facture-scannee.jpg'))
  const sheet = page.getByRole('dialog', { name: 'Fichiers déposés' })
  await sheet.getByRole('combobox', { name: 'Type de facture-scannee.jpg' }).selectOption('Ni l’une ni l’autre')
  await sheet.getByRole('button', { name: 'Lire 1 document scanné' }).click()
  await expect(sheet.getByRole('combobox', { name: 'Type de facture-scannee.jpg' })).toHaveValue('FACTURE', {
    timeout: 120_000,
  })
  await expect(sheet.getByText('numéro de dossier ASP dans son texte')).toBeVisible()
  await sheet.getByRole('button', { name: 'Joindre 1 fichier' }).click()
  await goToStep(page, 'Demandes')
  await page
    .getByRole('link', { name: /FINBIO000006/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: /^Utiliser 27\s450,00\s€/ })).toBeVisible()
})
