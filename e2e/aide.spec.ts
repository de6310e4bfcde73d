import type { Page } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { expect, fillEntete, goToStep, test } from './app'

async function startDepot(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
}

test('the guide is found from any screen, searched, and finds nothing that is not there', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('link', { name: 'Aide', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeFocused()
  await page.getByRole('navigation', { name: 'Sommaire de l’aide' }).getByRole('link', { name: 'Au clavier' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Au clavier' })).toBeFocused()
  const search = page.getByRole('searchbox', { name: 'Chercher dans l’aide' })
  await search.fill('finess JURIDIQUE')
  await expect(page.getByRole('status').filter({ hasText: 'pour « finess JURIDIQUE »' })).toBeVisible()
  await expect(page.getByText('FINESS juridique', { exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Au clavier' })).toHaveCount(0)
  await search.fill('xyzzy')
  await expect(page.getByText('0 passage pour « xyzzy »')).toBeVisible()
})

test('«Pourquoi ?» beside a message leads to its rule, and back again nothing is lost', async ({ page }) => {
  await startDepot(page)
  await fillEntete(page, '20/03/2023')
  await page.getByLabel('SIRET', { exact: true }).fill('73282932000075')
  await goToStep(page, 'Contrôle')
  const item = page.getByRole('listitem').filter({ hasText: 'La clé de contrôle de ce SIRET' })
  await item.getByRole('link', { name: 'Pourquoi ?' }).click()
  await expect(page.getByRole('heading', { level: 4, name: 'Clé de contrôle du SIRET' })).toBeFocused()
  await expect(page.getByRole('article', { name: 'Clé de contrôle du SIRET' })).toContainText('Alerte')
  await page.getByRole('link', { name: '‹ Revenir au dépôt' }).click()
  await goToStep(page, 'En-tête du fichier')
  await expect(page.getByLabel('SIRET', { exact: true })).toHaveValue(/73282932000075|732 829 320 00075/)
})

for (const [what, colorScheme, width] of [
  ['light', 'light', 1280],
  ['dark and narrow', 'dark', 360],
] as const)
  test(`the guide reads well to all, ${what}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
    await page.goto('./#/aide/SIRETCle')
    await expect(page.getByRole('heading', { level: 4, name: 'Clé de contrôle du SIRET' })).toBeFocused()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
