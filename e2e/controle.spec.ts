import type { Locator, Page } from '@playwright/test'
import { expect, goToStep, test } from './app'
import { confirmer, depot, grandDepot, json, ligne, ouvrir } from './fichiers'

const main = (page: Page) => page.getByRole('main')
const steps = (page: Page) => page.getByRole('navigation', { name: 'Étapes' })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function open(page: Page, content: object) {
  await page.goto('./')
  await ouvrir(page, json('JSON-a.json', content))
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await goToStep(page, 'Contrôle')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contrôle')
}

test('one figure for what blocks: in the banner, beside the steps, at the head of the group; no field is named twice', async ({
  page,
}) => {
  await open(page, depot([ligne(1, { numeroASP: 'FINBIO', numeroEditeur: '' })]))
  const errors = main(page).getByRole('link', { name: /^Erreur,/ })
  await expect(errors).toHaveCount(4)
  await expect(page.getByRole('heading', { name: '✕ 4 erreurs empêchent le téléchargement' })).toBeVisible()
  await expect(main(page).getByText('Dont 3 points à compléter.')).toBeVisible()
  await expect(steps(page).getByRole('link', { name: /Demandes/ })).toContainText('4 erreurs dont 3 à compléter')
  await expect(main(page).locator('summary').filter({ hasText: 'Demande 1' })).toContainText('4 erreurs')
  await expect(errors.filter({ hasText: 'Numéro éditeur' })).toHaveText('Erreur, Numéro éditeur manquant.')
  await goToStep(page, 'Téléchargement')
  await expect(main(page).getByText('✕ 4 erreurs empêchent le téléchargement.')).toBeVisible()
})

test('the same alerte on several FINESS is one line with their numbers, verified by one press', async ({ page }) => {
  await open(page, depot([ligne(1, { beneficiaires: ['999999991', '999999992', '999999993'] })]))
  const item = main(page).getByRole('listitem').filter({ hasText: '999999991, 999999992 et 999999993' })
  await expect(item).toHaveCount(1)
  await expect(main(page).getByText('aucune vérifiée')).toBeVisible()
  await item.getByRole('checkbox', { name: 'Vérifié' }).check()
  await expect(main(page).getByText(/1 vérifiée\./)).toBeVisible()
  // Another one makes it speak again, of them all.
  await item.getByRole('link').first().click()
  await page.getByLabel('FINESS géographiques', { exact: true }).fill('999999994')
  await page.keyboard.press('Enter')
  await goToStep(page, 'Contrôle')
  const again = main(page).getByRole('listitem').filter({ hasText: '999999993 et 999999994' })
  await expect(again.getByRole('checkbox', { name: 'Vérifié' })).not.toBeChecked()
})

test('alertes alike of several demandes are verified in one press, and taken back in one', async ({ page }) => {
  const ailleurs = { scenarioInstallation: { ...ligne(1).scenarioInstallation, adresseBoiteMSSPro: 'labo@exemple.fr' } }
  await open(page, depot([1, 2, 3, 4].map((rang) => ligne(rang, ailleurs))))
  const alike = main(page).getByRole('listitem').filter({ hasText: 'Le domaine exemple.fr' })
  const all = alike.getByRole('button', { name: 'Tout vérifier (4)' })
  await all.press('Enter')
  await expect(main(page).getByText(/, 4 vérifiées\./)).toBeVisible()
  const back = alike.getByRole('button', { name: 'Ne plus tenir pour vérifié' })
  await expect(back).toBeFocused()
  await goToStep(page, 'Demandes')
  await goToStep(page, 'Contrôle')
  await back.click()
  await expect(main(page).getByText('aucune vérifiée')).toBeVisible()
  await expect(all).toBeVisible()
})

/** Scrolls on until that group stands there: groups are drawn as they are reached. */
const reach = (page: Page, group: Locator) =>
  expect(async () => {
    if ((await group.count()) === 0) await main(page).locator('details').last().scrollIntoViewIfNeeded()
    await expect(group).toBeVisible({ timeout: 500 })
  }).toPass()

test('sixty demandes: totals and bordereau are at the top, groups are folded and stay as they were left', async ({
  page,
}) => {
  // Each has a fault of its own: nothing is common to many.
  await open(
    page,
    grandDepot(60, (rang) => ({ numeroASP: `FINBIO${'x'.repeat(rang)}` })),
  )
  const totals = main(page).getByRole('region', { name: 'Totaux du dépôt' })
  await expect(totals).toContainText('1 201 830,00')
  await expect(totals).toBeInViewport()
  await totals.getByRole('button', { name: 'Voir le bordereau' }).click()
  await expect(page.getByRole('heading', { name: 'Bordereau' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Bordereau' })).toBeInViewport()
  const group = main(page).locator('details', { has: page.locator('summary', { hasText: 'Demande 40 · 00040' }) })
  await reach(page, group)
  await expect(group.getByRole('listitem')).toHaveCount(0)
  await group.locator('> summary').click()
  await group
    .getByRole('link', { name: /^Erreur,/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 40')
  await page.goBack()
  await expect(group.getByRole('link', { name: /^Erreur,/ }).first()).toBeFocused()
  await page.getByRole('button', { name: /^Tout déplier/ }).click()
  await expect(button(page, 'Tout replier')).toBeVisible()
})

test('two hundred demandes: the last group is come back to from its field, and paper has all rows of the bordereau', async ({
  page,
}) => {
  await open(
    page,
    grandDepot(200, (rang) => ({ numeroASP: `FINBIO${'x'.repeat(rang)}` })),
  )
  const last = main(page).locator('details', { has: page.locator('summary', { hasText: 'Demande 200 · 00200' }) })
  await reach(page, last)
  await last.locator('> summary').click()
  const link = last.getByRole('link', { name: /^Erreur,/ }).first()
  await link.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 200')
  await page.goBack()
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport()
  const rows = main(page).getByRole('table').locator('tbody').getByRole('row')
  await page.emulateMedia({ media: 'print' })
  await expect(rows).toHaveCount(200)
  await expect(rows.last()).toContainText('00200')
})

test('what many demandes have in common is unfolded, and stays so while one goes to a field and back', async ({
  page,
}) => {
  await open(page, grandDepot(60))
  const common = main(page)
    .getByRole('region', { name: 'Communs à plusieurs demandes' })
    .getByRole('listitem')
    .filter({ hasText: 'Facture manquante' })
    .first()
  await expect(common.getByRole('link')).toHaveCount(0)
  await common.locator('summary').click()
  await expect(common.getByRole('link')).toHaveCount(60)
  await common.getByRole('link', { name: 'Demande 50 · 00050' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 50')
  await page.goBack()
  await expect(common.getByRole('link', { name: 'Demande 50 · 00050' })).toBeFocused()
})

test('on paper: what blocks, alertes to verify and verified, and a place to sign', async ({ page }) => {
  await open(
    page,
    depot([
      ligne(1, { beneficiaires: ['999999991'] }),
      ligne(2, { numeroASP: 'FINBIO000001', beneficiaires: ['999999992'] }),
    ]),
  )
  await main(page)
    .getByRole('listitem')
    .filter({ hasText: 'FINESS 999999991' })
    .getByRole('checkbox', { name: 'Vérifié' })
    .check()
  await page.emulateMedia({ media: 'print' })
  await expect(main(page).getByText('☑ Demande 1 · La clé de contrôle du FINESS 999999991')).toBeVisible()
  await expect(main(page).getByText('☐ Demande 2 · La clé de contrôle du FINESS 999999992')).toBeVisible()
  await expect(main(page).getByText('Bordereau provisoire, 4 erreurs à corriger.')).toBeVisible()
  await expect(main(page).getByText('Signature', { exact: true })).toBeVisible()
  await expect(button(page, 'Imprimer le bordereau')).toBeHidden()
})

test('the side list is searched, the current demande stays in it, and Alt with arrows goes through the demandes', async ({
  page,
}) => {
  await open(page, grandDepot(60))
  await expect(steps(page).getByText('60 sur 60 à compléter')).toBeVisible()
  await steps(page).getByRole('textbox', { name: 'Chercher une demande' }).fill('finbio000042')
  await expect(steps(page).getByRole('link', { name: /^\d+ · / })).toHaveText([/42 · 00042/])
  await steps(page)
    .getByRole('link', { name: /42 · 00042/ })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 42')
  await page.getByLabel('Date de la facture', { exact: true }).fill('1/2/23')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 43')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  // What was sought hides others, never the one that is shown.
  await expect(steps(page).getByRole('link', { name: /^43 · 00043/ })).toBeInViewport()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 42')
  await expect(page.getByLabel('Date de la facture', { exact: true })).toHaveValue('01/02/2023')
})
