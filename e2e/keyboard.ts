import type { Locator, Page } from '@playwright/test'
import { expect, sample, type DemandeTyped } from './app'

/** Presses Tab until the element has the focus: fails when the keyboard never gets there. */
export async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${String(target)}`)
}

async function type(page: Page, label: string, text: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

/** The header, by keyboard alone. */
export async function typeEntete(page: Page, dateDepot: string) {
  await type(page, 'Numéro de référencement ANS', '1234567890')
  await type(page, 'SIRET', '732 829 320 00074')
  await type(page, 'Date de dépôt', dateDepot)
  await type(page, 'Numéro de fichier', '1')
}

async function choose(page: Page, label: string, name: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
  await chooser.setFiles(sample(name))
  await expect(page.getByText(`← ${name}`)).toBeVisible()
}

async function answer(page: Page, group: string, field: string, value: string | null) {
  const radios = page.getByRole('group', { name: group, exact: true })
  await tabTo(page, radios.getByRole('radio', { name: 'Oui' }))
  await page.keyboard.press('Space')
  if (value === null) return page.keyboard.press('ArrowRight')
  await type(page, field, value)
  await page.keyboard.press('Enter')
}

/** One demande's page, by keyboard alone. */
export async function typeDemande(page: Page, typed: DemandeTyped) {
  // A listener from the start: one added with the key press would come after the dialog.
  page.on('filechooser', () => undefined)
  await type(page, 'Numéro de dossier ASP', typed.numeroASP)
  await type(page, 'Numéro éditeur', typed.numeroEditeur)
  await type(page, 'Date de la facture', typed.date)
  await type(page, 'Montant Ségur HT', typed.montant)
  await type(page, 'FINESS géographiques', typed.finess)
  await page.keyboard.press('Enter')
  await choose(page, 'Facture', typed.facture)
  await choose(page, "Attestation de vérification d'aptitude", typed.va)
  await answer(page, 'Envoi direct au DMP', 'Identifiants de connexion DMP', typed.dmp)
  await answer(page, 'Envoi direct par MSS Pro', 'Adresse de la boîte MSS Pro', typed.pro)
  await answer(page, 'Envoi direct par MSS Citoyen', 'Adresse de la boîte MSS Citoyen', typed.citoyen)
}
