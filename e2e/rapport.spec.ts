import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import { download, expect, fillDemande, fillEntete, goToStep, guide, test } from './app'

async function startDepot(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function typeGuide(page: Page) {
  await startDepot(page)
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()
  await fillDemande(page, guide)
}

type Row = Record<'Rubrique' | 'Demande' | 'Objet' | 'Résultat' | 'Détail' | 'Le' | 'Motif', string>
async function readCsv(page: Page): Promise<Row[]> {
  const { name, bytes } = await download(page, 'Enregistrer le rapport (CSV)')
  expect(name).toBe('Rapport-1234567890-20230320-001.csv')
  expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
  return parse(bytes, { bom: true, delimiter: ';', columns: true })
}
const files = (rows: readonly Row[]) =>
  new Map(rows.filter(({ Rubrique }) => Rubrique === 'Fichiers').map((row) => [row.Objet, row.Résultat]))

test('a report is made at the contrôle, before anything is downloaded: its files are the ones that are then saved', async ({
  page,
}) => {
  await typeGuide(page)
  await goToStep(page, 'Contrôle')
  const seen = page.getByRole('checkbox', { name: 'Vérifié' }).first()
  await seen.check()
  await page.getByRole('link', { name: 'Rapport', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rapport de contrôle, dépôt du 20/03/2023')
  await expect(page.getByRole('table', { name: 'Fichiers' }).getByRole('row')).toHaveCount(5)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])

  const rows = await readCsv(page)
  expect(rows.filter(({ Rubrique }) => Rubrique === 'Contrôles').length).toBeGreaterThan(80)
  expect(rows.find(({ Résultat }) => Résultat === 'Alerte, vérifié')?.Le).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/)
  const html = await download(page, 'Enregistrer le rapport (HTML)')
  expect(html.name).toBe('Rapport-1234567890-20230320-001.html')

  await page.getByRole('link', { name: '‹ Contrôle' }).click()
  await goToStep(page, 'Téléchargement')
  for (const button of ['Télécharger le JSON', 'Télécharger le ZIP']) {
    const { name, bytes } = await download(page, button)
    expect(files(rows).get(name)).toBe(sha256(bytes))
  }

  // Another page than the app's reads the saved file back: it needs nothing but itself.
  await page.goto('about:blank')
  await page.setContent(html.bytes.toString('utf8'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rapport de contrôle, dépôt du 20/03/2023')
  const cells = await page.getByRole('table', { name: 'Fichiers' }).getByRole('cell').allTextContents()
  for (const [name, empreinte] of files(rows)) {
    expect(cells).toContain(name)
    expect(cells).toContain(empreinte)
  }
  const judged = await new AxeBuilder({ page }).analyze()
  expect(judged.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})

test('a deposit of the history keeps the report of its own check, whatever became of the draft', async ({ page }) => {
  await typeGuide(page)
  await goToStep(page, 'Téléchargement')
  const { name, bytes } = await download(page, 'Télécharger le JSON')
  await goToStep(page, 'Demandes')
  await page.goto('./#/demandes/1')
  await page.getByLabel('Montant Ségur HT', { exact: true }).fill('1')
  await page.getByLabel('Montant Ségur HT', { exact: true }).blur()
  await page.getByRole('link', { name: 'Solde BIO-SGL' }).click()
  await page.getByRole('link', { name: 'Rapport', exact: true }).click()
  const rows = await readCsv(page)
  expect(files(rows).get(name)).toBe(sha256(bytes))
  expect(rows.find(({ Rubrique }) => Rubrique === 'Demandes')?.Résultat).toMatch(/^27\s450,00\s€$/)
  expect(rows.find(({ Objet }) => Objet === 'Déposé sur le portail le')?.Résultat).toBe('pas encore noté')
})

test('a dossier with erreurs has its report too: no file, and what is wrong', async ({ page }) => {
  await startDepot(page)
  await page.goto('./#/rapport')
  await expect(page.getByText(/erreurs?\s: les fichiers ne peuvent pas être faits/)).toBeVisible()
  await expect(page.getByText('Aucun fichier.')).toBeVisible()
})
