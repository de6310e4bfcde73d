import type { Page } from '@playwright/test'
import { expect, fillDemande, goToStep, guide, sample, sampleBytes, test } from './app'
import { downloadDepot, factureOf, field, greyOf, pageOf, startDemande } from './pieces'

const refuses: [name: string, says: RegExp][] = [
  ['mot-de-passe.pdf', /protégé par un mot de passe.*copie sans mot de passe/],
  ['tronque-perdu.pdf', /Ce fichier PDF est abîmé et ne s’ouvre pas/],
  ['tronque-dans-xref.pdf', /Ce fichier PDF est abîmé et ne s’ouvre pas/],
  ['zero-page.pdf', /n’a aucune page/],
  ['docx-nomme-pdf.pdf', /C’est un document Word \(\.docx\).*en PDF/],
  ['html-nomme-pdf.pdf', /C’est une page web.*en PDF/],
  ['photo-iphone.heic', /C’est une photo HEIC \(iPhone\)/],
  ['fax.tif', /C’est une image TIFF/],
  ['image.gif', /C’est une image GIF/],
  ['image.webp', /C’est une image WebP/],
  ['photo.avif', /C’est une image AVIF/],
  ['xml-mal-forme.xml', /Ce fichier XML est abîmé/],
]

test('a file that cannot be a pièce is refused by its name and its true nature, and nothing is attached', async ({
  page,
}) => {
  await startDemande(page)
  const facture = factureOf(page)
  for (const [name, says] of refuses) {
    await facture.setInputFiles(sample(`difficiles/${name}`))
    await expect(facture).toHaveAccessibleDescription(new RegExp(`«\\s${name}\\s» n’a pas été pris.*${says.source}`))
    await expect(facture).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByText(`← ${name}`)).toHaveCount(0)
  }
})

test('why a file was not taken stays told at its place: when values are taken beside it, and when its page is come back to', async ({
  page,
}) => {
  await startDemande(page)
  const va = page.getByLabel("Attestation de vérification d'aptitude", { exact: true })
  await factureOf(page).setInputFiles(sample('facture.pdf'))
  await va.setInputFiles(sample('difficiles/mot-de-passe.pdf'))
  await expect(va).toHaveAccessibleDescription(/mot-de-passe\.pdf\s» n’a pas été pris/)
  await page.getByRole('button', { name: /^Tout utiliser/ }).click()
  await expect(page.getByLabel('Montant Ségur HT', { exact: true })).toHaveValue('27 450,00')
  await expect(va).toHaveAccessibleDescription(/mot-de-passe\.pdf\s» n’a pas été pris/)
  await goToStep(page, 'Contrôle')
  await page.goBack()
  await expect(va).toHaveAccessibleDescription(/mot-de-passe\.pdf\s» n’a pas été pris/)
  await va.setInputFiles(sample('attestation.pdf'))
  await expect(page.getByText('← attestation.pdf')).toBeVisible()
  await expect(va).not.toHaveAccessibleDescription(/n’a pas été pris/)
})

// Said of it once attached; null: nothing but what its text may give.
const pris: [name: string, extension: string, says: RegExp | null][] = [
  ['restrictions-aes256.pdf', 'pdf', /porte des restrictions.*s’ouvre sans mot de passe/],
  ['restrictions-rc4.pdf', 'pdf', /porte des restrictions/],
  ['octets-avant-entete.pdf', 'pdf', /octets parasites avant son début/],
  ['bom-avant-entete.pdf', 'pdf', /octets parasites avant son début/],
  ['startxref-zero.pdf', 'pdf', /ne s’ouvre qu’après réparation/],
  ['xref-fausse.pdf', 'pdf', /ne s’ouvre qu’après réparation/],
  ['tronque-recuperable.pdf', 'pdf', /ne s’ouvre qu’après réparation/],
  ['objets-compresses.pdf', 'pdf', null],
  ['jpg-nomme-pdf.pdf', 'jpg', /est en réalité un fichier JPG/],
  ['png-nomme-jpg.jpg', 'png', /est en réalité un fichier PNG/],
  ['bombe-25000.png', 'png', null],
  ['bombe-image.pdf', 'pdf', null],
  ['page-geante.pdf', 'pdf', null],
  ['xml-non-facture.xml', 'xml', /XML est admis/],
  ['xml-utf16-bom.xml', 'xml', /XML est admis/],
]

const damage = /abîmé|réparation|parasites|restrictions|en réalité|XML est admis/

test('a file that is odd and still a pièce is attached, told, and shown without harm', async ({ page }) => {
  await startDemande(page)
  await page.getByLabel('Numéro éditeur', { exact: true }).fill('00001')
  const facture = factureOf(page)
  for (const [name, extension, says] of pris) {
    await facture.setInputFiles(sample(`difficiles/${name}`))
    await expect(page.getByText(`← ${name}`)).toBeVisible()
    await expect(page.getByText(`BIO-SGL-Val-FACTURE-00001.${extension}`)).toBeVisible()
    if (says) await expect(facture).toHaveAccessibleDescription(says)
    else await expect(facture).not.toHaveAccessibleDescription(damage)
    await expect(page.getByRole('region', { name: 'Aperçu de la facture' })).toHaveCount(extension === 'xml' ? 0 : 1)
  }
})

test('a picture or an XML that is cut or explodes is told, one way or the other', async ({ page }) => {
  await startDemande(page)
  const facture = factureOf(page)
  for (const name of ['jpg-tronque.jpg', 'png-tronque.png', 'xml-entites.xml']) {
    await facture.setInputFiles(sample(`difficiles/${name}`))
    await expect(facture).toHaveAccessibleDescription(/abîmé et ne s’ouvre pas|après réparation|XML est admis/)
  }
})

test('scripts and actions of a PDF never run: its page is shown and nothing else happens', async ({ page }) => {
  const happened: string[] = []
  page.on('dialog', (dialog) => {
    happened.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('popup', (popup) => happened.push(popup.url()))
  await startDemande(page)
  const address = page.url()
  for (const name of ['javascript.pdf', 'launch-et-lien.pdf']) {
    await factureOf(page).setInputFiles(sample(`difficiles/${name}`))
    await expect(page.getByText(`← ${name}`)).toBeVisible()
    const { points } = await greyOf(pageOf(page, 1), 400)
    expect(points.some((point) => point < 150)).toBe(true)
    expect(points[0]).toBe(255)
  }
  expect(page.url()).toBe(address)
  expect(happened).toEqual([])
})

test('bombs are not drawn at full size, and the page stays alive', async ({ page }) => {
  await startDemande(page)
  const failed = page.getByText('Cette page ne peut pas être affichée ici')
  await factureOf(page).setInputFiles(sample('difficiles/bombe-25000.png'))
  await expect(failed).toBeVisible()
  await factureOf(page).setInputFiles(sample('difficiles/page-geante.pdf'))
  await expect(page.getByText('← page-geante.pdf')).toBeVisible()
  await greyOf(pageOf(page, 1))
  expect(await pageOf(page, 1).evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBeLessThanOrEqual(3_000)
  await page.getByLabel('Numéro éditeur', { exact: true }).fill('00001')
  await expect(page.getByText('BIO-SGL-Val-FACTURE-00001.pdf')).toBeVisible()
})

test.describe('pictures of other kinds', () => {
  for (const [name, extension] of [
    ['image.webp', 'jpg'],
    ['photo.avif', 'jpg'],
    ['image.gif', 'png'],
    ['fax.tif', 'png'],
  ] as const)
    test(`${name} is converted, looked at, then attached`, async ({ page }) => {
      await startDemande(page)
      await factureOf(page).setInputFiles(sample(`difficiles/${name}`))
      await page.getByRole('button', { name: 'Convertir' }).click()
      const group = page.getByRole('group', { name: 'Avant et après' })
      await expect(group.getByText(/^Après\s: /)).toBeVisible()
      await expect(page.getByText(/← /)).toHaveCount(0)
      await group.getByRole('button', { name: 'Accepter' }).click()
      await expect(page.getByText(new RegExp(`← ${name.replace(/\..*/, '')}\\.(?:jpg|png|pdf)`))).toBeVisible()
      await expect(page.getByText(new RegExp(`BIO-SGL-Val-FACTURE-.*\\.(?:${extension}|jpg|png|pdf)`))).toBeVisible()
    })

  test('a HEIC that this browser cannot read gets words, and can be tried again', async ({ page }) => {
    await startDemande(page)
    await factureOf(page).setInputFiles(sample('difficiles/photo-iphone.heic'))
    await page.getByRole('button', { name: 'Convertir' }).click()
    await expect(page.getByText('Cette image ne peut pas être convertie ici')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Convertir' })).toBeVisible()
    await page.getByRole('button', { name: 'Masquer ce message' }).click()
    await expect(factureOf(page)).toHaveAttribute('aria-invalid', 'false')
  })
})

const noms = [
  "  facture #1 & 100% «test» ; $(rien) 'q'.pdf",
  'FACTURE.PDF',
  'Facture e\u0301te\u0301 de\u0301compose\u0301e.pdf',
  `${'tres-longue-description-de-la-prestation-'.repeat(5)}fin.pdf`,
  'facture.pdf.PNG.pdf',
  'فاتورة ٢٠٢٣ חשבונית.pdf',
  '📄 facture ✅ réglée.pdf',
  '\u202Efdp.erutcaf.pdf',
]

test('awkward names are shown safely, and the pièce has the name that the ASP wants', async ({ page }) => {
  await startDemande(page)
  await page.getByLabel('Numéro éditeur', { exact: true }).fill('00001')
  const buffer = await sampleBytes('facture.pdf')
  const sideways = () =>
    page.evaluate(() => (document.scrollingElement?.scrollWidth ?? Infinity) - document.documentElement.clientWidth)
  for (const name of noms) {
    await factureOf(page).setInputFiles({ name, mimeType: 'application/pdf', buffer })
    const shown = page.locator('bdi').filter({ hasText: name.trim() })
    await expect(shown).toHaveText(`← ${name}`)
    await expect(page.getByText('BIO-SGL-Val-FACTURE-00001.pdf')).toBeVisible()
    expect(await sideways(), name).toBe(0)
  }
  await page.setViewportSize({ width: 360, height: 740 })
  for (const name of noms) {
    await factureOf(page).setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(0) })
    await expect(factureOf(page)).toHaveAccessibleDescription(/est vide/)
    expect(await sideways(), name).toBe(0)
  }
})

test('a pièce of an awkward name and a signed one come out byte for byte, under the ASP name', async ({ page }) => {
  await startDemande(page)
  await fillDemande(page, guide)
  await field(page, "Attestation de vérification d'aptitude").setInputFiles(sample('lecture/va-signee.pdf'))
  await expect(page.getByText('← va-signee.pdf')).toBeVisible()
  await factureOf(page).setInputFiles({
    name: 'فاتورة 📄 e\u0301te\u0301.pdf',
    mimeType: 'application/pdf',
    buffer: await sampleBytes('lecture/factur-x.pdf'),
  })
  await expect(page.getByText('← فاتورة')).toBeVisible()
  const { zip } = await downloadDepot(page)
  expect(zip).toEqual({
    'BIO-SGL-Val-FACTURE-00001.pdf': await sampleBytes('lecture/factur-x.pdf'),
    'BIO-SGL-Val-VA-00001.pdf': await sampleBytes('lecture/va-signee.pdf'),
  })
})

/** A sheet as a scanner takes its back: light grey with grain, and with a line of ink on it or none. */
const scanOf = async (page: Page, ink: boolean): Promise<Buffer> => {
  const url = await page.evaluate((withInk) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1240, height: 1754 })
    const context = canvas.getContext('2d')
    if (!context) return ''
    for (let y = 0; y < canvas.height; y += 8)
      for (let x = 0; x < canvas.width; x += 8) {
        context.fillStyle = `hsl(40 5% ${88 + ((x * 7 + y * 13) % 5)}%)`
        context.fillRect(x, y, 8, 8)
      }
    context.fillStyle = '#223'
    context.font = '28px sans-serif'
    if (withInk) context.fillText('Bon pour accord, Lyon le 15 mars 2023', 160, 400)
    return canvas.toDataURL('image/jpeg', 0.8)
  }, ink)
  return Buffer.from(url.split(',')[1] ?? '', 'base64')
}

const emptyPdf = `%PDF-1.4
1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj
2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj
3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj
trailer << /Root 1 0 R >>
%%EOF
`

test('a document on whose pages nothing stands is told, a scan with one line is not', async ({ page }) => {
  await startDemande(page)
  const blank = /Rien ne se voit sur les pages de ce document/
  const facture = factureOf(page)
  const va = field(page, "Attestation de vérification d'aptitude")
  await facture.setInputFiles({ name: 'dos.jpg', mimeType: 'image/jpeg', buffer: await scanOf(page, false) })
  await expect(facture).toHaveAccessibleDescription(blank)
  await facture.setInputFiles({ name: 'face.jpg', mimeType: 'image/jpeg', buffer: await scanOf(page, true) })
  await expect(page.getByText('← face.jpg')).toBeVisible()
  await va.setInputFiles({ name: 'vide.pdf', mimeType: 'application/pdf', buffer: Buffer.from(emptyPdf) })
  await expect(va).toHaveAccessibleDescription(blank)
  await expect(facture).not.toHaveAccessibleDescription(blank)
})
