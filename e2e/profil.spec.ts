import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base } from '@playwright/test'
import { unzipSync } from 'fflate'
import { build, type Plugin } from 'vite'
import { attach, download, expect, fillDemande, fillEntete, goToStep, guide, sampleBytes } from './app'
import { dialogue, ouvrir } from './fichiers'
import { addDemande } from './pieces'
import { startServeur } from './serveur'

const root = resolve(import.meta.dirname, '..')
const exemple = join(root, 'src', 'format', 'exemple-guide.json')

/** Puts the tests' own profile in the place of the chosen one; nothing else of the app changes. */
const autreProfil = (): Plugin => ({
  name: 'autre-profil',
  load: (id) =>
    id.endsWith('/src/format/profilChoisi.ts') ? `export { profilExample as choisi } from './profilExample'` : null,
})

/** The app built for another profile, served. */
const test = base.extend<object, { url: string }>({
  url: [
    async ({}, use) => {
      const dist = await mkdtemp(join(tmpdir(), 'profil-'))
      await build({
        root,
        logLevel: 'error',
        plugins: [autreProfil()],
        worker: { plugins: () => [autreProfil()] },
        build: { outDir: dist },
      })
      const serveur = await startServeur(dist)
      await use(serveur.url)
      await serveur.stop()
      await rm(dist, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})
test.slow()

test('for another profile the wizard, its names, its checks and both files are that profile’s', async ({
  page,
  url,
}) => {
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demandes de solde RAD-RIS')
  await page.getByRole('button', { name: 'Nouveau dépôt', exact: true }).click()
  // One word for its wave: there is nothing to choose.
  await expect(page.getByRole('group', { name: 'Nommage des pièces' })).toHaveCount(0)
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await addDemande(page)
  await fillDemande(page, guide)
  await expect(page.getByText('Ce numéro ne commence pas par FINRAD.')).toBeVisible()
  const asp = page.getByLabel('Numéro de dossier ASP', { exact: true })
  await asp.fill('6')
  await asp.blur()
  await page.getByRole('button', { name: 'Écrire FINRAD000006' }).click()
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('Bon de livraison manquant.')).toBeVisible()
  await page.goBack()
  await attach(page, 'Bon de livraison', 'scan.png')
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('Aucune erreur')).toBeVisible()
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  const noms = ['FACTURE-00001.pdf', 'VA-00001.pdf', 'BL-00001.png'].map((nom) => `RAD-RIS-Vx2-${nom}`)
  const zip = await download(page, 'Télécharger le ZIP')
  expect(Object.keys(unzipSync(zip.bytes))).toEqual(noms)
  const json = await download(page, 'Télécharger le JSON')
  const { lignesImport } = JSON.parse(json.bytes.toString('utf8')) as {
    lignesImport: { numeroASP: string; piecesJustificatives: { nomFichier: string }[] }[]
  }
  expect(lignesImport[0]?.numeroASP).toBe('FINRAD000006')
  expect(lignesImport[0]?.piecesJustificatives.map(({ nomFichier }) => nomFichier)).toEqual(noms)
})

test('a heap of its pièces is sorted into its three places, and a file of another profile is named for what it is', async ({
  page,
  url,
}) => {
  await page.goto(url)
  await page.getByRole('button', { name: 'Nouveau dépôt', exact: true }).click()
  await goToStep(page, 'Demandes')
  await page.getByLabel('Pièces à répartir', { exact: true }).setInputFiles(
    await Promise.all(
      ['FACTURE-00001.pdf', 'VA-00001.pdf', 'BL-00001.pdf'].map(async (nom, rank) => ({
        name: `RAD-RIS-Vx2-${nom}`,
        mimeType: 'application/pdf',
        buffer: Buffer.concat([await sampleBytes('facture.pdf'), Buffer.from(`\n% ${rank}\n`)]),
      })),
    ),
  )
  const place = page.getByRole('combobox', { name: 'Type de RAD-RIS-Vx2-BL-00001.pdf' })
  await expect(place).toHaveValue('BL')
  await page.getByRole('button', { name: 'Ne rien joindre' }).click()
  await page.getByRole('link', { name: 'Solde RAD-RIS' }).click()
  await ouvrir(page, { name: 'JSON-1234567890-20230320-001.json', buffer: await readFile(exemple) })
  await expect(dialogue(page)).toContainText('commencent par FINBIO')
})
