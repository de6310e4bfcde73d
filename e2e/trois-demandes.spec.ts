import type { Locator, Page } from '@playwright/test'
import { unzipSync } from 'fflate'
import {
  download,
  expect,
  fillDemande,
  fillEntete,
  goToStep,
  guide,
  sample,
  sampleBytes,
  test,
  type DemandeTyped,
} from './app'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const addDemande = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()

/** Types as a clerk would, and leaves the field. */
async function typeAndLeave(input: Locator, text: string) {
  await input.fill(text)
  await input.blur()
}

async function startDepot(page: Page) {
  await page.clock.setFixedTime(new Date('2023-03-31T10:00:00'))
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
}

async function startDemande(page: Page) {
  await startDepot(page)
  await goToStep(page, 'Demandes')
  await addDemande(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Demande n° 1')
}

const fautes = [
  {
    label: 'Numéro de dossier ASP',
    typed: 'FINBIO0006',
    says: '10 caractères au lieu de 12',
    proposals: ['Écrire FINBIO000006'],
    gives: 'FINBIO000006',
  },
  {
    label: 'Numéro éditeur',
    typed: '0002',
    says: '4 caractères au lieu de 5',
    proposals: ['Écrire 00002'],
    gives: '00002',
  },
  {
    label: 'Montant Ségur HT',
    typed: '27.450',
    says: 'peut se lire de deux façons',
    proposals: ['27 450,00 €', '27,45 €'],
    gives: '27 450,00',
  },
  { label: 'Montant Ségur HT', typed: 'vingt mille', says: 'Ce n’est pas un montant', proposals: [], gives: null },
  { label: 'Date de la facture', typed: '31/02/2023', says: 'Cette date n’existe pas', proposals: [], gives: null },
]

test('a wrong value is told once its field is left, with what may be meant as buttons', async ({ page }) => {
  await startDemande(page)
  for (const { label, typed, says, proposals, gives } of fautes) {
    const input = field(page, label)
    await input.fill(typed)
    await expect(input).toHaveAttribute('aria-invalid', 'false')
    await input.blur()
    await expect(input).toHaveAttribute('aria-invalid', 'true')
    await expect(input).toHaveAccessibleDescription(new RegExp(says))
    for (const proposal of proposals) await expect(page.getByRole('button', { name: proposal })).toBeVisible()
    if (gives === null) continue
    await page.getByRole('button', { name: proposals[0] ?? '' }).click()
    await expect(input).toHaveValue(gives)
    await expect(input).toHaveAttribute('aria-invalid', 'false')
  }
  await page.getByRole('group', { name: 'Envoi direct par MSS Pro' }).getByRole('radio', { name: 'Oui' }).check()
  const adresse = field(page, 'Adresse de la boîte MSS Pro')
  await typeAndLeave(adresse, 'labo@exemple')
  await expect(adresse).toHaveAccessibleDescription(/Ce n’est pas une adresse de messagerie/)
  const finess = field(page, 'FINESS géographiques')
  await finess.fill('10003820')
  await finess.press('Enter')
  await expect(finess).toHaveAccessibleDescription(/«\s10003820\s» n’a pas été ajouté à la liste/)
  await page.getByRole('button', { name: 'Ajouter 010003820' }).click()
  await expect(page.getByRole('button', { name: 'Retirer 010003820' })).toBeVisible()
  await expect(finess).toHaveValue('')
})

test('empty fields stay silent until the contrôle was opened', async ({ page }) => {
  await startDemande(page)
  const wrong = page.locator('[aria-invalid=true]')
  await field(page, 'Numéro de dossier ASP').focus()
  for (let fields = 0; fields < 12; fields++) await page.keyboard.press('Tab')
  await expect(wrong).toHaveCount(0)
  await goToStep(page, 'Contrôle')
  await expect(page.getByText('empêchent le téléchargement')).toBeVisible()
  await page.goBack()
  await expect(field(page, 'Numéro éditeur')).toHaveAccessibleDescription(/Numéro éditeur manquant/)
  await expect(wrong).not.toHaveCount(0)
})

const taille = 3_145_728
const photoOf = async (bytes: number) => Buffer.concat([await sampleBytes('photo.jpeg')], bytes)

test('a file that cannot be a pièce is refused in words, and the demande stays as it was', async ({ page }) => {
  await startDemande(page)
  await typeAndLeave(field(page, 'Numéro éditeur'), '00001')
  const facture = field(page, 'Facture')
  await facture.setInputFiles(sample('facture.pdf'))
  await expect(page.getByText('← facture.pdf')).toBeVisible()
  const jpg = { name: 'gros.jpg', mimeType: 'image/jpeg', buffer: await photoOf(taille + 1) }
  const pdf = { name: 'gros.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(taille + 1, '%PDF-1.7\n') }
  for (const [file, says] of [
    [sample('attestation.docx'), /«\sattestation.docx\s» n’a pas été pris.*document Word \(\.docx\).*en PDF/],
    [sample('vide.pdf'), /«\svide.pdf\s» n’a pas été pris.*vide \(0 octet\)/],
    [jpg, /«\sgros.jpg\s» n’a pas été pris.*3\s145\s729\soctets.*3\sMo au plus/],
    [pdf, /«\sgros.pdf\s» n’a pas été pris.*3\s145\s729\soctets.*3\sMo au plus/],
  ] as const) {
    await facture.setInputFiles(file)
    await expect(facture).toHaveAccessibleDescription(says)
    await expect(page.getByText('← facture.pdf')).toBeVisible()
    await expect(page.getByText('BIO-SGL-Val-FACTURE-00001.pdf')).toBeVisible()
  }
  await facture.setInputFiles({ ...jpg, name: 'juste.jpeg', buffer: await photoOf(taille) })
  await expect(page.getByText('← juste.jpeg')).toBeVisible()
  await expect(page.getByText('BIO-SGL-Val-FACTURE-00001.jpg')).toBeVisible()
  await expect(facture).toHaveAccessibleDescription(/près de la limite de 3 Mo/)
})

test('the new names follow the numéro éditeur at each keystroke', async ({ page }) => {
  await startDemande(page)
  await field(page, 'Facture').setInputFiles(sample('scan.png'))
  await expect(page.getByText('← scan.png')).toBeVisible()
  const numero = field(page, 'Numéro éditeur')
  await numero.pressSequentially('A12')
  await expect(page.getByText('BIO-SGL-Val-FACTURE-A12.png')).toBeVisible()
  await numero.pressSequentially('34')
  await expect(page.getByText('BIO-SGL-Val-FACTURE-A1234.png')).toBeVisible()
})

// Nine erreurs, one of each kind of place: header, text, amount, list, file, question, address, duplicate (seen on both).
const fautives: DemandeTyped[] = [
  { ...guide, numeroEditeur: 'L0002', date: '31/02/2023' },
  {
    ...guide,
    numeroASP: 'FINBIO000007',
    numeroEditeur: 'l0002',
    date: '22/03/2023',
    montant: '13 333,33 €',
    finess: '99000101',
    facture: 'scan.png',
    va: 'photo.jpeg',
    pro: null,
    citoyen: 'labo exemple.mssante.fr',
  },
  {
    ...guide,
    numeroASP: 'FINBIO18',
    numeroEditeur: '00003',
    date: '2023-03-23',
    montant: '40.000',
    finess: '990001026\n2A0000012',
    facture: 'facture.xml',
    va: 'pdf-nomme-png.png',
    dmp: null,
    pro: 'labo@exemple.apicrypt.org',
  },
]

async function typeFautives(page: Page) {
  await startDepot(page)
  await fillEntete(page, '31/03/2023')
  await typeAndLeave(field(page, 'SIRET'), '732 829 320 0007')
  await goToStep(page, 'Demandes')
  for (const [index, demande] of fautives.entries()) {
    await addDemande(page)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Demande n° ${index + 1}`)
    await fillDemande(page, demande)
  }
  await page.getByRole('button', { name: 'Demande précédente' }).click()
  await page.getByText('← photo.jpeg').locator('../../..').getByRole('button', { name: 'Retirer' }).click()
}

/** How each erreur is mended, in the order the contrôle lists them. */
const corrections: { label: string; about?: string; mend: (page: Page) => Promise<unknown> }[] = [
  { label: 'SIRET', mend: (page) => typeAndLeave(field(page, 'SIRET'), '73282932000074') },
  {
    label: 'Date de la facture',
    mend: (page) => typeAndLeave(field(page, 'Date de la facture'), '15/3/23'),
  },
  { label: 'Numéro éditeur', mend: (page) => typeAndLeave(field(page, 'Numéro éditeur'), '00001') },
  {
    label: 'FINESS géographiques',
    about: 'FINESS',
    mend: async (page) => {
      await field(page, 'FINESS géographiques').fill('990001018')
      await page.keyboard.press('Enter')
    },
  },
  {
    label: 'Adresse de la boîte MSS Citoyen',
    mend: (page) => typeAndLeave(field(page, 'Adresse de la boîte MSS Citoyen'), 'labo@exemple.mssante.fr'),
  },
  {
    label: "Attestation de vérification d'aptitude",
    about: 'Attestation',
    mend: async (page) => {
      await field(page, "Attestation de vérification d'aptitude").setInputFiles(sample('photo.jpeg'))
      await expect(page.getByText('← photo.jpeg')).toBeVisible()
    },
  },
  {
    label: 'Numéro de dossier ASP',
    mend: (page) => page.getByRole('button', { name: 'Écrire FINBIO000018' }).click(),
  },
  {
    label: 'Montant Ségur HT',
    about: 'montant',
    mend: (page) => page.getByRole('button', { name: '40 000,00 €' }).click(),
  },
]

const erreurs = (page: Page) => page.getByRole('main').getByRole('link', { name: /^Erreur,/ })
const verifie = (page: Page, about: string) =>
  page.getByRole('listitem').filter({ hasText: about }).getByRole('checkbox', { name: 'Vérifié' })

async function mendAll(page: Page) {
  await goToStep(page, 'Contrôle')
  // The duplicate is told at both demandes and mended at one.
  await expect(erreurs(page)).toHaveCount(corrections.length + 1)
  for (const { label, about, mend } of corrections) {
    const link = erreurs(page).first()
    await expect(link).toHaveAccessibleName(new RegExp(`^Erreur, .*${about ?? label}`, 'i'))
    await link.click()
    await expect(field(page, label)).toBeFocused()
    await mend(page)
    await goToStep(page, 'Contrôle')
  }
  await expect(erreurs(page)).toHaveCount(0)
  await expect(page.getByText('Aucune erreur')).toBeVisible()
}

test('three demandes, wrong then right: from the links of the contrôle to the two files', async ({ page }) => {
  await typeFautives(page)
  await mendAll(page)

  await test.step('an alerte once seen stays seen until its value changes', async () => {
    await expect(verifie(page, 'FINESS 999999991')).not.toBeChecked()
    await verifie(page, 'FINESS 999999991').check()
    await verifie(page, 'Montant supérieur à').check()
    await goToStep(page, 'Demandes')
    await goToStep(page, 'Contrôle')
    await expect(verifie(page, 'FINESS 999999991')).toBeChecked()
    await expect(verifie(page, 'Montant supérieur à')).toBeChecked()
    await page.getByRole('link', { name: /^Alerte, Montant supérieur/ }).click()
    await expect(field(page, 'Montant Ségur HT')).toBeFocused()
    await typeAndLeave(field(page, 'Montant Ségur HT'), '41000')
    await goToStep(page, 'Contrôle')
    await expect(verifie(page, 'FINESS 999999991')).toBeChecked()
    await expect(verifie(page, 'Montant supérieur à')).not.toBeChecked()
    await expect(page.getByText('« pdf-nomme-png.png » est en réalité un fichier PDF.')).toBeVisible()
  })

  await goToStep(page, 'En-tête du fichier')
  await page.getByRole('radio', { name: 'BIO-SGL-Va1-…' }).check()
  await goToStep(page, 'Téléchargement')
  await expect(page.getByText('Fichiers écrits puis relus')).toBeVisible()
  const json = await download(page, 'Télécharger le JSON')
  expect(json.name).toBe('JSON-1234567890-20230331-001.json')
  expect(JSON.parse(json.bytes.toString('utf8'))).toEqual(attendu)
  const zip = await download(page, 'Télécharger le ZIP')
  expect(zip.name).toBe('PJ-1234567890-20230331-001.zip')
  const entries = Object.entries(unzipSync(zip.bytes))
  expect(entries.map(([name]) => name)).toEqual(Object.keys(pieces))
  for (const [name, bytes] of entries)
    expect(Buffer.from(bytes).equals(await sampleBytes(pieces[name] ?? ''))).toBe(true)
})

const pieces: Record<string, string> = {
  'BIO-SGL-Va1-FACTURE-00001.pdf': 'facture.pdf',
  'BIO-SGL-Va1-VA-00001.pdf': 'attestation.pdf',
  'BIO-SGL-Va1-FACTURE-l0002.png': 'scan.png',
  'BIO-SGL-Va1-VA-l0002.jpg': 'photo.jpeg',
  'BIO-SGL-Va1-FACTURE-00003.xml': 'facture.xml',
  'BIO-SGL-Va1-VA-00003.pdf': 'pdf-nomme-png.png',
}

const attendu = {
  impId: null,
  numeroAns: '1234567890',
  SIRET: '73282932000074',
  lignesImport: [
    {
      numLigne: 1,
      typeAction: 'C',
      numeroASP: 'FINBIO000006',
      numeroEditeur: '00001',
      facture: { dateFacture: '15/03/2023', montantSegurHTFacture: 27450 },
      beneficiaires: ['999999991', '999999992', '999999993'],
      piecesJustificatives: [
        { nomFichier: 'BIO-SGL-Va1-FACTURE-00001.pdf', formatFichier: 'PDF', typeFichier: 'FACTURE' },
        { nomFichier: 'BIO-SGL-Va1-VA-00001.pdf', formatFichier: 'PDF', typeFichier: 'VA' },
      ],
      lienCompteRendu: null,
      scenarioInstallation: {
        isDirectToDMP: true,
        identDMP: ['1999999991'],
        isDirectToMSSPro: true,
        adresseBoiteMSSPro: 'labo@exemple.mssante.fr',
        isDirectToMSSCitoyen: false,
        adresseBoiteMSSCitoyen: null,
      },
      codeTraitement: null,
      libelleTraitement: null,
    },
    {
      numLigne: 2,
      typeAction: 'C',
      numeroASP: 'FINBIO000007',
      numeroEditeur: 'l0002',
      facture: { dateFacture: '22/03/2023', montantSegurHTFacture: 13333.33 },
      beneficiaires: ['990001018'],
      piecesJustificatives: [
        { nomFichier: 'BIO-SGL-Va1-FACTURE-l0002.png', formatFichier: 'PNG', typeFichier: 'FACTURE' },
        { nomFichier: 'BIO-SGL-Va1-VA-l0002.jpg', formatFichier: 'JPG', typeFichier: 'VA' },
      ],
      lienCompteRendu: null,
      scenarioInstallation: {
        isDirectToDMP: true,
        identDMP: ['1999999991'],
        isDirectToMSSPro: false,
        adresseBoiteMSSPro: null,
        isDirectToMSSCitoyen: true,
        adresseBoiteMSSCitoyen: 'labo@exemple.mssante.fr',
      },
      codeTraitement: null,
      libelleTraitement: null,
    },
    {
      numLigne: 3,
      typeAction: 'C',
      numeroASP: 'FINBIO000018',
      numeroEditeur: '00003',
      facture: { dateFacture: '23/03/2023', montantSegurHTFacture: 41000 },
      beneficiaires: ['990001026', '2A0000012'],
      piecesJustificatives: [
        { nomFichier: 'BIO-SGL-Va1-FACTURE-00003.xml', formatFichier: 'XML', typeFichier: 'FACTURE' },
        { nomFichier: 'BIO-SGL-Va1-VA-00003.pdf', formatFichier: 'PDF', typeFichier: 'VA' },
      ],
      lienCompteRendu: null,
      scenarioInstallation: {
        isDirectToDMP: false,
        identDMP: [],
        isDirectToMSSPro: true,
        adresseBoiteMSSPro: 'labo@exemple.apicrypt.org',
        isDirectToMSSCitoyen: false,
        adresseBoiteMSSCitoyen: null,
      },
      codeTraitement: null,
      libelleTraitement: null,
    },
  ],
}
