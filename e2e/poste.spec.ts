import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, chromium, type Browser, type Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { attach, bytesOf, download, expect, fillDemande, fillEntete, goToStep, guide, sampleBytes, test } from './app'
import { accueil, confirmer, depot, json, ligne, ouvrir, pieces, titre, zip } from './fichiers'
import { settings } from './settings'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const addDemande = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()

async function beginDemande(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await addDemande(page)
  await titre(page, 'Demande n° 1')
}

/** Numbers that look like chance and are the same at each run. */
function createChance(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}

/** A browser of its own, to be killed: Playwright only speaks to it. */
async function launch(profile: string, port: number): Promise<{ browser: Browser; child: ChildProcess; page: Page }> {
  const { executablePath, args } = settings.use.launchOptions
  const child = spawn(
    executablePath ?? chromium.executablePath(),
    [
      ...args,
      '--headless=new',
      `--user-data-dir=${profile}`,
      `--remote-debugging-port=${port}`,
      '--no-first-run',
      'about:blank',
    ],
    { stdio: 'ignore' },
  )
  for (let attempt = 0; ; attempt++) {
    try {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const [context] = browser.contexts()
      const page = context && (await context.newPage())
      if (page) return { browser, child, page }
    } catch (error) {
      if (attempt > 100) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const kill = (child: ChildProcess) =>
  new Promise((resolve) => {
    child.once('exit', resolve)
    child.kill('SIGKILL')
  })

test('killed at ten moments while typing: what stood there a second before is there again', async ({ baseURL }) => {
  test.setTimeout(300_000)
  const profile = mkdtempSync(join(tmpdir(), 'profil-'))
  const chance = createChance(20_231_110)
  const port = Number(new URL(baseURL ?? '').port) + 5000
  let { child, page } = await launch(profile, port)
  try {
    await page.goto(baseURL ?? '')
    await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
    await fillEntete(page, '20/03/2023')
    await goToStep(page, 'Demandes')
    await addDemande(page)
    await fillDemande(page, guide)
    await addDemande(page)
    await fillDemande(page, { ...guide, numeroASP: 'FINBIO000007', numeroEditeur: '00002', finess: '750712184' })
    for (let round = 0; round < 10; round++) {
      const libelle = field(page, 'Libellé interne')
      await libelle.fill('')
      let typed = ''
      let stood = ''
      const end = Date.now() + 1_300 + chance() * 1_500
      while (Date.now() < end) {
        // What is on screen a second before the end must survive it.
        if (Date.now() < end - 1_000) stood = typed
        const letter = String.fromCharCode(97 + Math.floor(chance() * 26))
        await libelle.pressSequentially(letter)
        typed += letter
      }
      expect(stood.length).toBeGreaterThan(0)
      await kill(child)
      ;({ child, page } = await launch(profile, port))
      await page.goto(`${baseURL ?? ''}#/demandes/2`)
      const kept = await field(page, 'Libellé interne').inputValue()
      expect(typed.startsWith(kept), `round ${round}: « ${kept} » of « ${typed} »`).toBe(true)
      expect(kept.length, `round ${round}: « ${kept} » where « ${stood} » stood`).toBeGreaterThanOrEqual(stood.length)
      await expect(field(page, 'Numéro éditeur')).toHaveValue('00002')
      await expect(page.getByText('← attestation.pdf')).toBeVisible()
    }
    await goToStep(page, 'Demandes')
    await expect(page.getByRole('main').getByText(/^Éditeur 0000/)).toHaveCount(2)
    await goToStep(page, 'Téléchargement')
    await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible({ timeout: 20_000 })
    await page.getByText('Pièces d’une seule demande').click()
    for (const [button, sample] of [
      ['BIO-SGL-Val-FACTURE-00002.pdf', 'facture.pdf'],
      ['BIO-SGL-Val-VA-00001.pdf', 'attestation.pdf'],
    ] as const) {
      const [started] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ])
      expect((await bytesOf(started)).equals(await sampleBytes(sample))).toBe(true)
    }
  } finally {
    await kill(child)
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})

test('a second window is told, takes over, and nothing is overwritten', async ({ page, context }) => {
  await beginDemande(page)
  await field(page, 'Libellé interne').fill('première fenêtre')
  await expect(page.getByText(/^✓ Enregistré/)).toBeVisible()
  const second = await context.newPage()
  await second.goto('./')
  await second.getByRole('button', { name: /^Reprendre le brouillon/ }).click()
  await expect(second.getByText('Ce brouillon est ouvert dans une autre fenêtre')).toBeVisible()
  await second.getByRole('link', { name: 'première fenêtre' }).first().click()
  await expect(field(second, 'Libellé interne')).toBeDisabled()
  await field(page, 'Libellé interne').fill('écrit juste avant')
  await second.getByRole('button', { name: 'Prendre la main ici' }).click()
  await expect(field(second, 'Libellé interne')).toHaveValue('écrit juste avant')
  await field(second, 'Libellé interne').fill('seconde fenêtre')
  await expect(page.getByText('Ce brouillon est ouvert dans une autre fenêtre')).toBeVisible()
  await expect(field(page, 'Libellé interne')).toBeDisabled()
  await expect(second.getByText(/^✓ Enregistré/)).toBeVisible()
  await page.close()
  await second.reload()
  await expect(field(second, 'Libellé interne')).toHaveValue('seconde fenêtre')
})

test('a file number taken by a download in one window is told at once in another', async ({ page, context }) => {
  const second = await context.newPage()
  for (const one of [page, second]) {
    await one.goto('./')
    await one.getByRole('link', { name: "Charger l'exemple du guide" }).click()
    await expect(one.getByText('BIO-SGL-Val-VA-00001.pdf')).toBeVisible()
  }
  await goToStep(second, 'Contrôle')
  const taken = second.getByRole('main').getByText('Ce numéro de fichier a déjà servi sur ce poste').first()
  await expect(second.getByRole('heading', { name: 'Bordereau' })).toBeVisible()
  await expect(taken).toHaveCount(0)
  await goToStep(page, 'Téléchargement')
  await download(page, 'Télécharger le JSON')
  await expect(taken).toBeVisible()
  await second.close()
})

const sansStockage: [title: string, script: () => void][] = [
  [
    'throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'SecurityError')
      }
    },
  ],
  [
    'never answers',
    () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest
    },
  ],
]

for (const [title, script] of sansStockage)
  test(`without storage (it ${title}) the work goes on, is said to be unsaved, and can be exported`, async ({
    page,
  }) => {
    await page.addInitScript(script)
    await beginDemande(page)
    await fillDemande(page, guide)
    await expect(page.getByRole('alert').getByText('Ce navigateur ne laisse rien enregistrer ici.')).toBeVisible({
      timeout: 20_000,
    })
    const [started] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter le brouillon' }).click(),
    ])
    expect(started.suggestedFilename()).toMatch(/^Brouillon-.*\.zip$/)
    const entries = unzipSync(await bytesOf(started))
    expect(Buffer.from(entries['pieces/001-FACTURE.pdf'] ?? []).equals(await sampleBytes('facture.pdf'))).toBe(true)
    await goToStep(page, 'Téléchargement')
    await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
    expect((await download(page, 'Télécharger le JSON')).name).toBe('JSON-1234567890-20230320-001.json')
  })

test('when the disk is full it is said, and once there is room again the draft is saved', async ({ page }) => {
  await beginDemande(page)
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {}
    const giveRoom = () => Object.defineProperty(IDBObjectStore.prototype, 'put', own)
    Object.assign(globalThis, { giveRoom })
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await field(page, 'Libellé interne').fill('sans place')
  await expect(page.getByRole('alert').getByText('Il n’y a plus de place sur ce poste pour enregistrer.')).toBeVisible()
  await expect(field(page, 'Libellé interne')).toHaveValue('sans place')
  await page.evaluate(() => (globalThis as unknown as { giveRoom: () => void }).giveRoom())
  await field(page, 'Libellé interne').fill('avec de la place')
  await expect(page.getByText(/^✓ Enregistré/)).toBeVisible()
  await page.reload()
  await expect(field(page, 'Libellé interne')).toHaveValue('avec de la place')
})

test('a pièce that the disk refuses is not called saved, and is stored once there is room', async ({ page }) => {
  await beginDemande(page)
  await page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put') ?? {}
    const put = own.value as (this: IDBObjectStore, value: unknown) => IDBRequest<IDBValidKey>
    Object.assign(globalThis, { giveRoom: () => Object.defineProperty(IDBObjectStore.prototype, 'put', own) })
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: unknown) {
      if (this.name === 'pieces') throw new DOMException('full', 'QuotaExceededError')
      return put.call(this, value)
    }
  })
  await attach(page, 'Facture', 'facture.pdf')
  await expect(page.getByRole('alert').getByText('Il n’y a plus de place sur ce poste pour enregistrer.')).toBeVisible()
  await field(page, 'Libellé interne').fill('la saisie, elle, tient')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.evaluate(() => (globalThis as unknown as { giveRoom: () => void }).giveRoom())
  await field(page, 'Libellé interne').fill('avec de la place')
  await expect(page.getByText(/^✓ Enregistré/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('← facture.pdf')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Page 1 de facture.pdf' })).toBeVisible()
})

test('a draft of the first version, put into the database by hand, opens with all that it held', async ({ page }) => {
  await page.goto('./')
  await titre(page, 'Demandes de solde BIO-SGL')
  await page.evaluate(async () => {
    const open = indexedDB.open('solde-bio-sgl')
    await new Promise((resolve) => (open.onsuccess = resolve))
    const transaction = open.result.transaction('brouillons', 'readwrite')
    const saisie = {
      numeroASP: 'FINBIO000006',
      numeroEditeur: '00001',
      libelleInterne: 'Labo des Lilas',
      dateFacture: '15/03/2023',
      montantSegurHTFacture: '27 450,00',
      montantCommande: '',
      beneficiaires: ['999999991'],
      isDirectToDMP: true,
      identDMP: ['1999999991'],
      isDirectToMSSPro: null,
      adresseBoiteMSSPro: '',
      isDirectToMSSCitoyen: false,
      adresseBoiteMSSCitoyen: '',
    }
    const entete = {
      numeroAns: '1234567890',
      SIRET: '73282932000074',
      dateDepot: '15/03/2023',
      numeroFichier: '001',
      vague: 'Va1',
    }
    transaction.objectStore('brouillons').put({
      id: 'ancien',
      nom: 'Ancien',
      creeLe: '2023-03-14T09:00:00.000Z',
      modifieLe: '2023-03-15T13:32:00.000Z',
      etape: '#/demandes/1',
      dossier: { entete, demandes: [{ id: 'd1', saisie, pieces: { FACTURE: null, VA: null } }], verifies: {} },
    })
    await new Promise((resolve) => (transaction.oncomplete = resolve))
    open.result.close()
  })
  await page.reload()
  await page.getByRole('button', { name: /^Reprendre le brouillon/ }).click()
  await page.getByRole('main').getByRole('link', { name: 'Labo des Lilas' }).click()
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('27 450,00')
  await expect(page.getByRole('button', { name: 'Retirer 1999999991' })).toBeVisible()
  await goToStep(page, 'En-tête du fichier')
  await expect(page.getByRole('radio', { name: 'BIO-SGL-Va1-…' })).toBeChecked()
})

// Not the quiet one: the browser reports what this test itself cuts off.
base(
  'a worker that cannot be fetched is said, nothing changes, and once it can be the files open',
  async ({ page, context }) => {
    await context.route(/ouverture\.worker/, (route) => route.abort())
    await page.goto('./')
    const files = [json('a.json', depot([ligne(1)])), zip('a.zip', await pieces([1]))]
    await page
      .getByLabel('Ouvrir un fichier', { exact: true })
      .setInputFiles(files.map((file) => ({ mimeType: '', ...file })))
    await expect(page.getByText(/Ces fichiers n’ont pas pu être lus/)).toBeVisible()
    await context.unroute(/ouverture\.worker/)
    await ouvrir(page, ...files)
    await confirmer(page, 'Ouvrir comme nouveau dépôt')
    await titre(page, 'Contrôle')
    await context.route(/depot\.worker/, (route) => route.abort())
    await goToStep(page, 'Téléchargement')
    await expect(page.getByText(/La préparation a échoué/)).toBeVisible()
    await context.unroute(/depot\.worker/)
    await page.getByRole('button', { name: 'Préparer les fichiers' }).click()
    await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
    await accueil(page)
    await expect(page.getByRole('button', { name: /^(Ouvrir|Reprendre le brouillon)$/ })).toHaveCount(1)
  },
)
