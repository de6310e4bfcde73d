import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../app'
import { openDepotOf } from './depot'
import { reset, showTable, slowDown, watch, watched, type Ligne } from './mesures'
import { serveReferences } from './references'

const letters = Array.from('Laboratoire des Lilas, site de Lyon, prestation du printemps !')
/** Six times an amount and its taking back: each first figure makes an erreur of «2» or takes one away. */
const figures = Array.from({ length: 6 }, () => [...Array.from('27450'), ...Array<string>(5).fill('Backspace')]).flat()
/** A date that is wrong from its first sign on; each second key makes the erreur appear, the other makes it go. */
const faults = Array.from({ length: 20 }, () => ['x', 'Backspace']).flat()
const pace = 110

/** For each key, the ms from its press to the paint of its sign; and of what it made wrong or right, where it did. */
async function press(page: Page, name: string, keys: readonly string[]) {
  const input = page.getByLabel(name, { exact: true })
  const before = await input.inputValue()
  // The first keys of a page also pay for the compiling of its code: they are not counted.
  await input.pressSequentially('27450'.repeat(4), { delay: pace / 2 })
  await input.fill(before)
  await page.waitForTimeout(1_500)
  await reset(page)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(pace)
  }
  const { paints, verdicts } = await watched(page)
  expect(paints).toHaveLength(keys.length)
  return { paints, verdicts }
}

interface Mesures {
  letters: readonly number[]
  figures: readonly number[]
  faults: readonly number[]
  verdicts: readonly number[]
}

async function measureBare(browser: Browser, url: string, slow: number): Promise<readonly number[]> {
  const page = await browser.newPage()
  await page.addInitScript(watch)
  await page.goto(url)
  await slowDown(page, slow)
  const { paints } = await press(page, 'Champ', letters)
  await page.close()
  return paints
}

async function measureApp(browser: Browser, baseURL: string, demandes: number, slow: number): Promise<Mesures> {
  const page = await browser.newPage({ baseURL })
  await page.addInitScript(watch)
  await openDepotOf(page, demandes)
  await page.evaluate((rank) => (location.hash = `#/demandes/${rank}`), Math.ceil(demandes / 2))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Demande n° ${Math.ceil(demandes / 2)}`)
  await slowDown(page, slow)
  const { paints: written } = await press(page, 'Libellé interne', letters)
  const { paints: counted } = await press(page, 'Montant Ségur HT', figures)
  const { paints: wrong, verdicts } = await press(page, 'Date de la facture', faults)
  expect(verdicts).toHaveLength(faults.length)
  await page.close()
  return { letters: written, figures: counted, faults: wrong, verdicts }
}

for (const slow of [1, 4])
  test(`from a key to its paint, with 20, 200 and 2 000 demandes, CPU ÷ ${slow}`, async ({ browser, baseURL }) => {
    const references = await serveReferences()
    const reference = await measureBare(browser, references.url('champ'), slow)
    const lignes: Ligne[] = [{ nom: 'bare <input> page', mesures: reference }]
    const at200: Ligne[] = []
    let known: Mesures | null = null
    for (const demandes of [20, 200, 2_000]) {
      const mesures = await measureApp(browser, baseURL ?? '', demandes, slow)
      for (const [nom, part] of Object.entries(mesures) as [keyof Mesures, readonly number[]][]) {
        lignes.push({ nom: `${nom}, ${demandes} demandes`, mesures: part, reference })
        if (demandes > 200 && known) at200.push({ nom: `${nom}, ${demandes}`, mesures: part, reference: known[nom] })
      }
      if (demandes === 200) known = mesures
    }
    console.log(showTable(`Key to paint, ms, 20 FINESS a demande, CPU ÷ ${slow}`, lignes))
    console.log(showTable('The same held against 200 demandes', at200))
    await references.close()
  })
