import type { Page } from '@playwright/test'
import { expect, goToStep, sampleBytes, test } from './app'
import { addDemande, downloadDepot, field, fillChamps } from './pieces'

/** Files as they lie in the clerk's folder, and the samples they are. */
const vrac: Record<string, string> = {
  'F2023-012a.pdf': 'lecture/facture-1-sur-2.pdf',
  'va site centre.pdf': 'lecture/va-par-site.pdf',
  'scan0001.pdf': 'lecture/facture-trois-sites.pdf',
  'scan0002.pdf': 'lecture/va-trois-sites.pdf',
  'BIO-SGL-Val-FACTURE-00077.png': 'scan.png',
  'signée.pdf': 'lecture/va-signee.pdf',
  'signée (copie).pdf': 'lecture/va-signee.pdf',
  'Facture 2023-808.pdf': 'lecture/factur-x.pdf',
  'devis.pdf': 'lecture/devis.pdf',
  'IMG_0012.jpg': 'lecture/photo-couchee.jpg',
  'attestation FINBIO000310.jpeg': 'photo.jpeg',
  'vide.pdf': 'vide.pdf',
}

const demandes = [
  { numeroASP: 'FINBIO000012', numeroEditeur: '00012', montant: '18000' },
  { numeroASP: 'FINBIO000310', numeroEditeur: '00310', montant: '27450' },
  { numeroASP: 'FINBIO000077', numeroEditeur: '00077', montant: '22610' },
]

async function startDepot(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await goToStep(page, 'Demandes')
}

async function startThree(page: Page) {
  await startDepot(page)
  for (const [index, champs] of demandes.entries()) {
    await addDemande(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Demande n° ${index + 1}`)
    await fillChamps(page, champs)
  }
  await goToStep(page, 'Demandes')
}

/** Drops files in the middle of the page, as from a folder beside the browser. */
async function drop(page: Page, files: Record<string, string>) {
  const given = await Promise.all(
    Object.entries(files).map(async ([name, from]) => ({ name, text: (await sampleBytes(from)).toString('base64') })),
  )
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer()
    for (const { name, text } of dropped)
      transfer.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name))
    return transfer
  }, given)
  for (const kind of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('h1', kind, { dataTransfer })
}

const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Fichiers déposés' })
const lineOf = (page: Page, name: string) => sheetOf(page).getByRole('listitem', { name, exact: true })

/** What the sheet says it will do, a line for each demande. */
const planOf = (page: Page) => sheetOf(page).getByRole('region', { name: 'Ce qui sera joint' }).locator('dl > div')

/** One line of the sheet: where the file goes, and why. */
async function expectLine(page: Page, name: string, type: string, demande: string, says: readonly string[]) {
  const line = lineOf(page, name)
  await expect(line.getByLabel(`Type de ${name}`)).toHaveValue(type)
  await expect(line.getByLabel(`Demande de ${name}`).locator('option:checked')).toHaveText(new RegExp(demande))
  for (const words of says) await expect(line).toContainText(words)
}

/** Waits until that many files are on the sheet and all were examined. */
async function examined(page: Page, count: number) {
  await expect(sheetOf(page).getByRole('listitem')).toHaveCount(count)
  await expect(sheetOf(page).getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 })
  await expect(sheetOf(page).getByText('En attente…')).toHaveCount(0)
}

test('twelve files dropped at once: guessed with reasons, corrected, joined, and right in the two files', async ({
  page,
}) => {
  await startThree(page)
  await drop(page, vrac)
  await examined(page, 12)

  const inText = 'numéro de dossier ASP dans son texte'
  await expectLine(page, 'F2023-012a.pdf', 'FACTURE', 'Demande 1', [inText])
  await expectLine(page, 'va site centre.pdf', 'VA', 'Demande 1', [inText])
  await expectLine(page, 'scan0001.pdf', 'FACTURE', 'Demande 2', [inText])
  await expectLine(page, 'scan0002.pdf', 'VA', 'Demande 2', [inText])
  await expectLine(page, 'BIO-SGL-Val-FACTURE-00077.png', 'FACTURE', 'Demande 3', ['nom donné pour l’ASP'])
  await expectLine(page, 'signée.pdf', 'VA', 'Demande 3', [inText])
  await expectLine(page, 'signée (copie).pdf', 'VA', 'Ne pas joindre', ['même fichier que « signée.pdf »'])
  await expectLine(page, 'Facture 2023-808.pdf', 'FACTURE', 'Ne pas joindre', ['aucune demande ne lui correspond'])
  await expectLine(page, 'devis.pdf', '', 'Ne pas joindre', ['ni facture, ni attestation'])
  await expectLine(page, 'IMG_0012.jpg', '', 'Ne pas joindre', ['rien ne dit si'])
  await expectLine(page, 'attestation FINBIO000310.jpeg', 'VA', 'Demande 2', [
    'dossier ASP dans son nom',
    'd’après son nom',
  ])
  await expect(lineOf(page, 'vide.pdf')).toContainText('Ce fichier est vide')
  await expect(sheetOf(page).getByText('2 documents, réunis en un PDF')).toBeVisible()
  await expect(sheetOf(page).getByText('Sans place pour l’instant')).toContainText(', signée (copie).pdf')

  await lineOf(page, 'attestation FINBIO000310.jpeg')
    .getByLabel(/^Demande de/)
    .selectOption('Ne pas joindre')
  await lineOf(page, 'BIO-SGL-Val-FACTURE-00077.png')
    .getByLabel(/^Demande de/)
    .selectOption('Ne pas joindre')
  await lineOf(page, 'Facture 2023-808.pdf')
    .getByLabel(/^Demande de/)
    .selectOption({ label: 'Demande 3 · 00077' })
  await expect(page.getByRole('listitem').filter({ hasText: 'aucune pièce' })).toHaveCount(3)
  await sheetOf(page).getByRole('button', { name: 'Joindre 6 fichiers' }).click()
  await expect(sheetOf(page)).toHaveCount(0)
  await expect(page.getByText('6 pièces jointes.')).toBeVisible()
  await expect(page.getByText('aucune pièce')).toHaveCount(0)

  const { json, zip } = await downloadDepot(page)
  const names = demandes.flatMap(({ numeroEditeur }) => [
    `BIO-SGL-Val-FACTURE-${numeroEditeur}.pdf`,
    `BIO-SGL-Val-VA-${numeroEditeur}.pdf`,
  ])
  const { lignesImport } = json as {
    lignesImport: { numeroASP: string; piecesJustificatives: { nomFichier: string }[] }[]
  }
  expect(lignesImport.map(({ numeroASP }) => numeroASP)).toEqual(demandes.map(({ numeroASP }) => numeroASP))
  expect(lignesImport.flatMap((ligne) => ligne.piecesJustificatives.map(({ nomFichier }) => nomFichier))).toEqual(names)
  const placed = [
    'F2023-012a.pdf',
    'va site centre.pdf',
    'scan0001.pdf',
    'scan0002.pdf',
    'Facture 2023-808.pdf',
    'signée.pdf',
  ]
  expect(Object.keys(zip)).toEqual(names)
  for (const [index, name] of names.entries())
    expect(zip[name]?.equals(await sampleBytes(vrac[placed[index] ?? ''] ?? '')), name).toBe(true)
})

test('«Annuler» takes back all that was joined at once, and what stood there returns', async ({ page }) => {
  await startThree(page)
  await page.goto('./#/demandes/1')
  await field(page, 'Facture').setInputFiles({ name: 'avant.png', mimeType: '', buffer: await sampleBytes('scan.png') })
  await expect(page.getByText('← avant.png')).toBeVisible()
  await goToStep(page, 'Demandes')
  await page.getByLabel('Pièces à répartir', { exact: true }).setInputFiles([
    { name: 'a.pdf', mimeType: '', buffer: await sampleBytes('lecture/facture-1-sur-2.pdf') },
    { name: 'b.pdf', mimeType: '', buffer: await sampleBytes('lecture/va-trois-sites.pdf') },
    { name: 'c.png', mimeType: '', buffer: await sampleBytes('scan.png') },
  ])
  await examined(page, 3)
  await expect(lineOf(page, 'a.pdf')).toContainText('remplacera « avant.png »')
  await expect(lineOf(page, 'c.png')).toContainText('déjà joint à la demande n° 1')
  await sheetOf(page).getByRole('button', { name: 'Joindre 2 fichiers' }).click()
  await expect(page.getByText('aucune pièce')).toHaveCount(1)
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('aucune pièce')).toHaveCount(2)
  await page.goto('./#/demandes/1')
  await expect(page.getByText('← avant.png')).toBeVisible()
})

test('from nothing: one demande for each invoice, its attestation with it; undone at once', async ({ page }) => {
  await startDepot(page)
  await page.getByLabel('Pièces à répartir', { exact: true }).setInputFiles([
    { name: 'a.pdf', mimeType: '', buffer: await sampleBytes('lecture/facture-1-sur-2.pdf') },
    { name: 'b.pdf', mimeType: '', buffer: await sampleBytes('lecture/va-trois-sites.pdf') },
    { name: 'c.pdf', mimeType: '', buffer: await sampleBytes('lecture/facture-trois-sites.pdf') },
    { name: 'd.pdf', mimeType: '', buffer: await sampleBytes('lecture/va-par-site.pdf') },
  ])
  await examined(page, 4)
  await expectLine(page, 'd.pdf', 'VA', 'Nouvelle demande \\(FINBIO000012\\)', ['même numéro que « a.pdf »'])
  await expectLine(page, 'b.pdf', 'VA', 'Nouvelle demande \\(FINBIO000310\\)', ['même numéro que « c.pdf »'])
  await expect(planOf(page)).toHaveText([
    'Nouvelle demande (FINBIO000012)Facture : a.pdfAttestation (VA) : d.pdf',
    'Nouvelle demande (FINBIO000310)Facture : c.pdfAttestation (VA) : b.pdf',
  ])
  await expect(sheetOf(page).getByRole('button', { name: 'Créer', exact: false })).toHaveCount(1)
  await sheetOf(page).getByRole('button', { name: 'Créer 2 demandes et joindre 4 fichiers' }).click()
  await expect(page.getByText('4 pièces jointes, 2 demandes créées.')).toBeVisible()
  await expect(page.getByText('2 demandes dans ce dépôt.')).toBeVisible()
  await expect(page.getByText(/^2 pièces · /)).toHaveCount(2)
  await expect(page.getByText('jointes à l’instant')).toHaveCount(2)
  await expect(page.getByRole('main').getByRole('link', { name: 'Demande 1', exact: true })).toBeFocused()
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click()
  await expect(page.getByText('Aucune demande pour l’instant')).toBeVisible()
})

test('two invoices of one dossier number are one demande; while a demande waits for its invoice, none is made unasked', async ({
  page,
}) => {
  await startDepot(page)
  const invoices = {
    'a.pdf': 'lecture/facture-1-sur-2.pdf',
    'b.pdf': 'lecture/facture-trois-sites.pdf',
    'c.pdf': 'lecture/facture-2-sur-2.pdf',
  }
  await drop(page, invoices)
  await examined(page, 3)
  await expect(planOf(page)).toHaveCount(2)
  await expect(planOf(page).first()).toContainText(/a\.pdf \+ c\.pdf.*Somme à vérifier ensuite\s: [\d\s]+,\d\d\s€ HT/)
  await sheetOf(page).getByRole('button', { name: 'Ne rien joindre' }).click()

  await addDemande(page)
  await fillChamps(page, { numeroASP: 'FINBIO000999', numeroEditeur: '00999', montant: '1' })
  await goToStep(page, 'Demandes')
  await drop(page, invoices)
  await examined(page, 3)
  await expectLine(page, 'a.pdf', 'FACTURE', 'Ne pas joindre', ['aucune demande ne lui correspond'])
  await expect(planOf(page)).toHaveCount(0)
  await sheetOf(page).getByRole('button', { name: 'Créer une demande par facture (3)' }).click()
  await sheetOf(page).getByRole('button', { name: 'Créer 2 demandes et joindre 3 fichiers' }).click()
  await expect(page.getByText('3 demandes dans ce dépôt.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'jointes à l’instant' })).toHaveCount(2)
})

test('the sheet left without joining attaches nothing, while it works or after', async ({ page }) => {
  await startThree(page)
  await drop(page, vrac)
  await sheetOf(page).getByRole('button', { name: 'Ne rien joindre' }).click()
  await expect(sheetOf(page)).toHaveCount(0)
  await drop(page, { 'a.pdf': 'lecture/facture-1-sur-2.pdf' })
  await examined(page, 1)
  await page.keyboard.press('Escape')
  await expect(sheetOf(page)).toHaveCount(0)
  await expect(page.getByText('aucune pièce')).toHaveCount(3)
})
