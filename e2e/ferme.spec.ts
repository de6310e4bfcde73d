import { expect, goToStep, sampleBytes, test } from './app'

/** The directives of the page's own policy, by name. */
function readPolicy(html: string): Map<string, string[]> {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
  const directives = content.replaceAll('&#39;', "'").split(';')
  return new Map(directives.map((text) => text.trim().split(/\s+/)).map(([name = '', ...sources]) => [name, sources]))
}

test('the built page carries a policy that lets in nothing but its own files', async ({ page }) => {
  const response = await page.goto('./')
  const html = (await response?.text()) ?? ''
  const policy = readPolicy(html)
  expect(policy.get('default-src')).toEqual(["'none'"])
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"])
  expect(policy.get('connect-src')).toEqual(["'self'"])
  for (const sources of policy.values())
    for (const source of sources) expect(["'none'", "'self'", "'wasm-unsafe-eval'", 'blob:', 'data:']).toContain(source)
  // Before any script or style, or it would not hold for them.
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<script|<link|<style/))
  expect(html).not.toMatch(/<script(?![^>]* src=)|\son\w+=|(?:src|href)="(?:https?:)?\/\//)
})

const named = '<img src=x onerror=alert(1)>.pdf'

test('names and texts of files are shown as text, whatever they hold', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await goToStep(page, 'Demandes')
  await page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()
  await page.getByLabel('Libellé interne', { exact: true }).fill(named)
  await page.getByLabel('Numéro éditeur', { exact: true }).fill('<b>1')
  const facture = page.getByLabel('Facture', { exact: true })
  await facture.setInputFiles({ name: named, mimeType: 'application/pdf', buffer: await sampleBytes('facture.pdf') })
  await expect(page.getByText(`← ${named}`)).toBeVisible()
  await facture.setInputFiles({ name: named, mimeType: 'application/pdf', buffer: Buffer.alloc(0) })
  await expect(facture).toHaveAccessibleDescription(
    new RegExp(`«\\s${named.replace(/[()]/g, '\\$&')}\\s» n’a pas été pris`),
  )
  for (const etape of ['Demandes', 'Contrôle', 'Téléchargement']) {
    await goToStep(page, etape)
    await expect(page.getByText(named).first()).toBeVisible()
    await expect(page.locator('img[src="x"], main b')).toHaveCount(0)
  }
})
