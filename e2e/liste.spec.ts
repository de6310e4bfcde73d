import type { Page } from '@playwright/test'
import { attach, expect, goToStep, test } from './app'
import { confirmer, dialogue, grandDepot, json, ouvrir, pieces, zip } from './fichiers'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const main = (page: Page) => page.getByRole('main')
const rows = (page: Page) => main(page).getByRole('listitem')
const names = (page: Page) => rows(page).getByRole('link')
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** A deposit of demandes that are known by their «Libellé interne» alone. */
async function startWith(page: Page, libelles: string[]) {
  await page.goto('./')
  await button(page, 'Nouveau dépôt').click()
  await goToStep(page, 'Demandes')
  for (const [index, libelle] of libelles.entries()) {
    await button(page, 'Ajouter une demande').last().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Demande n° ${index + 1}`)
    await field(page, 'Libellé interne').fill(libelle)
  }
}

test('the libellé interne names the demande in the list and in the navigation', async ({ page }) => {
  await startWith(page, ['Labo des Lilas, Lyon', ''])
  const steps = page.getByRole('navigation', { name: 'Étapes' })
  await expect(steps.getByRole('link', { name: '1 · Labo des Lilas, Lyon' })).toBeVisible()
  await expect(steps.getByRole('link', { name: 'Demande 2' })).toBeVisible()
  await field(page, 'Numéro éditeur').fill('00002')
  await expect(steps.getByRole('link', { name: '2 · 00002' })).toBeVisible()
  await goToStep(page, 'Demandes')
  await expect(names(page)).toHaveText(['Labo des Lilas, Lyon', '00002'])
})

test('rows move up and down, and the pressed button keeps the focus', async ({ page }) => {
  await startWith(page, ['A', 'B', 'C'])
  await goToStep(page, 'Demandes')
  await button(page, 'Monter la demande n° 3').click()
  await expect(names(page)).toHaveText(['A', 'C', 'B'])
  await expect(button(page, 'Monter la demande n° 2')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['C', 'A', 'B'])
  // At the top there is no way up: the focus stays in the row that moved.
  await expect(button(page, 'Descendre la demande n° 1')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['A', 'C', 'B'])
  await expect(button(page, 'Descendre la demande n° 2')).toBeFocused()
})

test('a demande taken out comes back to its place with its pièces', async ({ page }) => {
  await startWith(page, ['A', 'B', 'C'])
  await button(page, '‹ Demande précédente').or(button(page, 'Demande précédente')).click()
  await attach(page, 'Facture', 'facture.pdf')
  await goToStep(page, 'Demandes')
  await rows(page).nth(1).getByRole('button', { name: 'Supprimer' }).click()
  await expect(names(page)).toHaveText(['A', 'C'])
  await expect(rows(page).nth(1).getByRole('button', { name: 'Supprimer' })).toBeFocused()
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect(names(page)).toHaveText(['A', 'B', 'C'])
  await expect(rows(page).nth(1)).toContainText('1 pièce')
  await names(page).nth(1).click()
  await expect(page.getByText('← facture.pdf')).toBeVisible()
})

test('a copy keeps what demandes share, and neither numbers nor FINESS nor pièces', async ({ page }) => {
  await startWith(page, ['A', 'B'])
  await field(page, 'Numéro éditeur').fill('00002')
  await field(page, 'Montant Ségur HT').fill('27450')
  await field(page, 'FINESS géographiques').fill('999999991')
  await page.getByRole('group', { name: 'Envoi direct au DMP' }).getByRole('radio', { name: 'Oui' }).check()
  await attach(page, 'Facture', 'facture.pdf')
  await goToStep(page, 'Demandes')
  await rows(page).nth(1).getByRole('button', { name: 'Dupliquer' }).click()
  await expect(names(page)).toHaveText(['A', 'B', 'B (copie)'])
  await expect(rows(page).nth(2)).toContainText('aucun site')
  await expect(rows(page).nth(2)).toContainText('aucune pièce')
  await names(page).nth(2).click()
  await expect(field(page, 'Numéro éditeur')).toHaveValue('')
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('27 450,00')
  await expect(
    page.getByRole('group', { name: 'Envoi direct au DMP' }).getByRole('radio', { name: 'Oui' }),
  ).toBeChecked()
})

test('the amounts of several invoices add up to the amount of the demande', async ({ page }) => {
  await startWith(page, ['A'])
  await field(page, 'Montant Ségur HT').fill('13725,10')
  await button(page, 'Additionner plusieurs factures').click()
  await expect(field(page, 'Montant HT de la facture 2')).toBeFocused()
  await page.keyboard.type('13 724,90 €')
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('27 450,00')
  await button(page, 'Ajouter un montant').click()
  await expect(field(page, 'Montant HT de la facture 3')).toBeFocused()
  await page.keyboard.type('0,1')
  await page.keyboard.press('Tab')
  await expect(field(page, 'Montant HT de la facture 3')).toHaveValue('0,10')
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('27 450,10')
  await button(page, 'Retirer le montant 1').click()
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('13 725,00')
  await button(page, 'Fermer et garder la somme').click()
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('13 725,00')
  await expect(field(page, 'Montant Ségur HT')).toBeEditable()
})

test('steps follow Back and Forward, and a form comes back as it was left, half-typed text too', async ({ page }) => {
  await startWith(page, ['A'])
  await field(page, 'FINESS géographiques').fill('999999991')
  await page.keyboard.press('Enter')
  await field(page, 'FINESS géographiques').fill('75071')
  await field(page, 'Date de la facture').fill('1/2/')
  await goToStep(page, 'En-tête du fichier')
  await field(page, 'SIRET').fill('732 829')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 1')
  await expect(field(page, 'FINESS géographiques')).toHaveValue('75071')
  await expect(button(page, 'Retirer 999999991')).toBeVisible()
  await expect(field(page, 'Date de la facture')).toHaveValue('1/2/')
  await expect(field(page, 'Libellé interne')).toHaveValue('A')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demandes')
  await page.goForward()
  await page.goForward()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('En-tête du fichier')
  await expect(field(page, 'SIRET')).toHaveValue('732 829')
})

test('a click that leaves a field is not lost to what leaving it shows', async ({ page }) => {
  await startWith(page, ['A'])
  const question = page.getByRole('group', { name: 'Envoi direct par MSS Citoyen' })
  await field(page, 'FINESS géographiques').fill('999999991 999999992')
  await question.getByRole('radio', { name: 'Oui' }).click()
  await expect(question.getByRole('radio', { name: 'Oui' })).toBeChecked()
  await expect(button(page, 'Retirer 999999992')).toBeVisible()
  await field(page, 'Numéro de dossier ASP').fill('FINBIO')
  await question.getByRole('radio', { name: 'Non' }).click()
  await expect(question.getByRole('radio', { name: 'Non' })).toBeChecked()
  await expect(field(page, 'Numéro de dossier ASP')).toHaveAttribute('aria-invalid', 'true')
})

/** A deposit of two hundred demandes, opened from its file; the first three have their pièces. */
async function openMany(page: Page, nombre = 200) {
  await page.goto('./')
  await ouvrir(page, json('JSON-a.json', grandDepot(nombre)), zip('PJ-a.zip', await pieces([1, 2, 3])))
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await goToStep(page, 'Demandes')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demandes')
  await expect(main(page).getByText(`${nombre} demandes dans ce dépôt.`)).toBeVisible()
}
const filter = (page: Page) => main(page).getByRole('textbox', { name: 'Filtrer les demandes' })
const allShown = (page: Page) => main(page).getByRole('checkbox', { name: 'Tout sélectionner' })
const box = (page: Page, numLigne: number) =>
  main(page).getByRole('checkbox', { name: `Sélectionner la demande n° ${numLigne}`, exact: true })
const chosen = (page: Page) => main(page).getByRole('group', { name: 'Demandes sélectionnées' })

test('of two hundred, those that a text finds are given a date at once, and one «Annuler» gives all back', async ({
  page,
}) => {
  await openMany(page)
  await filter(page).fill('finbio00019')
  await expect(rows(page)).toHaveCount(10)
  await expect(main(page).getByText('10 demandes montrées sur 200.')).toBeVisible()
  await allShown(page).check()
  await expect(chosen(page)).toContainText('10 demandes sélectionnées')
  const modify = button(page, 'Modifier les demandes sélectionnées')
  await modify.click()
  const box = dialogue(page)
  await box.getByLabel('Date de la facture', { exact: true }).fill('31/2/23')
  await expect(box.getByText('Cette date n’existe pas')).toBeVisible()
  await expect(box.getByRole('button', { name: /^Modifier \d/ })).toBeDisabled()
  await box.getByLabel('Date de la facture', { exact: true }).fill('16/3/23')
  await expect(box.getByText('Remplace une autre valeur dans 10 demandes.')).toBeVisible()
  await box.getByRole('group', { name: 'Envoi direct au DMP' }).getByRole('radio', { name: 'Oui' }).check()
  await box.getByLabel('Identifiants de connexion DMP', { exact: true }).fill('1999999991, 1999999992')
  await box.getByRole('button', { name: 'Modifier 10 demandes', exact: true }).click()
  await expect(modify).toBeFocused()
  await expect(rows(page).filter({ hasText: '16/03/2023' })).toHaveCount(10)
  await names(page).first().click()
  await expect(field(page, 'Date de la facture')).toHaveValue('16/03/2023')
  await expect(button(page, 'Retirer 1999999992')).toBeVisible()
  await page.goBack()
  await expect(filter(page)).toHaveValue('finbio00019')
  await page.getByRole('button', { name: 'Annuler : 10 demandes modifiées.' }).click()
  await expect(rows(page).filter({ hasText: '15/03/2023' })).toHaveCount(10)
})

test('filters count what they show: with erreurs, with alertes, complete', async ({ page }) => {
  await openMany(page)
  await main(page).getByRole('radio', { name: 'Complètes (3)' }).check()
  await expect(names(page)).toHaveText(['00001', '00002', '00003'])
  await expect(main(page).getByRole('radio', { name: 'Avec erreurs (197)' })).toBeVisible()
  await main(page).getByRole('radio', { name: 'Toutes (200)' }).check()
  await filter(page).fill('nulle part')
  await expect(main(page).getByText('Aucune demande ne correspond.')).toBeVisible()
  await button(page, 'Tout montrer').click()
  await expect(rows(page).first()).toBeVisible()
})

test('another order on screen leaves the file’s as it is; demandes chosen in it are moved within the file', async ({
  page,
}) => {
  await openMany(page)
  await main(page).getByLabel('Ranger par').selectOption('Montant le plus grand')
  await expect(names(page).first()).toHaveText('00200')
  await expect(rows(page).first()).toContainText('200')
  await expect(button(page, 'Descendre la demande n° 200')).toBeDisabled()
  await box(page, 200).check()
  await box(page, 199).check()
  await button(page, 'Déplacer les demandes sélectionnées').click()
  await dialogue(page).getByRole('radio', { name: 'Avant une demande' }).check()
  await dialogue(page).getByLabel('Avant la demande n°').fill('201')
  await dialogue(page).getByRole('button', { name: 'Déplacer 2 demandes' }).click()
  await expect(dialogue(page).getByText('Il va de 1 à 200.')).toBeVisible()
  await dialogue(page).getByLabel('Avant la demande n°').fill('2')
  await page.keyboard.press('Enter')
  await expect(button(page, 'Déplacer les demandes sélectionnées')).toBeFocused()
  // Still the greatest amounts first, under their new numbers.
  await expect(names(page).first()).toHaveText('00200')
  await expect(box(page, 3)).toBeChecked()
  await button(page, 'Revenir à l’ordre du fichier').click()
  await expect(names(page).nth(0)).toHaveText('00001')
  await expect(names(page).nth(1)).toHaveText('00199')
  await expect(names(page).nth(2)).toHaveText('00200')
  await expect(names(page).nth(3)).toHaveText('00002')
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect(names(page).nth(1)).toHaveText('00002')
})

test('under a filter a row goes past the one that is seen beside it', async ({ page }) => {
  await openMany(page)
  await filter(page).fill('00010')
  await expect(names(page)).toHaveText([
    '00010',
    '00100',
    '00101',
    '00102',
    '00103',
    '00104',
    '00105',
    '00106',
    '00107',
    '00108',
    '00109',
  ])
  await button(page, 'Descendre la demande n° 10').click()
  await expect(names(page).nth(0)).toHaveText('00100')
  await expect(button(page, 'Descendre la demande n° 100')).toBeFocused()
  await filter(page).fill('')
  await expect(names(page).nth(9)).toHaveText('00011')
})

test('by keyboard: arrows from row to row, with Maj they choose, End is the last of two hundred, Ctrl+A all', async ({
  page,
}) => {
  await openMany(page)
  await allShown(page).focus()
  await page.keyboard.press('Tab')
  await expect(box(page, 1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(box(page, 4)).toBeFocused()
  await expect(chosen(page)).toContainText('3 demandes sélectionnées')
  await page.keyboard.press('Space')
  await expect(chosen(page)).toContainText('2 demandes sélectionnées')
  await page.keyboard.press('End')
  await expect(box(page, 200)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(box(page, 199)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(chosen(page)).toContainText('200 demandes sélectionnées')
  // One row of many is a stop of the Tab key: from it, back to the head of the list.
  await page.keyboard.press('Shift+Tab')
  await expect(button(page, 'Désélectionner')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(allShown(page)).toBeFocused()
  await expect(chosen(page)).not.toContainText(/\d demande/)
})

test('a press with Maj takes the range; many are removed and come back, those that a filter hides are told', async ({
  page,
}) => {
  await openMany(page)
  await box(page, 2).click()
  await box(page, 30).click({ modifiers: ['Shift'] })
  await expect(chosen(page)).toContainText('29 demandes sélectionnées')
  await filter(page).fill('00002')
  await expect(chosen(page)).toContainText('29 demandes sélectionnées, dont 18 masquées par le filtre')
  await button(page, 'Laisser les masquées').click()
  await expect(chosen(page)).toContainText('11 demandes sélectionnées')
  await expect(allShown(page)).toBeFocused()
  await filter(page).fill('')
  await expect(filter(page)).toHaveValue('')
  await button(page, 'Supprimer les demandes sélectionnées').click()
  await expect(main(page).getByText('189 demandes dans ce dépôt.')).toBeVisible()
  await expect(allShown(page)).toBeFocused()
  await expect(names(page).nth(1)).toHaveText('00003')
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect(main(page).getByText('200 demandes dans ce dépôt.')).toBeVisible()
  await expect(names(page).nth(1)).toHaveText('00002')
})

test('rows of a long list are drawn as they are reached', async ({ page }) => {
  await openMany(page)
  await expect(names(page).first()).toBeVisible()
  expect(await rows(page).count()).toBeLessThan(120)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(main(page).getByRole('link', { name: '00200', exact: true })).toBeVisible()
})
