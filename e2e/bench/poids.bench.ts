import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, goToStep, sampleBytes, test } from '../app'
import { startDepotOf } from './depot'

test('weight of what the first screen loads', async ({ request }) => {
  const html = await (await request.get('./')).text()
  const paths = Array.from(html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g), ([, path]) => path ?? '')
  let total = 0
  for (const path of paths) {
    const bytes = gzipSync(await (await request.get(path)).body()).length
    total += bytes
    if (bytes > 5_000) console.log(`${path.padEnd(44)} ${(bytes / 1_000).toFixed(1).padStart(7)} kB gzip`)
  }
  console.log(`${`first load, ${paths.length} files`.padEnd(44)} ${(total / 1_000).toFixed(1).padStart(7)} kB gzip`)
})

const megaoctets = 3

/** Attaches that many distinct pictures of about 3 MB, two to a demande. */
async function attachAll(page: Page, pieces: number) {
  const folder = await mkdtemp(join(tmpdir(), 'pieces-'))
  const photo = await sampleBytes('photo.jpeg')
  for (let rank = 0; rank < pieces; rank++) {
    const label = rank % 2 === 0 ? 'Facture' : "Attestation de vérification d'aptitude"
    if (rank % 2 === 0) await page.evaluate((hash) => (location.hash = hash), `#/demandes/${rank / 2 + 1}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Demande n° ${Math.floor(rank / 2) + 1}`)
    const path = join(folder, `${rank}.jpg`)
    await writeFile(path, Buffer.concat([photo, Buffer.alloc(megaoctets * 1_000_000 - photo.length - rank)]))
    await page.getByLabel(label, { exact: true }).setInputFiles(path)
    await expect(page.getByText(`← ${rank}.jpg`)).toBeVisible()
  }
  await rm(folder, { recursive: true })
}

/** Runs in the page: the longest time that a timer of 5 ms had to wait. */
function watchBlocks() {
  const watch = { longest: 0, last: performance.now() }
  Object.assign(window, { watch })
  setInterval(() => {
    const now = performance.now()
    watch.longest = Math.max(watch.longest, now - watch.last - 5)
    watch.last = now
  }, 5)
}

test('longest block of the page while 60 pièces of 3 MB are written and read back', async ({ page }) => {
  const pieces = 60
  await startDepotOf(page, pieces / 2)
  await attachAll(page, pieces)
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('Aucune erreur')).toBeVisible()
  await page.evaluate(watchBlocks)
  const started = Date.now()
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible({ timeout: 120_000 })
  const seconds = (Date.now() - started) / 1_000
  const longest = await page.evaluate(() => (window as unknown as { watch: { longest: number } }).watch.longest)
  console.log(
    `${pieces} pièces of ${megaoctets} MB: ready in ${seconds.toFixed(1)} s, longest block ${longest.toFixed(0)} ms`,
  )
})
