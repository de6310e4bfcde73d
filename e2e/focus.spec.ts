import type { Page } from '@playwright/test'
import { expect, goToStep, sample, sampleBytes, test } from './app'
import { confirmer, depot, dialogue, json, ligne, ouvrir, pieces, titre, zip } from './fichiers'
import { addDemande, field, startDemande } from './pieces'
import { copyDatabase, faultOfFocus, press, pressables, settled } from './presses'

/** What the system would show, and no test can close: printing, and the choice of a folder or file. */
async function quiet(page: Page) {
  await page.addInitScript(() => {
    window.print = () => undefined
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() })
  })
  page.on('filechooser', () => undefined)
}

/** A deposit of three demandes with their pièces; with erreurs, some values are missing or wrong, and a pièce is a scan. */
async function startThree(page: Page, erreurs: boolean) {
  await quiet(page)
  await page.goto('./')
  const faute = { facture: { dateFacture: '31/02/2023', montantSegurHTFacture: 27450 }, beneficiaires: [] }
  await ouvrir(
    page,
    json('depot.json', depot([ligne(1), ligne(2), ligne(3, erreurs ? faute : {})])),
    zip('depot.zip', await pieces([1, 2, 3])),
  )
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await titre(page, 'Contrôle')
  if (erreurs) {
    await page.goto('./#/demandes/3')
    await field(page, 'Facture').setInputFiles({
      name: 'scan.png',
      mimeType: '',
      buffer: await sampleBytes('scan.png'),
    })
    await expect(page.getByText('← scan.png')).toBeVisible()
    await field(page, 'FINESS géographiques').fill('999999991 10003820')
    await field(page, 'FINESS géographiques').press('Enter')
  }
  // What is read in the pièces is there, and kept.
  await settled(page)
  await expect(page.getByText(/^✓ Enregistré/)).toBeVisible()
  await settled(page)
}

/** Shows a screen as it is come to, whatever stood over the one before. */
async function show(page: Page, route: string) {
  await page.evaluate(async (hash) => {
    for (const dialog of document.querySelectorAll('dialog[open]')) (dialog as HTMLDialogElement).close()
    const moved = () => new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }))
    for (const next of ['#/aide', hash]) {
      if (location.hash === next) continue
      const arrived = moved()
      location.hash = next
      await arrived
    }
  }, route)
  await settled(page)
}

/** Presses all that can be pressed on a screen, each on the same work; gives where the focus was lost. */
async function pressAll(page: Page, route: string): Promise<string[]> {
  const faults: string[] = []
  await copyDatabase(page, 'solde-bio-sgl', 'gardé')
  const putBack = async () => {
    await copyDatabase(page, 'gardé', 'solde-bio-sgl')
    await page.goto(`./${route}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await show(page, route)
    return pressables(page)
  }
  const keys = await putBack()
  expect(keys.length).toBeGreaterThan(3)
  for (const key of keys) {
    await show(page, route)
    // Most presses change nothing that is kept: only after one that does is the work put back.
    if ((await pressables(page)).join() !== keys.join()) {
      await putBack()
      // What is read in the documents comes a moment after the page.
      await expect.poll(() => pressables(page)).toContain(key)
    }
    const fault = await press(page, key)
    if (fault !== null) faults.push(`«${key}»: ${fault}`)
  }
  return faults
}

const screens = {
  accueil: '#/',
  'en-tête': '#/entete',
  liste: '#/demandes',
  'demande 1': '#/demandes/1',
  'demande 3': '#/demandes/3',
  contrôle: '#/controle',
  téléchargement: '#/telechargement',
  rapport: '#/rapport',
}

for (const erreurs of [false, true])
  for (const [name, route] of Object.entries(screens))
    test(`no press on «${name}» loses the focus, ${erreurs ? 'with' : 'without'} erreurs`, async ({ page }) => {
      test.setTimeout(600_000)
      await startThree(page, erreurs)
      expect(await pressAll(page, route)).toEqual([])
    })

/** Presses all that can be pressed in a dialog, opened anew for each. */
async function pressAllIn(page: Page, open: () => Promise<void>): Promise<string[]> {
  const faults: string[] = []
  await open()
  const keys = await pressables(page)
  expect(keys.length).toBeGreaterThan(1)
  for (const key of keys) {
    if (key !== keys[0]) {
      await page.goto('about:blank')
      await open()
      await pressables(page)
    }
    const fault = await press(page, key)
    if (fault !== null) faults.push(`«${key}»: ${fault}`)
  }
  return faults
}

const dropHeap = async (page: Page) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await goToStep(page, 'Demandes')
  await page
    .getByLabel('Pièces à répartir', { exact: true })
    .setInputFiles(['facture.pdf', 'attestation.pdf', 'scan.png'].map(sample))
  await expect(dialogue(page).getByRole('combobox')).toHaveCount(6)
  await settled(page)
}

const openDepot = async (page: Page) => {
  await page.goto('./')
  await ouvrir(page, json('depot.json', depot([ligne(1), ligne(2)])))
  await settled(page)
}

const importTable = async (page: Page) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await goToStep(page, 'Demandes')
  const table = 'Numéro de dossier ASP;Numéro éditeur;FINESS\nFINBIO000001;00001;750712184\n'
  await field(page, 'Importer un tableau').setInputFiles({ name: 't.csv', mimeType: '', buffer: Buffer.from(table) })
  await expect(dialogue(page).getByRole('button', { name: 'Importer 1 demande' })).toBeVisible()
  await settled(page)
}

for (const [name, open] of Object.entries({
  'the sheet of a heap': dropHeap,
  opening: openDepot,
  'a table': importTable,
}))
  test(`no press in the dialog of ${name} loses the focus`, async ({ page }) => {
    test.setTimeout(600_000)
    await quiet(page)
    expect(await pressAllIn(page, () => open(page))).toEqual([])
  })

const focused = (page: Page) => page.locator(':focus')

test('the focus begins in a dialog at its main action or its content, and a dialog closes with its page', async ({
  page,
}) => {
  await page.goto('./')
  await ouvrir(page, json('depot.json', depot([ligne(1)])))
  await expect(dialogue(page).getByRole('button', { name: 'Ouvrir comme nouveau dépôt' })).toBeFocused()
  await confirmer(page, 'Ne rien changer')
  await expect(dialogue(page)).toHaveCount(0)
  expect(await page.evaluate(faultOfFocus)).toBeNull()

  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await goToStep(page, 'Demandes')
  await page.getByLabel('Pièces à répartir', { exact: true }).setInputFiles([sample('facture.pdf'), sample('scan.png')])
  await expect(dialogue(page)).toBeVisible()
  await expect(dialogue(page).getByRole('button', { name: 'Fermer' })).not.toBeFocused()
  await page.goBack()
  await titre(page, 'En-tête du fichier')
  await expect(dialogue(page)).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Rouvrir' }).click()
  await expect(dialogue(page).getByRole('listitem')).toHaveCount(2)
})

test('after each act the work goes on where it should', async ({ page }) => {
  await startDemande(page)
  await expect(field(page, 'Numéro de dossier ASP')).toBeFocused()
  await field(page, 'Facture').setInputFiles(sample('facture.pdf'))
  await page.getByRole('button', { name: /^Utiliser FINBIO000006/ }).press('Enter')
  for (const read of [/^Utiliser 15/, /^Utiliser 27/, /^Utiliser 3 FINESS/]) {
    await expect(page.getByRole('button', { name: read })).toBeFocused()
    await focused(page).press('Enter')
  }
  await expect(field(page, 'FINESS géographiques')).toBeFocused()
  await page.getByRole('button', { name: 'Retirer', exact: true }).press('Enter')
  await expect(field(page, 'Facture')).toBeFocused()
  await goToStep(page, 'Demandes')
  await page.getByRole('button', { name: 'Dupliquer' }).press('Enter')
  await expect(page.getByRole('main').getByRole('listitem').nth(1).getByRole('link')).toBeFocused()
  await addDemande(page)
  await titre(page, 'Demande n° 3')
  await expect(field(page, 'Numéro de dossier ASP')).toBeFocused()
})

for (const size of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
])
  test(`what is read late leaves the field that is typed in where it is, at ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size)
    await startDemande(page)
    const topOf = (label: string) => field(page, label).evaluate((input) => input.getBoundingClientRect().top)
    for (const label of ['Numéro éditeur', 'Montant Ségur HT', 'FINESS géographiques']) {
      await field(page, 'Facture').setInputFiles(sample('facture.pdf'))
      // In one: what is read may come between them.
      const before = await field(page, label).evaluate((input) => {
        input.focus()
        return input.getBoundingClientRect().top
      })
      await expect(page.getByRole('button', { name: 'Tout utiliser (4)' })).toBeAttached()
      // As it is painted: what stands in the page is not seen yet.
      await settled(page)
      expect(Math.abs((await topOf(label)) - before), label).toBeLessThan(2)
      await expect(field(page, label)).toBeInViewport({ ratio: 1 })
      await page.getByRole('button', { name: 'Retirer', exact: true }).click()
      await expect(page.getByRole('button', { name: 'Tout utiliser (4)' })).toHaveCount(0)
    }
  })

test('back from a field, contrôle has the focus on the link that was followed, in view', async ({ page }) => {
  await startThree(page, true)
  await goToStep(page, 'Contrôle')
  const link = page.getByRole('main').locator('a[href="#/demandes/3?champ=dateFacture"]')
  await link.press('Enter')
  await expect(field(page, 'Date de la facture')).toBeFocused()
  await page.goBack()
  await expect(link).toBeFocused()
  await expect(link).toBeInViewport()
  await link.press('Enter')
  await field(page, 'Date de la facture').fill('15/03/2023')
  await page.getByRole('link', { name: 'Aller au contrôle' }).click()
  await titre(page, 'Contrôle')
  await expect(link).toHaveCount(0)
  await settled(page)
  expect(await page.evaluate(faultOfFocus)).toBeNull()
  await expect(focused(page)).toHaveAttribute('href', /#\/demandes\/3/)
})
