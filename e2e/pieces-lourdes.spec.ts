import type { Page } from '@playwright/test'
import { attach, expect, test } from './app'
import { differenceOf, downloadDepot, factureOf, fillChamps, greyOf, pageOf, startDemande } from './pieces'

const limite = 3_145_728

/** Runs in the page: a scan of an invoice, A4 at 200 dots per inch, with the noise of a colour scanner; a JPG in base64. */
async function drawScan(numero: number): Promise<string> {
  const canvas = new OffscreenCanvas(1654, 2339)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('No 2d context')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#111'
  context.font = 'bold 60px sans-serif'
  context.fillText(`FACTURE N° ${numero}`, 150, 250)
  context.font = '28px sans-serif'
  for (let line = 0; line < 30; line++)
    context.fillText(`Prestation Ségur, site n° ${line} : 27 450,00 €`, 150, 400 + line * 55)
  const image = context.getImageData(0, 0, canvas.width, canvas.height)
  let seed = numero
  for (let index = 0; index < image.data.length; index++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    if (index % 4 < 3) image.data[index] = (image.data[index] ?? 0) + ((seed / 2_147_483_648) * 60 - 30)
  }
  context.putImageData(image, 0, 0)
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return btoa(text)
}

/** A PDF of such scans, one to a page, as a copier writes it. */
async function scanPdf(page: Page, pages: number): Promise<Buffer> {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let length = 0
  const push = (part: Buffer | string) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  const object = (body: string, stream?: Buffer) => {
    offsets.push(length)
    push(`${offsets.length} 0 obj\n${body}\n`)
    if (stream) [`stream\n`, stream, `\nendstream\n`].forEach(push)
    push('endobj\n')
  }
  const numbers = Array.from({ length: pages }, (_, index) => index)
  push('%PDF-1.4\n')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  object(`<< /Type /Pages /Count ${pages} /Kids [${numbers.map((index) => `${3 + index * 3} 0 R`).join(' ')}] >>`)
  for (const index of numbers) {
    const [contents, image] = [4 + index * 3, 5 + index * 3]
    const resources = `/Resources << /XObject << /I ${image} 0 R >> >>`
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${contents} 0 R >>`)
    const drawing = Buffer.from('595 0 0 842 0 0 cm /I Do')
    object(`<< /Length ${drawing.length} >>`, drawing)
    const jpg = Buffer.from(await page.evaluate(drawScan, index + 1), 'base64')
    const size = '/Width 1654 /Height 2339 /ColorSpace /DeviceRGB /BitsPerComponent 8'
    object(`<< /Type /XObject /Subtype /Image ${size} /Filter /DCTDecode /Length ${jpg.length} >>`, jpg)
  }
  const start = length
  push(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`)
  for (const offset of offsets) push(`${String(offset).padStart(10, '0')} 00000 n \n`)
  push(`trailer << /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(parts)
}

const lourde = 'numérisée.pdf'

async function giveScan(page: Page) {
  const buffer = await scanPdf(page, 3)
  expect(buffer.length).toBeGreaterThan(limite)
  await factureOf(page).setInputFiles({ name: lourde, mimeType: 'application/pdf', buffer })
  await expect(factureOf(page)).toHaveAccessibleDescription(/«\snumérisée.pdf\s» n’a pas été pris.*3\sMo au plus/)
}

const comparaison = (page: Page) => page.getByRole('group', { name: 'Avant et après' })

test('a scan over the limit is made lighter, compared, accepted: under the limit and still readable', async ({
  page,
}) => {
  await startDemande(page)
  await giveScan(page)
  await page.getByRole('button', { name: 'Réduire', exact: true }).click()
  const pictures = comparaison(page).locator('img')
  await expect(pictures).toHaveCount(2, { timeout: 40_000 })
  await expect(page.getByText(/^← /)).toHaveCount(0)
  const before = await greyOf(pictures.nth(0), 240)
  expect(differenceOf(before, await greyOf(pictures.nth(1), 240))).toBeLessThan(6)
  await comparaison(page).getByRole('button', { name: 'Accepter' }).click()
  await expect(page.getByText(`← ${lourde}`)).toBeVisible()
  await expect(page.getByText('· 3 pages')).toBeVisible()
  await expect(factureOf(page)).not.toHaveAccessibleDescription(/limite|n’a pas été pris/)
  const shown = await greyOf(pageOf(page, 1), 240)
  expect(differenceOf(before, { ...shown, hauteur: before.hauteur })).toBeLessThan(6)

  await fillChamps(page, { numeroASP: 'FINBIO000012', numeroEditeur: '00012', montant: '27450' })
  await attach(page, "Attestation de vérification d'aptitude", 'attestation.pdf')
  const { zip } = await downloadDepot(page)
  const made = zip['BIO-SGL-Val-FACTURE-00012.pdf']
  expect(made?.length).toBeGreaterThan(10_000)
  expect(made?.length).toBeLessThan(limite)
})

test('to keep the original changes nothing: what stood there stands', async ({ page }) => {
  await startDemande(page)
  await attach(page, 'Facture', 'facture.pdf')
  await giveScan(page)
  await page.getByRole('button', { name: 'Réduire', exact: true }).click()
  await comparaison(page).getByRole('button', { name: 'Garder l’original' }).click({ timeout: 40_000 })
  await expect(comparaison(page)).toHaveCount(0)
  await expect(page.getByText('← facture.pdf')).toBeVisible()
  await expect(factureOf(page)).toHaveAccessibleDescription(/n’a pas été pris/)
  await expect(page.getByRole('button', { name: 'Réduire', exact: true })).toBeVisible()
})

test('the work can be stopped, and started again', async ({ page }) => {
  await startDemande(page)
  await giveScan(page)
  const reduire = page.getByRole('button', { name: 'Réduire', exact: true })
  await reduire.click()
  const work = page.getByRole('progressbar', { name: 'Réduction' })
  await expect(work).toBeVisible()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(work).toHaveCount(0)
  await expect(comparaison(page)).toHaveCount(0)
  await expect(page.getByText(/^← /)).toHaveCount(0)
  await reduire.click()
  await expect(comparaison(page)).toBeVisible({ timeout: 40_000 })
})
