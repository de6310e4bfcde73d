import type { Page } from '@playwright/test'
import { expect, sample, test } from './app'
import { differenceOf, downloadDepot, factureOf, fillChamps, greyOf, pageOf, startDemande, turnedOver } from './pieces'

const feuille = (page: Page) => page.getByRole('dialog', { name: 'Fichiers déposés' })
const documents = ['facture-1-sur-2.pdf', 'photo-couchee.jpg', 'transparent.png'] as const

/** Width and height that a picture of these pixels takes on the A4 page it is laid on, as shares of the page. */
function shareOf(width: number, height: number): [number, number] {
  const scale = Math.min(72 / 150, (595.28 - 36) / width, (841.89 - 36) / height)
  return [(width * scale) / 595.28, (height * scale) / 841.89]
}

const shares = {
  'facture-1-sur-2.pdf': [1, 1],
  'photo-couchee.jpg': shareOf(1200, 1600),
  'transparent.png': shareOf(662, 936),
} as const

const turnTo = async (page: Page, numero: number) => {
  const panel = page.getByRole('region', { name: 'Aperçu de la facture' })
  while (!(await panel.getByText(`page ${numero}/3`).isVisible()))
    await panel.getByRole('button', { name: 'Page suivante' }).click()
}

/** A small picture of each document by itself, as the app shows it. */
async function lookAtEach(page: Page) {
  const seen = new Map<string, Awaited<ReturnType<typeof greyOf>>>()
  for (const name of documents) {
    await factureOf(page).setInputFiles(sample(`lecture/${name}`))
    await expect(page.getByText(`← ${name}`)).toBeVisible()
    seen.set(name, await greyOf(page.getByRole('img', { name: `Page 1 de ${name}` })))
  }
  return seen
}

/** Every page of the attached invoice shows its document upright, in this order. */
async function expectPages(
  page: Page,
  order: readonly (typeof documents)[number][],
  seen: Awaited<ReturnType<typeof lookAtEach>>,
) {
  for (const [index, name] of order.entries()) {
    await turnTo(page, index + 1)
    const alone = seen.get(name)
    if (!alone) throw new Error(name)
    // The page before stays until the next is drawn.
    await expect(async () => {
      const grey = await greyOf(pageOf(page, index + 1), alone.largeur, shares[name])
      const shown = { ...grey, hauteur: alone.hauteur }
      const right = differenceOf(alone, shown)
      expect(right, `${name}, page ${index + 1}`).toBeLessThan(8)
      expect(differenceOf(turnedOver(alone), shown), `${name} upside down`).toBeGreaterThan(right * 1.5)
    }).toPass({ timeout: 10_000 })
  }
}

test('a PDF, a lying photo and a transparent picture become one invoice of three upright pages', async ({ page }) => {
  await startDemande(page)
  const seen = await lookAtEach(page)
  await page.getByRole('button', { name: 'Retirer', exact: true }).click()
  await factureOf(page).setInputFiles(documents.map((name) => sample(`lecture/${name}`)))
  const sheet = feuille(page)
  await expect(sheet.getByText('3 documents, réunis en un PDF dans l’ordre de la liste.')).toBeVisible()
  await expect(page.getByText(/^← /)).toHaveCount(0)
  await sheet.getByRole('button', { name: 'Monter transparent.png' }).click()
  await sheet.getByRole('button', { name: 'Monter transparent.png' }).click()
  await sheet.getByRole('button', { name: 'Joindre 3 fichiers' }).click()
  await expect(sheet).toHaveCount(0)
  await expect(page.getByText('← transparent.png + facture-1-sur-2.pdf + photo-couchee.jpg')).toBeVisible()
  await expect(page.getByText('3 pages · 3 documents réunis')).toBeVisible()
  const order = ['transparent.png', 'facture-1-sur-2.pdf', 'photo-couchee.jpg'] as const
  await expectPages(page, order, seen)

  await fillChamps(page, { numeroASP: 'FINBIO000012', numeroEditeur: '00012', montant: '27450' })
  await page
    .getByLabel("Attestation de vérification d'aptitude", { exact: true })
    .setInputFiles(sample('attestation.pdf'))
  await expect(page.getByText('← attestation.pdf')).toBeVisible()
  const { zip } = await downloadDepot(page)
  const made = zip['BIO-SGL-Val-FACTURE-00012.pdf']
  expect(made).toBeDefined()
  await startDemande(page)
  await factureOf(page).setInputFiles({ name: 'relue.pdf', mimeType: '', buffer: made ?? Buffer.alloc(0) })
  await expect(page.getByText('← relue.pdf')).toBeVisible()
  await expectPages(page, order, seen)
})

test('the amounts of several invoices are offered as their sum, their FINESS together', async ({ page }) => {
  await startDemande(page)
  await factureOf(page).setInputFiles(sample('lecture/facture-1-sur-2.pdf'))
  await expect(page.getByRole('button', { name: /^Utiliser 18\s000,00\s€ lu dans la facture/ })).toBeVisible()
  await page.getByLabel('Document à ajouter', { exact: true }).setInputFiles(sample('lecture/facture-2-sur-2.pdf'))
  await feuille(page).getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  await expect(page.getByText('2 pages · 2 documents réunis')).toBeVisible()
  await page.getByRole('button', { name: /^Utiliser 27\s450,00\s€ lu dans les 2 factures/ }).click()
  await expect(page.getByLabel('Montant Ségur HT', { exact: true })).toHaveValue('27 450,00')
  await page.getByRole('button', { name: /^Utiliser 3 FINESS lus/ }).click()
  await expect(page.getByRole('button', { name: /^Retirer 9900010/ })).toHaveCount(3)
})

test('an XML cannot be joined to a PDF: told, and nothing is attached', async ({ page }) => {
  await startDemande(page)
  await factureOf(page).setInputFiles([sample('facture.xml'), sample('facture.pdf')])
  await feuille(page).getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  const told = feuille(page).getByText(/un fichier XML ne peut pas être joint à d’autres/)
  await expect(told).toBeVisible()
  // Said where it can be seen, read out and pressed: in the dialog, not behind it.
  await feuille(page).getByRole('status').getByRole('button', { name: 'Fermer ce message' }).press('Enter')
  await expect(told).toHaveCount(0)
  await expect(feuille(page).locator(':focus')).toHaveCount(1)
  await feuille(page).getByRole('button', { name: 'Ne rien joindre' }).click()
  await expect(page.getByText(/^← /)).toHaveCount(0)
})

test('what a join loses is told: the electronic signature of an attestation', async ({ page }) => {
  await startDemande(page)
  const va = page.getByLabel("Attestation de vérification d'aptitude", { exact: true })
  await va.setInputFiles([sample('lecture/va-signee.pdf'), sample('lecture/va-par-site.pdf')])
  await feuille(page).getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  await expect(page.getByText(/signature électronique/i)).toBeVisible()
  await expect(page.getByText('2 pages · 2 documents réunis')).toBeVisible()
})
