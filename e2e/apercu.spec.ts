import type { Page } from '@playwright/test'
import { expect, sample, test } from './app'
import { factureOf, field, pageOf, startDemande } from './pieces'

const panelOf = (page: Page) => page.getByRole('region', { name: 'Aperçu de la facture' })
const widthOf = async (page: Page) => (await panelOf(page).boundingBox())?.width ?? 0
const splitter = (page: Page) => page.getByRole('separator', { name: 'Largeur de l’aperçu' })

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await startDemande(page)
  await factureOf(page).setInputFiles(sample('lecture/facture-trois-sites.pdf'))
  await expect(pageOf(page, 1)).toBeVisible()
})

test('the preview is widened by mouse, by keys and by a button, and is as wide after a reload', async ({ page }) => {
  const before = await widthOf(page)
  const box = await splitter(page).boundingBox()
  if (!box) throw new Error('No splitter')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 120, y, { steps: 4 })
  await page.mouse.up()
  const dragged = await widthOf(page)
  expect(dragged).toBeGreaterThan(before + 80)
  // The page is drawn anew at the width that it has now.
  await expect.poll(async () => (await pageOf(page, 1).boundingBox())?.width ?? 0).toBeGreaterThan(before)

  await splitter(page).focus()
  await page.keyboard.press('ArrowLeft')
  expect(await widthOf(page)).toBeGreaterThan(dragged)
  await page.keyboard.press('End')
  expect(await widthOf(page)).toBeCloseTo(before, 0)
  await panelOf(page).getByRole('button', { name: 'Élargir' }).click()
  const wide = await widthOf(page)
  expect(wide).toBeGreaterThan(dragged)
  // The form stays beside it, to be typed into.
  await field(page, 'Montant Ségur HT').click()
  await expect(field(page, 'Montant Ségur HT')).toBeFocused()

  await expect(page.getByText('Enregistré à')).toBeVisible()
  await page.reload()
  await expect(pageOf(page, 1)).toBeVisible()
  expect(await widthOf(page)).toBeCloseTo(wide, 0)
  await panelOf(page).getByRole('button', { name: 'Rétrécir' }).click()
  expect(await widthOf(page)).toBeCloseTo(before, 0)
})

test('a value pressed where the invoice prints it goes into its field, by mouse and by keyboard, and can be undone', async ({
  page,
}) => {
  const marks = panelOf(page).getByRole('button', { name: /^Reprendre/ })
  await expect(marks).not.toHaveCount(0)
  const all = await marks.count()
  const montant = panelOf(page).getByRole('button', { name: /^Reprendre le montant/ })
  await montant.click()
  await expect(field(page, 'Montant Ségur HT')).toHaveValue(/^[\d\s]+,\d\d$/)
  await expect(montant).toHaveCount(0)
  await expect(marks).toHaveCount(all - 1)
  // The next value has the focus: one after the other is taken by Enter alone.
  for (let left = all - 1; left > 0; left--) {
    await expect(marks.and(page.locator(':focus'))).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(marks).toHaveCount(left - 1)
  }
  await expect(field(page, 'Date de la facture')).toHaveValue(/^\d\d\/\d\d\/\d{4}$/)
  await expect(field(page, 'Numéro de dossier ASP')).toHaveValue(/^FINBIO\d{6}$/)
  await expect(page.getByRole('button', { name: /^Retirer \d{9}$/ })).not.toHaveCount(0)
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('Control+z')
  await expect(marks).toHaveCount(1)
})
