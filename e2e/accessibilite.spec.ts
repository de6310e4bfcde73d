import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, fillDemande, fillEntete, goToStep, guide, sample, test } from './app'
import { settings } from './settings'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// Colours do not depend on the width, nor the layout on the colours: two looks see them all.
const looks = [
  { colorScheme: 'light', size: { width: 1280, height: 800 } },
  { colorScheme: 'dark', size: { width: 360, height: 740 } },
] as const

/** Looks at the screen in light and wide, dark and narrow: no violation, and nothing to scroll sideways. */
async function judge(page: Page, name: string) {
  for (const { colorScheme, size } of looks) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
    expect(told, `${name}, ${colorScheme}, ${size.width} px`).toEqual([])
    expect(await sideways(page), `${name}, ${size.width} px`).toBeLessThanOrEqual(0)
  }
  expect(await page.evaluate(loosePunctuation), name).toEqual([])
  await page.setViewportSize({ width: 320, height: 256 })
  expect(await sideways(page), `${name}, 400 % zoom`).toBeLessThanOrEqual(0)
  await page.setViewportSize(looks[0].size)
}

/** Runs in the page: texts in which a line may begin or end with a sign that French keeps with its word. */
function loosePunctuation(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (/\S [:;!?»](?:\s|$)|« /.test(node.textContent ?? '')) found.push(node.textContent ?? '')
  return found
}

/** How many px the page, or the dialog over it, is wider than what is seen of it. */
const sideways = (page: Page) =>
  page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]')
    const over = dialog ? dialog.scrollWidth - dialog.clientWidth : 0
    return Math.max(over, (document.scrollingElement?.scrollWidth ?? Infinity) - window.innerWidth)
  })

const etapes = ['En-tête du fichier', 'Demandes', 'Contrôle', 'Téléchargement']

async function startDepot(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
}

async function addDemande(page: Page) {
  await goToStep(page, 'Demandes')
  await page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Demande n° /)
}

async function judgeSteps(page: Page) {
  for (const etape of etapes) {
    await goToStep(page, etape)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(etape)
    await judge(page, etape)
  }
}

test('the accueil and the help read well to all', async ({ page }) => {
  await page.goto('./')
  await judge(page, 'Accueil')
  await page.getByRole('link', { name: 'Aide', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Aide' })).toBeFocused()
  await judge(page, 'Aide')
})

test('every step of a complete deposit reads well to all', async ({ page }) => {
  await startDepot(page)
  await fillEntete(page, '20/03/2023')
  await addDemande(page)
  await fillDemande(page, guide)
  await judge(page, 'Demande')
  await judgeSteps(page)
})

test('every step of a deposit full of erreurs reads well to all', async ({ page }) => {
  await startDepot(page)
  await goToStep(page, 'Contrôle')
  await addDemande(page)
  await page.getByLabel('Numéro de dossier ASP', { exact: true }).fill('FINBIO')
  await page.getByLabel('Montant Ségur HT', { exact: true }).fill('27.450')
  const finess = page.getByLabel('FINESS géographiques', { exact: true })
  await finess.fill('999999991 10003820')
  await finess.press('Enter')
  await page.getByLabel('Facture', { exact: true }).setInputFiles({
    name: `${'scan'.repeat(40)}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.alloc(0),
  })
  await expect(page.getByText('n’a pas été pris')).toBeVisible()
  for (const question of ['Envoi direct au DMP', 'Envoi direct par MSS Pro'])
    await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Oui' }).check()
  await judge(page, 'Demande')
  await judgeSteps(page)
})

/** Runs in the page: texts in boxes so narrow that they stand letter by letter. */
const squeezed = () =>
  Array.from(document.querySelectorAll<HTMLElement>('main *, header *, nav *, dialog *, [role=status] *'))
    .filter((element) => element.checkVisibility() && /\S{4}/.test(element.textContent))
    .filter((element) => Array.from(element.childNodes).some(({ nodeType }) => nodeType === Node.TEXT_NODE))
    .filter(
      (element) => getComputedStyle(element).clipPath === 'none' && getComputedStyle(element).display !== 'inline',
    )
    .filter(
      (element) => element.clientWidth > 1 && element.clientWidth < 2 * parseFloat(getComputedStyle(element).fontSize),
    )
    .map(({ outerHTML }) => outerHTML.slice(0, 200))

test('with letters of twice the size nothing scrolls sideways, and no text is squeezed', async ({
  playwright,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const { launchOptions } = settings.use
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args, '--blink-settings=defaultFontSize=32'],
  })
  const page = await browser.newPage({ baseURL: baseURL ?? '', serviceWorkers: 'block', locale: 'fr-FR' })
  await startDepot(page)
  await fillEntete(page, '20/03/2023')
  await addDemande(page)
  await fillDemande(page, guide)
  const look = async (name: string) => {
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await sideways(page), `${name}, ${width} px`).toBeLessThanOrEqual(0)
      expect(await page.evaluate(squeezed), `${name}, ${width} px`).toEqual([])
    }
  }
  await look('Demande')
  for (const etape of etapes) {
    await goToStep(page, etape)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(etape)
    await look(etape)
  }
  await goToStep(page, 'Demandes')
  await page.getByRole('button', { name: 'Dupliquer' }).click()
  await expect(page.getByText(/^Demande dupliquée/)).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check()
  await look('Demandes choisies')
  for (const nom of ['Modifier les demandes sélectionnées', 'Déplacer les demandes sélectionnées']) {
    await page.getByRole('button', { name: nom }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(nom)
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1280, height: 800 })
  }
  await page.getByRole('button', { name: 'Supprimer les demandes sélectionnées' }).click()
  await expect(page.getByText(/^2 demandes supprimées/)).toBeVisible()
  await look('Message')
  for (const link of ['Solde BIO-SGL', 'Aide']) {
    await page.getByRole('link', { name: link, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(link === 'Aide' ? 'Aide' : /^Demandes de solde/)
    await look(link)
  }
  await browser.close()
})

for (const size of [
  { width: 360, height: 640 },
  { width: 320, height: 256 },
  { width: 1280, height: 720 },
])
  test(`what has the focus shows it, and not under a bar, at ${size.width} × ${size.height}`, async ({ page }) => {
    await startDepot(page)
    await addDemande(page)
    await fillDemande(page, guide)
    await page.setViewportSize(size)
    await page.getByLabel('Numéro de dossier ASP', { exact: true }).focus()
    const keys = [...Array<string>(40).fill('Tab'), ...Array<string>(40).fill('Shift+Tab')]
    for (const key of keys) {
      await page.keyboard.press(key)
      expect(await page.evaluate(faultOfFocus)).toBeNull()
    }
  })

for (const size of [
  { width: 360, height: 640 },
  { width: 640, height: 512 },
])
  test(`on the sheet of dropped files what has the focus is under no bar, at ${size.width} × ${size.height}`, async ({
    page,
  }) => {
    await startDepot(page)
    await goToStep(page, 'Demandes')
    await page.setViewportSize(size)
    await page.getByLabel('Pièces à répartir').setInputFiles(['facture.pdf', 'attestation.pdf', 'vide.pdf'].map(sample))
    await expect(page.getByRole('button', { name: 'Créer 1 demande et joindre 2 fichiers' })).toBeVisible()
    const keys = [...Array<string>(20).fill('Tab'), ...Array<string>(20).fill('Shift+Tab')]
    for (const key of keys) {
      await page.keyboard.press(key)
      expect(await page.evaluate(faultOfFocus)).toBeNull()
    }
  })

/** What is wrong with how the focus shows; null when it is seen, or nothing in the page has it. */
function faultOfFocus(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  // A file input is as large as its zone, or has none beside a pièce: the focus shows on what stands there.
  const isFile = focused.matches('[type=file]')
  const around = isFile ? [focused.parentElement, focused.parentElement?.previousElementSibling] : [focused]
  const shown = around.find((element) => element && getComputedStyle(element).outlineStyle !== 'none')
  if (!shown) return `no outline: ${focused.outerHTML}`
  const { left, top, width, height } = shown.getBoundingClientRect()
  // A tall one is seen when its middle is; any other from its first line to its last.
  const shares = height > innerHeight / 3 ? [0.5] : [0.05, 0.5, 0.95]
  const seen = shares.every((share) => {
    const hit = document.elementFromPoint(Math.min(innerWidth - 1, left + width / 2), top + height * share)
    return hit !== null && (shown.contains(hit) || hit.contains(shown))
  })
  return seen ? null : `hidden, from ${top} over ${height}: ${focused.outerHTML}`
}
