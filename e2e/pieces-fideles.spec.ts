import type { Page } from '@playwright/test'
import { expect, sample, test } from './app'
import { differenceOf, factureOf, greyOf, pageOf, startDemande } from './pieces'

const feuille = (page: Page) => page.getByRole('dialog', { name: 'Fichiers déposés' })

/** Joins a document with the attestation, as the invoice. */
async function joinWithVa(page: Page, name: string) {
  await page.getByRole('button', { name: 'Retirer', exact: true }).click()
  await factureOf(page).setInputFiles([sample(`cas/${name}`), sample('cas/va.pdf')])
  await feuille(page).getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  await expect(page.getByText('2 pages · 2 documents réunis')).toBeVisible()
}

async function attachAlone(page: Page, name: string) {
  await startDemande(page)
  await factureOf(page).setInputFiles(sample(`cas/${name}`))
  await expect(page.getByText(`← ${name}`)).toBeVisible()
}

const isDark = (point: number) => point < 150

for (const name of ['champs-polonais.pdf', 'champs-apparence-perimee.pdf', 'calque-masque.pdf'])
  test(`${name}: the joined page shows what the page alone shows`, async ({ page }) => {
    await attachAlone(page, name)
    const alone = await greyOf(page.getByRole('img', { name: `Page 1 de ${name}` }), 240)
    await joinWithVa(page, name)
    await expect(async () => {
      const joined = await greyOf(pageOf(page, 1), 240)
      expect(differenceOf(alone, joined)).toBeLessThan(0.1)
      const [before, after] = [alone, joined].map(({ points }) => points.filter(isDark).length)
      expect(after).toBeGreaterThan((before ?? 0) * 0.9)
      expect(after).toBeLessThan((before ?? 0) * 1.1)
    }).toPass({ timeout: 10_000 })
  })

test('a fax of 204 × 98 dots is shown and joined in its true shape, upright', async ({ page }) => {
  const name = 'fax-204x98.png'
  const ratio = 1145 / 98 / (1728 / 204)
  await attachAlone(page, name)
  const thumbnail = page.getByRole('main').locator('img').first()
  await expect(async () => {
    const size = await thumbnail.evaluate((image: HTMLImageElement) => image.naturalHeight / image.naturalWidth)
    expect(size).toBeCloseTo(ratio, 1)
  }).toPass({ timeout: 10_000 })
  const alone = await greyOf(page.getByRole('img', { name: `Page 1 de ${name}` }))
  expect(alone.hauteur / alone.largeur).toBeCloseTo(ratio, 1)
  await joinWithVa(page, name)
  // Laid on an A4 upright, as high as fits beside its margins.
  const height = (72 / 150) * 1145 * (204 / 98)
  const scale = Math.min(1, (841.89 - 36) / height, (595.28 - 36) / ((72 / 150) * 1728))
  const part = [((72 / 150) * 1728 * scale) / 595.28, (height * scale) / 841.89] as const
  await expect(async () => {
    const page1 = await pageOf(page, 1).evaluate((canvas: HTMLCanvasElement) => canvas.height / canvas.width)
    expect(page1).toBeCloseTo(Math.SQRT2, 2)
    const joined = await greyOf(pageOf(page, 1), alone.largeur, part)
    expect(differenceOf(alone, { ...joined, hauteur: alone.hauteur })).toBeLessThan(8)
  }).toPass({ timeout: 10_000 })
})
