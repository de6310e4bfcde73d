import type { Page } from '@playwright/test'
import { expect, fillEntete, goToStep, sample, sampleBytes, test } from './app'
import { factureOf, field, startDemande } from './pieces'

const suggestion = (page: Page, texte: RegExp) => page.getByRole('button', { name: texte })

async function attachFacture(page: Page, name: string) {
  await factureOf(page).setInputFiles(sample(`lecture/${name}`))
  await expect(page.getByText(`← ${name}`)).toBeVisible()
}

/** What `facture-points.pdf` says of each field. */
const lus = [
  { label: 'Numéro de dossier ASP', offered: /^Utiliser FINBIO000114 lu dans la facture/, gives: 'FINBIO000114' },
  { label: 'Date de la facture', offered: /^Utiliser 15\/03\/2023 lu dans la facture/, gives: '15/03/2023' },
  { label: 'Montant Ségur HT', offered: /^Utiliser 27\s450,00\s€ lu dans la facture/, gives: '27 450,00' },
]

test('what the invoice says is offered and never filled in by itself; one click or key takes it', async ({ page }) => {
  await startDemande(page)
  await attachFacture(page, 'facture-points.pdf')
  for (const { label, offered } of lus) {
    await expect(suggestion(page, offered)).toBeVisible()
    await expect(field(page, label)).toHaveValue('')
  }
  for (const { label, offered, gives } of lus) {
    await suggestion(page, offered).press('Enter')
    await expect(field(page, label)).toHaveValue(gives)
    await expect(suggestion(page, offered)).toHaveCount(0)
  }
  await suggestion(page, /^Utiliser 2 FINESS lus dans la facture/).click()
  await expect(page.getByRole('button', { name: /^Retirer 99000/ })).toHaveCount(2)
  // The client's name is the clerk's own to give: offered too, and in none of the fields that go to the ASP.
  await expect(field(page, 'Libellé interne')).toHaveValue('')
  await suggestion(page, /^Utiliser SELAS BioFictive du Littoral lu dans la facture/).press('Enter')
  await expect(field(page, 'Libellé interne')).toHaveValue('SELAS BioFictive du Littoral')
  await expect(suggestion(page, /^Utiliser/)).toHaveCount(0)
})

test('a value of two documents, or of two minds, is offered with its doubt', async ({ page }) => {
  await startDemande(page)
  await attachFacture(page, 'desaccord.pdf')
  await expect(page.getByText(/27\s5?4[05]0?,00\s€ lu dans la facture/).first()).toBeVisible()
  const montant = page.getByText(/,00\s€ lu dans la facture/).first()
  await expect(montant).toContainText(/27\s540,00.*27\s450,00|27\s450,00.*27\s540,00/)
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('')
})

test('what is typed against the invoice is told, with both values, until it agrees', async ({ page }) => {
  await startDemande(page)
  await attachFacture(page, 'facture-points.pdf')
  await expect(suggestion(page, /^Utiliser 15\/03\/2023/)).toBeVisible()
  for (const [label, typed, says, right] of [
    ['Montant Ségur HT', '32940', /C’est le montant TTC de la facture. Son total HT est de 27\s450,00\s€/, '27450'],
    ['Montant Ségur HT', '27540', /autre total HT\s: 27\s450,00\s€. Vous avez écrit 27\s540,00\s€/, '27450'],
    ['Date de la facture', '16/3/23', /datée du 15\/03\/2023. Vous avez écrit 16\/03\/2023/, '15/03/2023'],
    ['Numéro de dossier ASP', 'FINBIO000115', null, 'FINBIO000114'],
  ] as const) {
    await field(page, label).fill(typed)
    await field(page, label).blur()
    if (says) await expect(field(page, label)).toHaveAccessibleDescription(says)
    else await expect(factureOf(page)).toHaveAccessibleDescription(/cite le dossier FINBIO000114.*porte FINBIO000115/)
    await field(page, label).fill(right)
    await field(page, label).blur()
    if (says) await expect(field(page, label)).not.toHaveAccessibleDescription(says)
    else await expect(factureOf(page)).not.toHaveAccessibleDescription(/cite le dossier/)
  }
  const finess = field(page, 'FINESS géographiques')
  await finess.fill('990002040')
  await finess.press('Enter')
  await expect(page.getByText('990002057 est dans la facture et pas dans la liste.')).toBeVisible()
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('990002057 est dans la facture et pas dans la liste.')).toBeVisible()
  await page.goBack()
  await suggestion(page, /^Utiliser 990002057 lu dans la facture/).click()
  await expect(page.getByText('990002057 est dans la facture et pas dans la liste.')).toHaveCount(0)
})

test('an invoice of another supplier is told once the header is known', async ({ page }) => {
  await startDemande(page)
  await attachFacture(page, 'facture-points.pdf')
  await expect(suggestion(page, /^Utiliser 15\/03\/2023/)).toBeVisible()
  await goToStep(page, 'En-tête du fichier')
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('La facture porte un autre SIRET : 99900303100013.')).toBeVisible()
  await expect(page.getByText('L’en-tête donne 73282932000074')).toBeVisible()
  await goToStep(page, 'En-tête du fichier')
  await field(page, 'SIRET').fill('999 003 031 00013')
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('La facture porte un autre SIRET')).toHaveCount(0)
})

test('a document at the wrong place is told: a credit note, an attestation, a quotation', async ({ page }) => {
  await startDemande(page)
  const xml = (await sampleBytes('facture.xml')).toString('utf8')
  const avoir = xml.replace('<ram:TypeCode>380<', '<ram:TypeCode>381<')
  await factureOf(page).setInputFiles({ name: 'avoir.xml', mimeType: '', buffer: Buffer.from(avoir) })
  await expect(factureOf(page)).toHaveAccessibleDescription(/Ce document est un avoir, pas une facture/)
  await attachFacture(page, 'va-signee.pdf')
  await expect(factureOf(page)).toHaveAccessibleDescription(/est une attestation, pas une facture/)
  await attachFacture(page, 'devis.pdf')
  await expect(factureOf(page)).toHaveAccessibleDescription(
    /ne ressemble pas à la pièce attendue\. Vérifiez-le – le document s’intitule .*ni facture, ni attestation\.$/,
  )
  const va = field(page, "Attestation de vérification d'aptitude")
  await va.setInputFiles(sample('lecture/facture-points.pdf'))
  await expect(va).toHaveAccessibleDescription(/est une facture, pas une attestation/)
})

/** Serves the worker of pièces with lines before its own. */
async function spoilWorker(page: Page, before: string) {
  await page.route(/pieces\.worker.*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: before + (await response.text()) })
  })
}

// A script that was asked for as the page went is answered to nobody: no fault of the test that follows.
test.afterEach(({ page }) => page.unrouteAll({ behavior: 'ignoreErrors' }))

const crash = `addEventListener('message', (event) => {
  if (event.data?.ability !== 'lire') return
  event.stopImmediatePropagation()
  throw new Error('spoilt')
});`

test('a reader that dies costs its suggestions and nothing else', async ({ page }) => {
  await spoilWorker(page, crash)
  await startDemande(page)
  for (const name of ['facture-points.pdf', 'acompte.pdf']) {
    await attachFacture(page, name)
    await expect(page.getByRole('img', { name: `Page 1 de ${name}` })).toBeVisible()
    await expect(factureOf(page)).toHaveAttribute('aria-invalid', 'false')
  }
  await expect(suggestion(page, /^Utiliser/)).toHaveCount(0)
  await field(page, 'Date de la facture').fill('16/03/2023')
  await expect(field(page, 'Date de la facture')).toHaveValue('16/03/2023')
})

test('where no worker starts, a file is still taken, and told as not verified', async ({ page }) => {
  await page.route(/pieces\.worker.*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("spoilt")' }),
  )
  await startDemande(page)
  await attachFacture(page, 'facture-points.pdf')
  await expect(factureOf(page)).toHaveAccessibleDescription(/n’a pas pu être vérifié/)
})
