import type { Page } from '@playwright/test'
import { expect, sample, sampleBytes, test } from './app'
import { factureOf, pageOf, greyOf, startDemande } from './pieces'

const feuille = (page: Page) => page.getByRole('dialog', { name: 'Fichiers déposés' })
const aide = (page: Page) => expect(factureOf(page))

const refuses: [name: string, says: RegExp][] = [
  ['raccourci.lnk', /C’est un raccourci de Windows.*pas le document.*imprimez en PDF/],
  ['lien-google.gdoc', /C’est un lien vers un document de Google Drive.*imprimez en PDF/],
  ['courriel-avec-facture.msg', /C’est un courriel d’Outlook.*messagerie, enregistrez la pièce jointe/],
  ['xfa-seul.pdf', /formulaire que seul Acrobat affiche.*imprimez-le en PDF/],
]

test('links, mails that cannot be read here and forms of Acrobat’s own are named, with the way out', async ({
  page,
}) => {
  await startDemande(page)
  for (const [name, says] of refuses) {
    await factureOf(page).setInputFiles(sample(`cas/${name}`))
    await aide(page).toHaveAccessibleDescription(new RegExp(`«\\s${name}\\s» n’a pas été pris.*${says.source}`))
    await expect(page.getByText(`← ${name}`)).toHaveCount(0)
  }
})

const emballages: [name: string, says: RegExp, inside: string][] = [
  ['courriel-avec-facture.eml', /C’est un courriel.*Prenez .*«\sfacture\.pdf\s»/, 'facture.pdf'],
  ['porte-documents.pdf', /C’est un porte-documents PDF.*«\sfacture\.pdf\s», «\sva\.pdf\s»/, 'facture.pdf'],
  ['facture-signee.pdf.p7m', /C’est une enveloppe signée.*Gardez l’enveloppe/, 'facture-signee.pdf'],
]

for (const [name, says, inside] of emballages)
  test(`${name}: what is inside is offered, and attached when it is taken`, async ({ page }) => {
    await startDemande(page)
    await factureOf(page).setInputFiles(sample(`cas/${name}`))
    await aide(page).toHaveAccessibleDescription(says)
    await page.getByRole('button', { name: `Prendre « ${inside} »` }).click()
    await expect(page.getByText(`← ${inside}`)).toBeVisible()
    await expect(page.getByText('n’a pas été pris')).toHaveCount(0)
    expect((await greyOf(pageOf(page, 1))).points.some((point) => point < 150)).toBe(true)
  })

test('several files inside one join the sheet, each once', async ({ page }) => {
  await startDemande(page)
  await factureOf(page).setInputFiles([sample('cas/porte-documents.pdf'), sample('cas/fax-204x98.png')])
  const sheet = feuille(page)
  await sheet.getByRole('button', { name: 'Prendre « facture.pdf »' }).click()
  await expect(sheet.getByRole('listitem', { name: 'facture.pdf' })).toBeVisible()
  await expect(sheet.getByRole('button', { name: 'Prendre « facture.pdf »' })).toBeDisabled()
  await sheet.getByRole('button', { name: 'Prendre « va.pdf »' }).click()
  await expect(sheet.getByRole('listitem', { name: 'va.pdf' })).toBeVisible()
})

test('a zip inside a zip can be opened, and a text in it is named', async ({ page }) => {
  await startDemande(page)
  await factureOf(page).setInputFiles(sample('cas/zip-dans-zip.zip'))
  await aide(page).toHaveAccessibleDescription(/C’est une archive ZIP.*Ouvrez-la/)
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  const sheet = feuille(page)
  const inner = sheet.getByRole('listitem', { name: 'lot.zip' })
  await expect(inner).toContainText('C’est une archive ZIP')
  await expect(sheet.getByRole('listitem', { name: 'lisez-moi.txt' })).toContainText('C’est un fichier texte')
  await inner.getByRole('button', { name: 'Ouvrir' }).click()
  await expect(sheet.getByRole('combobox', { name: /^Type de .*\.pdf$/ }).first()).toBeVisible()
})

test('names of a zip made on Windows are right, and the attestation is recognised by its name', async ({ page }) => {
  await startDemande(page)
  await factureOf(page).setInputFiles(sample('cas/zip-windows-850.zip'))
  await page.getByRole('button', { name: 'Ouvrir', exact: true }).click()
  const sheet = feuille(page)
  for (const name of ['PROCÈS-VERBAL labo A.jpg', 'Procès-verbal Ô.jpg'])
    await expect(sheet.getByRole('combobox', { name: `Type de ${name}` })).toHaveValue('VA')
  await expect(sheet.getByRole('combobox', { name: 'Type de Pièce n°2 - facturé à Évry.jpg' })).toHaveValue('FACTURE')
})

test('a JPG that lacks only its end mark is taken, told and shown; one that lacks rows is refused', async ({
  page,
}) => {
  await startDemande(page)
  const whole = await sampleBytes('photo.jpeg')
  const jpg = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })
  for (const missing of [2, 1]) {
    await factureOf(page).setInputFiles(jpg(`sans-fin-${missing}.jpg`, whole.subarray(0, whole.length - missing)))
    await expect(page.getByText(`← sans-fin-${missing}.jpg`)).toBeVisible()
    await aide(page).toHaveAccessibleDescription(/après réparation/)
    expect((await greyOf(pageOf(page, 1))).points.some((point) => point < 150)).toBe(true)
  }
  for (const kept of [0.95, 0.6]) {
    await factureOf(page).setInputFiles(jpg('coupee.jpg', whole.subarray(0, Math.round(whole.length * kept))))
    await aide(page).toHaveAccessibleDescription(/«\scoupee\.jpg\s» n’a pas été pris.*abîmé et ne s’ouvre pas/)
  }
})
