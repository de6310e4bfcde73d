import { expect, test } from './app'

test('all that the first screen runs is named in the page, so that none of it waits for the rest', async ({
  page,
  request,
}) => {
  const html = await (await request.get('./')).text()
  const asked: string[] = []
  page.on('request', (one) => asked.push(new URL(one.url()).pathname))
  // What comes after the first painting is held back: it is not the first screen's.
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const run = asked.filter((path) => /\.(?:js|css)$/.test(path))
  expect(run.length).toBeGreaterThan(2)
  expect(run.filter((path) => !html.includes(`.${path}`))).toEqual([])
})

for (const width of [360, 1280])
  test(`the name that is seen before the script has come stays where it is, at ${width} px`, async ({
    browser,
    baseURL,
  }) => {
    const placeOf = async (javaScriptEnabled: boolean) => {
      const context = await browser.newContext({
        baseURL: baseURL ?? '',
        javaScriptEnabled,
        viewport: { width, height: 720 },
        serviceWorkers: 'block',
      })
      const page = await context.newPage()
      await page.goto('./')
      if (javaScriptEnabled) await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const bars = page.getByRole('banner')
      await expect(bars).toHaveCount(1)
      const places = [await bars.boundingBox(), await bars.getByText('Solde BIO-SGL').boundingBox()]
      await context.close()
      // A text of two parts is a hair's breadth wider than the same of one.
      return places.map((place) => place && Object.values(place).map(Math.round))
    }
    const before = await placeOf(false)
    expect(before).not.toContain(null)
    expect(await placeOf(true)).toEqual(before)
  })
