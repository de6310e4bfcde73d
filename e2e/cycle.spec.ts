import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import { attach, download, expect, goToStep, test } from './app'
import {
  accueil,
  avance,
  confirmer,
  depot,
  dialogue,
  fichier,
  json,
  ligne,
  ouvrir,
  pieces,
  titre,
  zip,
} from './fichiers'

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2023-03-31T10:00:00'))
  await page.goto('./')
})

async function ouvrirDepot(page: Page, rangs: readonly number[]) {
  const lignes = rangs.map((rang) => ligne(rang))
  await ouvrir(page, json('JSON-a.json', depot(lignes)), zip('PJ-a.zip', await pieces(rangs)))
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await titre(page, 'Contrôle')
}

async function telecharger(page: Page) {
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  return { json: await download(page, 'Télécharger le JSON'), zip: await download(page, 'Télécharger le ZIP') }
}

const lignesOf = (bytes: Buffer) =>
  (JSON.parse(bytes.toString('utf8')) as { lignesImport: { numLigne: number; numeroEditeur: string }[] }).lignesImport

/** The portal's return: some demandes rejected, the others accepted. */
const retour = (sent: Buffer, rejets: Record<string, string>) => {
  const file = JSON.parse(sent.toString('utf8')) as { lignesImport: Record<string, unknown>[] }
  for (const one of file.lignesImport) {
    const label = rejets[String(one.numeroEditeur)]
    one.codeTraitement = label === undefined ? '0000' : '0012'
    one.libelleTraitement = label ?? 'Demande acceptée'
  }
  return JSON.stringify(file)
}

const rejets = { '00002': 'Le montant Ségur HT dépasse le bon de commande', '00003': 'FINESS 750712183 inconnu' }

test('deposit of three, a return that rejects two, and their correction deposit', async ({ page }) => {
  await ouvrirDepot(page, [1, 2, 3])
  const first = await telecharger(page)
  expect(first.json.name).toBe('JSON-1234567890-20230331-001.json')
  await accueil(page)
  await ouvrir(page, fichier('retour.json', retour(first.json.bytes, rejets)))
  await expect(dialogue(page)).toContainText('1 acceptée, 2 rejetées')
  await confirmer(page, 'Garder ce retour')
  await titre(page, 'Retour du portail')
  for (const label of Object.values(rejets)) await expect(page.getByText(`« ${label} »`)).toBeVisible()
  await expect(page.getByText('Champ concerné : Montant Ségur HT')).toBeVisible()

  await test.step('the same file read twice changes nothing', async () => {
    await accueil(page)
    await expect(page.getByText('2 rejetées sur 3')).toBeVisible()
    await ouvrir(page, fichier('retour (1).json', retour(first.json.bytes, rejets)))
    await confirmer(page, 'Garder ce retour')
    await expect(page.getByText('« retour.json »')).toBeVisible()
  })

  await page.getByRole('button', { name: 'Corriger les demandes rejetées' }).click()
  await titre(page, 'Contrôle')
  await expect(page.getByRole('link', { name: /^Alerte, FINESS géographiques – rejetée par le portail/ })).toBeVisible()
  await page.getByRole('link', { name: /^Alerte, Montant Ségur HT – rejetée par le portail/ }).click()
  const montant = page.getByLabel('Montant Ségur HT', { exact: true })
  await expect(montant).toBeFocused()
  await expect(montant).toHaveAccessibleDescription(/Rejetée par le portail\s: «\sLe montant Ségur HT dépasse/)
  await montant.fill('26000')
  await expect(montant).not.toHaveAccessibleDescription(/Rejetée par le portail/)

  const second = await telecharger(page)
  expect(second.json.name).toBe('JSON-1234567890-20230331-002.json')
  expect(second.zip.name).toBe('PJ-1234567890-20230331-002.zip')
  expect(lignesOf(second.json.bytes)).toMatchObject([
    { numLigne: 1, numeroEditeur: '00002', facture: { montantSegurHTFacture: 26000 }, libelleTraitement: null },
    { numLigne: 2, numeroEditeur: '00003' },
  ])
  const attendues = await pieces([2, 3])
  const entries = unzipSync(second.zip.bytes)
  expect(Object.keys(entries)).toEqual(Object.keys(attendues))
  for (const [name, bytes] of Object.entries(attendues))
    expect(Buffer.from(entries[name] ?? []).equals(bytes)).toBe(true)
})

test('a return of a deposit that is not here is read, and corrected from its own content', async ({ page }) => {
  const sent = Buffer.from(JSON.stringify(depot([ligne(1), ligne(2)])))
  await ouvrir(page, fichier('inconnu.json', retour(sent, { '00002': 'Erreur sans champ' })))
  await expect(dialogue(page)).toContainText('Aucun dépôt téléchargé sur ce poste ne lui correspond')
  await confirmer(page, 'Corriger les demandes rejetées')
  await titre(page, 'Contrôle')
  await expect(
    page.getByRole('link', { name: /Numéro de dossier ASP – rejetée par le portail\s: «\sErreur sans champ\s»/ }),
  ).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Demande 1 · 00002' })).toBeVisible()
})

test('dropped anywhere, a deposit takes the pièces that it announces; the others are sorted', async ({ page }) => {
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await titre(page, 'En-tête du fichier')
  const own = await pieces([1])
  const files = [json('a.json', depot([ligne(1)])), ...Object.entries(own).map(([name, bytes]) => fichier(name, bytes))]
  files.push(fichier('autre.pdf', (await pieces([7]))['BIO-SGL-Val-VA-00007.pdf'] ?? ''))
  const dropped = await page.evaluateHandle(
    (list) => {
      const transfer = new DataTransfer()
      for (const { name, base64 } of list)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name))
      return transfer
    },
    files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') })),
  )
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped })
  await expect(dialogue(page)).toContainText('2 pièces trouvées sous les noms annoncés')
  await confirmer(page, 'Tout ouvrir')
  await expect(dialogue(page)).toContainText('autre.pdf')
})

const cocher = (page: Page, numero: string) =>
  dialogue(page)
    .getByRole('checkbox', { name: new RegExp(`^${numero} `) })
    .check()
const numerosDansLaListe = async (page: Page) => {
  await titre(page, 'Demandes')
  return page
    .getByRole('main')
    .getByText(/^Éditeur /)
    .allTextContents()
}

test('two advance files make one solde of the chosen demandes', async ({ page }) => {
  await ouvrir(page, json('a.json', depot([avance(1), avance(2)])), json('b.json', depot([avance(3), avance(4)])))
  await confirmer(page, 'Commencer un nouveau dépôt')
  await expect(dialogue(page).getByText('Aucune demande n’est cochée')).toBeVisible()
  await cocher(page, '00002')
  await dialogue(page).getByLabel('Filtrer les demandes').fill('b.json')
  await dialogue(page).getByRole('button', { name: 'Tout sélectionner' }).click()
  await confirmer(page, 'Commencer un nouveau dépôt')
  expect(await numerosDansLaListe(page)).toEqual(['Éditeur 00002', 'Éditeur 00003', 'Éditeur 00004'])
  await page.getByRole('main').getByRole('link', { name: '00002' }).click()
  await expect(page.getByLabel('Montant du bon de commande HT')).toHaveValue('30 000,00')
})

test('one advance file makes two soldes, or adds to the one at work', async ({ page }) => {
  const file = json('a.json', depot([avance(1), avance(2), avance(3)]))
  await ouvrir(page, file)
  await cocher(page, '00001')
  await confirmer(page, 'Commencer un nouveau dépôt')
  expect(await numerosDansLaListe(page)).toEqual(['Éditeur 00001'])
  await accueil(page)
  await ouvrir(page, file)
  await expect(dialogue(page).getByText('déjà dans le dépôt en cours')).toHaveCount(1)
  await cocher(page, '00002')
  await dialogue(page).getByRole('radio', { name: 'Nouveau dépôt' }).check()
  await confirmer(page, 'Commencer un nouveau dépôt')
  expect(await numerosDansLaListe(page)).toEqual(['Éditeur 00002'])
  await accueil(page)
  await ouvrir(page, file)
  await cocher(page, '00003')
  await confirmer(page, 'Ajouter au dépôt en cours')
  expect(await numerosDansLaListe(page)).toEqual(['Éditeur 00002', 'Éditeur 00003'])
  await accueil(page)
  await expect(page.getByRole('button', { name: /^(Ouvrir|Reprendre le brouillon)$/ })).toHaveCount(2)
})

test('advance files of two ANS numbers are kept apart, and it is said', async ({ page }) => {
  const other = { numeroAns: '9876543210' }
  await ouvrir(page, json('a.json', depot([avance(1)])), json('b.json', depot([avance(1)], other)))
  await expect(dialogue(page).getByText('2 numéros ANS différents')).toBeVisible()
  await dialogue(page).getByRole('button', { name: 'Tout sélectionner' }).click()
  await confirmer(page, 'Commencer un nouveau dépôt')
  await titre(page, 'Demandes')
  await accueil(page)
  await expect(page.getByRole('button', { name: /^(Ouvrir|Reprendre le brouillon)$/ })).toHaveCount(2)
})

const vide = {
  ...ligne(1),
  numLigne: '',
  numeroASP: '',
  numeroEditeur: '',
  facture: { dateFacture: '', montantSegurHTFacture: '' },
  beneficiaires: [''],
}
const { facture: _, ...sansFacture } = vide
const modeles = [
  ['nested', depot([{ ...vide, codeRegion: '' }]), 'codeRegion'],
  ['flat', depot([{ ...sansFacture, dateFacture: '', montantSegurHTFacture: '' }]), null],
  [
    'renamed',
    {
      NumeroAns: '',
      Siret: '',
      LignesImport: [
        {
          NumLigne: '',
          NumeroASP: '',
          numeroediteur: '',
          Facture: { DateFacture: '', montantSegurHTFacture: '' },
          beneficiaires: [],
          piecesJustificatives: [],
          scenarioInstallation: {},
        },
      ],
    },
    null,
  ],
] as const

/** Every value of a JSON text with the folded name it stands under, wherever that is. */
function valuesOf(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesOf(item, name))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inside]) => valuesOf(inside, key.toLowerCase()))
  return value === null ? [] : [`${name} ${JSON.stringify(value)}`]
}

for (const [shape, modele, ajout] of modeles)
  test(`a ${shape} modèle changes the shape of what is written and nothing else`, async ({ page }) => {
    await ouvrirDepot(page, [1])
    await goToStep(page, 'Téléchargement')
    const before = await download(page, 'Télécharger le JSON')
    await accueil(page)
    await ouvrir(page, json('modele.json', modele))
    await confirmer(page, 'Prendre ce modèle')
    await titre(page, 'En-tête du fichier')
    await expect(page.getByText('modele.json', { exact: true })).toBeVisible()
    if (ajout) await page.getByLabel(new RegExp(`Valeur fixe de .*${ajout}`)).fill('84')
    await expect(page.getByText(/^✓ Enregistré/)).toBeVisible()
    await goToStep(page, 'Téléchargement')
    await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
    // Two presses of one button within half a second are one: the file is had again no sooner than that.
    let after = await download(page, 'Télécharger le JSON')
    if (ajout)
      await expect
        .poll(
          async () => {
            if (!after.bytes.includes(`"${ajout}"`)) after = await download(page, 'Télécharger le JSON')
            return after.bytes.toString()
          },
          { intervals: [1_000] },
        )
        .toContain(`"${ajout}": "84"`)
    expect(after.bytes.equals(before.bytes)).toBe(false)
    const [a, b] = [before, after].map(({ bytes }) =>
      valuesOf(JSON.parse(bytes.toString('utf8'))).filter((value) => !value.startsWith('coderegion')),
    )
    const lacks = shape === 'renamed' ? ['typeaction "C"'] : []
    expect(b?.sort()).toEqual(a?.filter((value) => !lacks.includes(value)).sort())

    await goToStep(page, 'En-tête du fichier')
    await page.getByRole('button', { name: 'Retirer le modèle' }).click()
    await goToStep(page, 'Téléchargement')
    await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
    expect((await download(page, 'Télécharger le JSON')).bytes.equals(before.bytes)).toBe(true)
  })

test('a file that looks like a deposit is taken as the modèle on the clerk’s word; Va1 is learned', async ({
  page,
}) => {
  const text = await readFile(new URL('../src/format/exemple-guide.json', import.meta.url), 'utf8')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await accueil(page)
  await ouvrir(page, fichier('modele.json', text.replaceAll('-Val-', '-Va1-')))
  await dialogue(page).getByRole('checkbox', { name: 'C’est le modèle de l’ASP' }).check()
  await confirmer(page, 'Prendre ce modèle')
  await titre(page, 'En-tête du fichier')
  await expect(page.getByRole('radio', { name: 'BIO-SGL-Va1-…' })).toBeChecked()
  await expect(page.getByText('ce nommage est repris')).toBeVisible()
})

test('drafts are renamed, removed, had back, exported and opened again', async ({ page }) => {
  await ouvrirDepot(page, [1])
  await accueil(page)
  await page.getByRole('button', { name: 'Renommer' }).click()
  await page.getByLabel('Nom du brouillon').fill('Labo des Lilas')
  await page.keyboard.press('Enter')
  const row = page.getByRole('listitem').filter({ hasText: 'Labo des Lilas' })
  await expect(row).toContainText('1 demande')
  const [started] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('button', { name: 'Exporter' }).click(),
  ])
  expect(started.suggestedFilename()).toBe('Brouillon-Labo-des-Lilas-2023-03-31.zip')
  const exported = await readFile(await started.path())
  await row.getByRole('button', { name: 'Supprimer' }).click()
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Reprendre le brouillon/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: 'Supprimer' }).click()
  await expect(row).toHaveCount(0)
  await ouvrir(page, fichier(started.suggestedFilename(), exported))
  await confirmer(page, 'Ouvrir le brouillon')
  const again = await telecharger(page)
  expect(Object.entries(unzipSync(again.zip.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual(
    Object.entries(await pieces([1])).map(([name, bytes]) => [name, bytes]),
  )
})

test('a downloaded deposit is had again to the byte, marked as deposited, and opened as a new one', async ({
  page,
}) => {
  await ouvrirDepot(page, [1, 2])
  const first = await telecharger(page)
  await accueil(page)
  const row = page.getByRole('listitem').filter({ hasText: first.json.name })
  await expect(row).toContainText('2 demandes · 54 900,00 €')
  expect((await download(page, 'Télécharger le JSON')).bytes.equals(first.json.bytes)).toBe(true)
  const zipAgain = await download(page, 'Télécharger le ZIP')
  expect(zipAgain.name).toBe(first.zip.name)
  expect(zipAgain.bytes.equals(first.zip.bytes)).toBe(true)
  await row.getByText('Pièces d’une seule demande').click()
  const piece = await download(page, 'BIO-SGL-Val-VA-00002.pdf')
  expect(piece.bytes.equals((await pieces([2]))['BIO-SGL-Val-VA-00002.pdf'] ?? Buffer.alloc(0))).toBe(true)
  await row.getByRole('button', { name: 'Déposé le…' }).click()
  await page.getByLabel('Déposé sur le portail le').fill('30/03/2023')
  await page.getByRole('button', { name: 'Noter' }).click()
  await expect(row.getByText('déposé le 30/03/2023', { exact: true })).toBeVisible()
  await row.getByRole('button', { name: /^Retirer «\sDéposé/ }).click()
  await expect(row.getByText('déposé le 30/03/2023', { exact: true })).toHaveCount(0)
  await row.getByRole('button', { name: 'Rouvrir comme nouveau dépôt' }).click()
  await titre(page, 'Contrôle')
  const again = await telecharger(page)
  expect(again.json.name).toBe('JSON-1234567890-20230331-002.json')
  expect(again.zip.bytes.equals(first.zip.bytes)).toBe(true)

  await test.step('also when its draft was removed: from the JSON and the bytes kept with it', async () => {
    await accueil(page)
    for (let left = 2; left > 0; left--) {
      await expect(page.getByRole('button', { name: 'Supprimer' })).toHaveCount(left)
      await page.getByRole('button', { name: 'Supprimer' }).first().click()
    }
    await expect(page.getByRole('button', { name: 'Supprimer' })).toHaveCount(0)
    await row.getByRole('button', { name: 'Rouvrir comme nouveau dépôt' }).click()
    await titre(page, 'Contrôle')
    const third = await telecharger(page)
    expect(third.json.name).toBe('JSON-1234567890-20230331-003.json')
    expect(third.json.bytes.equals(first.json.bytes)).toBe(true)
    expect(third.zip.bytes.equals(first.zip.bytes)).toBe(true)
  })
})

test('a rule of content is passed over with a reason, stands as an alerte, and is taken back', async ({ page }) => {
  await ouvrir(page, json('a.json', depot([ligne(1, { numeroASP: 'FINBIO0001', numeroEditeur: '01' })])))
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await titre(page, 'Contrôle')
  const item = page.getByRole('listitem').filter({ hasText: '10 caractères au lieu de 12' })
  const never = page.getByRole('listitem').filter({ hasText: '2 caractères au lieu de 5' })
  await expect(never.getByRole('button')).toHaveCount(0)
  await item.getByRole('button', { name: 'Passer outre cette règle' }).click()
  const why = page.getByLabel('Pourquoi passer outre ?')
  await expect(why).toBeFocused()
  await item.getByRole('button', { name: 'Passer outre', exact: true }).click()
  await expect(why).toHaveAttribute('aria-invalid', 'true')
  await why.fill('Accord de l’ASP du 3 mars')
  await why.press('Enter')
  const link = item.getByRole('link', { name: /Numéro de dossier ASP/ })
  await expect(link).toHaveAccessibleName(/^Alerte,/)
  await expect(item).toContainText('Règle passée outre : Accord de l’ASP du 3 mars')
  await link.click()
  await expect(page.getByLabel('Numéro de dossier ASP', { exact: true })).toHaveAttribute('aria-invalid', 'false')
  await test.step('with a number that can be in a name, it is written as typed and stands in the history', async () => {
    await goToStep(page, 'Demandes')
    await page.getByRole('main').getByRole('link', { name: '01' }).click()
    const numero = page.getByLabel('Numéro éditeur', { exact: true })
    await numero.fill('00001')
    await attach(page, 'Facture', 'facture.pdf')
    await attach(page, "Attestation de vérification d'aptitude", 'attestation.pdf')
    const { json: written } = await telecharger(page)
    expect(lignesOf(written.bytes)).toMatchObject([{ numeroASP: 'FINBIO0001' }])
    await accueil(page)
    await expect(page.getByText(/Règle passée outre.*Accord de l’ASP du 3 mars/)).toBeVisible()
    await page.getByRole('button', { name: /^Reprendre le brouillon/ }).click()
  })
  await goToStep(page, 'Contrôle')
  await item.getByRole('button', { name: 'Ne plus passer outre' }).click()
  await expect(link).toHaveAccessibleName(/^Erreur,/)
})
