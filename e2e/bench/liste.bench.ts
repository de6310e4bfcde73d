import type { Browser, Page } from '@playwright/test'
import { goToStep, test } from '../app'
import { longestBlock, showBloc } from './blocs'
import { openDepotOf } from './depot'

/** ms after an act in which what follows of it (writes, rows drawn) still counts as its own. */
const after = 1_500

/** Runs an act and says how long it took until it is seen, and the longest block meanwhile and just after. */
async function timed(browser: Browser, page: Page, name: string, act: () => Promise<void>) {
  let ms = 0
  const bloc = await longestBlock(browser, page, async () => {
    const started = Date.now()
    await act()
    ms = Date.now() - started
    await page.waitForTimeout(after)
  })
  console.log(`  ${name.padEnd(28)} ${String(ms).padStart(6)} ms, ${showBloc(bloc)}`)
}

for (const demandes of [200, 2_000])
  test(`acts on the list of ${demandes} demandes: until seen, and the longest block`, async ({ browser, baseURL }) => {
    const page = await browser.newPage({ baseURL })
    await openDepotOf(page, demandes)
    await goToStep(page, 'Demandes')
    const main = page.getByRole('main')
    const filter = main.getByRole('textbox', { name: 'Filtrer les demandes' })
    const shown = (text: string) => main.getByText(text).waitFor()
    console.log('')
    await timed(browser, page, 'filter by a text', async () => {
      await filter.fill('FINBIO000007')
      await shown('1 demande montrée')
    })
    await timed(browser, page, 'filter taken away', async () => {
      await filter.fill('')
      await main.getByRole('listitem').nth(30).waitFor()
    })
    await timed(browser, page, 'sort', async () => {
      await main.getByRole('combobox', { name: 'Ranger par' }).selectOption({ label: 'Montant le plus grand' })
      await main.getByRole('listitem').nth(30).waitFor()
    })
    await timed(browser, page, 'choose all', async () => {
      await main.getByRole('checkbox', { name: 'Tout sélectionner' }).check()
      await shown(`${demandes} demandes sélectionnées`)
    })
    await timed(browser, page, 'a date for all', async () => {
      await page.getByRole('button', { name: 'Modifier les demandes sélectionnées', exact: true }).click()
      await page.getByRole('dialog').getByRole('textbox', { name: 'Date de la facture' }).fill('14/03/2023')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: `Modifier ${demandes} demandes` })
        .click()
      await page.getByRole('status').getByText(`${demandes} demandes modifiées.`).waitFor()
    })
    await timed(browser, page, 'taken back', async () => {
      await page.getByRole('button', { name: /^Annuler\s:/ }).click()
      await page.getByRole('button', { name: /^Rétablir\s:/ }).waitFor()
    })
    await timed(browser, page, 'contrôle', () => goToStep(page, 'Contrôle'))
    await timed(browser, page, 'téléchargement', () => goToStep(page, 'Téléchargement'))
    await page.close()
  })
