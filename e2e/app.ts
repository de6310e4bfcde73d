import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Download, type Page } from '@playwright/test'

export { expect }

/** Path of a sample file of the tests. */
export const sample = (name: string) => fileURLToPath(new URL(`./samples/${name}`, import.meta.url))
export const sampleBytes = (name: string) => readFile(sample(name))

/** Fails any test in which the page complains, breaks its own policy, or asks anything of another origin. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ browser, page, context, baseURL }, use, { annotations }) => {
      annotations.push({ type: 'engine', description: `Chromium ${browser.version()}` })
      const faults: string[] = []
      const origin = new URL(baseURL ?? '').origin
      context.on('request', (request) => {
        const { protocol, origin: asked } = new URL(request.url())
        if (!['blob:', 'data:'].includes(protocol) && asked !== origin) faults.push(`request to ${request.url()}`)
      })
      // Chromium says every violation of the page's policy as an error.
      page.on('console', (message) => {
        // Said by the tests' own lock, where the app would keep itself for later.
        if (message.text() === 'Service Worker registration blocked by Playwright') return
        if (['error', 'warning'].includes(message.type()))
          faults.push(`console: ${message.text()} ${message.location().url}`)
      })
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
      await use()
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/** Bytes of a download. */
export async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

/** Presses a download button: the file's name and bytes. */
export async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [started] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return { name: started.suggestedFilename(), bytes: await bytesOf(started) }
}

/** Goes to a step by the navigation, unfolded where the screen is narrow. */
export async function goToStep(page: Page, name: string) {
  const steps = page.getByRole('navigation', { name: 'Étapes' })
  const link = steps.getByRole('link', { name: new RegExp(`^(\\d )?${name}`) })
  await expect(steps).toBeVisible()
  if (!(await link.isVisible())) await steps.getByRole('button', { expanded: false }).first().click()
  await link.click()
}

export interface DemandeTyped {
  numeroASP: string
  numeroEditeur: string
  date: string
  montant: string
  finess: string
  facture: string
  va: string
  dmp: string | null
  pro: string | null
  citoyen: string | null
}

/** The guide's example (guide §3.1) as a clerk would type it. */
export const guide: DemandeTyped = {
  numeroASP: 'finbio000006',
  numeroEditeur: '00001',
  date: '15/3/23',
  montant: '27450',
  finess: '999999991 999999992;999999993',
  facture: 'facture.pdf',
  va: 'attestation.pdf',
  dmp: '1999999991',
  pro: 'labo@exemple.mssante.fr',
  citoyen: null,
}

async function answer(page: Page, group: string, field: string, value: string | null) {
  const question = page.getByRole('group', { name: group, exact: true })
  await question.getByRole('radio', { name: value === null ? 'Non' : 'Oui' }).check()
  if (value === null) return
  const input = page.getByLabel(field, { exact: true })
  await input.fill(value)
  await input.press('Enter')
}

/** Fills in the page of one demande, by label. */
export async function fillDemande(page: Page, typed: DemandeTyped) {
  await page.getByLabel('Numéro de dossier ASP', { exact: true }).fill(typed.numeroASP)
  await page.getByLabel('Numéro éditeur', { exact: true }).fill(typed.numeroEditeur)
  await page.getByLabel('Date de la facture', { exact: true }).fill(typed.date)
  await page.getByLabel('Montant Ségur HT', { exact: true }).fill(typed.montant)
  const finess = page.getByLabel('FINESS géographiques', { exact: true })
  await finess.fill(typed.finess)
  await finess.press('Enter')
  await attach(page, 'Facture', typed.facture)
  await attach(page, "Attestation de vérification d'aptitude", typed.va)
  await answer(page, 'Envoi direct au DMP', 'Identifiants de connexion DMP', typed.dmp)
  await answer(page, 'Envoi direct par MSS Pro', 'Adresse de la boîte MSS Pro', typed.pro)
  await answer(page, 'Envoi direct par MSS Citoyen', 'Adresse de la boîte MSS Citoyen', typed.citoyen)
}

/** Attaches a sample file and waits until it is taken. */
export async function attach(page: Page, label: string, name: string) {
  await page.getByLabel(label, { exact: true }).setInputFiles(sample(name))
  await expect(page.getByText(`← ${name}`)).toBeVisible()
}

/** Fills in the header, by label. */
export async function fillEntete(page: Page, dateDepot: string) {
  await page.getByLabel('Numéro de référencement ANS', { exact: true }).fill('1234567890')
  await page.getByLabel('SIRET', { exact: true }).fill('732 829 320 00074')
  await page.getByLabel('Date de dépôt', { exact: true }).fill(dateDepot)
  await page.getByLabel('Numéro de fichier', { exact: true }).fill('1')
}
