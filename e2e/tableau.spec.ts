import type { Page } from '@playwright/test'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { download, expect, fillEntete, goToStep, test } from './app'
import { dialogue, fichier } from './fichiers'
import { field } from './pieces'

/** A small PDF of one empty page; `mark` makes its bytes its own. */
function pdf(mark: string): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let text = `%PDF-1.4\n% ${mark}\n`
  const offsets = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = text.length
  const entries = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 4\n0000000000 65535 f \n${entries}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`,
  )
}

interface Rangee {
  numeroEditeur: string
  numeroASP: string
  date: string
  centimes: number
  finess: string[]
  mauvaise: boolean
}

/** The FINESS with a right key that begins with these eight digits. */
function finessOf(eight: string): string {
  const sum = Array.from(eight).reduceRight((total, digit, index) => {
    const value = Number(digit) * ((eight.length - index) % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return eight + String((10 - (sum % 10)) % 10)
}

const rangees = (count: number): Rangee[] =>
  Array.from({ length: count }, (_, index) => ({
    numeroEditeur: String(index + 1).padStart(5, '0'),
    numeroASP: `FINBIO${String(index + 1).padStart(6, '0')}`,
    date: `${String((index % 28) + 1).padStart(2, '0')}/03/2023`,
    centimes: 800_000 + index * 137,
    finess: [
      finessOf(`99${String(index * 2).padStart(6, '0')}`),
      finessOf(`99${String(index * 2 + 1).padStart(6, '0')}`),
    ],
    mauvaise: index % 15 === 7,
  }))

const euros = (centimes: number) => `${Math.trunc(centimes / 100)},${String(centimes % 100).padStart(2, '0')}`

/** As Excel saves it in France: semicolons, decimal commas, windows-1252. Bad rows lack a number, a date or a FINESS. */
function csv(rows: readonly Rangee[]): Buffer {
  const lines = rows.map(({ numeroEditeur, numeroASP, date, centimes, finess, mauvaise }, index) => {
    const wrong = mauvaise ? Math.floor(index / 15) % 3 : -1
    return [
      numeroEditeur,
      wrong === 0 ? '' : numeroASP,
      wrong === 1 ? '31/02/2023' : date,
      euros(centimes),
      wrong === 2 ? 'à compléter' : finess.join(' '),
    ].join(';')
  })
  const text = ['N° éditeur;N° dossier ASP;Date facture;Montant HT;FINESS', ...lines, 'TOTAL;;;0;'].join('\r\n')
  return Buffer.from(text, 'latin1')
}

const answerAll = async (page: Page) => {
  await dialogue(page).getByText('Valeurs communes aux lignes qui n’en ont pas').click()
  for (const question of ['Envoi direct au DMP', 'Envoi direct par MSS Citoyen'])
    await dialogue(page).getByRole('group', { name: question, exact: true }).getByRole('radio', { name: 'Non' }).check()
  await dialogue(page)
    .getByRole('group', { name: 'Envoi direct par MSS Pro', exact: true })
    .getByRole('radio', { name: 'Oui' })
    .check()
  const adresse = dialogue(page).getByLabel('Adresse de la boîte MSS Pro', { exact: true })
  await adresse.fill('labo@exemple.mssante.fr')
  await adresse.blur()
}

async function startList(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
}

interface Ligne {
  numLigne: number
  numeroASP: string
  numeroEditeur: string
  facture: { dateFacture: string; montantSegurHTFacture: number }
  beneficiaires: string[]
  piecesJustificatives: { nomFichier: string }[]
}

test('[format §6] a spreadsheet is settled, updates what is there, and is taken back as one act', async ({ page }) => {
  await startList(page)
  const table = [
    'N° éditeur;Dossier ASP;Date facture;Montant HT;FINESS',
    '1;FINBIO000101;44999;27 450,00;10786259',
    '2;;16/03/2023;8000;990001059',
  ]
  await field(page, 'Importer un tableau').setInputFiles({
    name: 'suivi.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(table.join('\n')),
  })
  const box = dialogue(page)
  await expect(box.getByText('2 demandes du tableau sont fautives')).toBeVisible()
  await expect(box.getByRole('button', { name: 'Importer 0 demande' })).toBeDisabled()
  for (const offer of [/1 → 00001/, /10786259 → 010786259/, /44999 → 14\/03\/2023/])
    await box.getByRole('checkbox', { name: offer }).check()
  await expect(box.getByText('1 demande du tableau est fautive')).toBeVisible()
  await box.getByRole('radio', { name: 'Les prendre avec leurs erreurs' }).check()
  await box.getByRole('button', { name: 'Importer 2 demandes' }).click()
  await expect(page.getByText('2 demandes dans ce dépôt.')).toBeVisible()
  await expect(page.getByText('Tableau importé : 2 demandes ajoutées.')).toBeVisible()

  // Cells pasted on the list, as a spreadsheet puts them on the clipboard.
  await page.getByRole('heading', { level: 1 }).click()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'Numéro éditeur\tMontant Ségur HT\tClient\n00001\t27000\tLes Pins\n')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await expect(box.getByRole('region', { name: 'Demandes modifiées' })).toContainText('27 450,00 → 27 000,00')
  await box.getByRole('button', { name: 'Modifier 1 demande' }).click()
  await expect(page.getByText('27 000,00 €')).toBeVisible()
  await page.getByRole('button', { name: 'Annuler', exact: true }).last().click()
  await expect(page.getByText('27 450,00 €')).toBeVisible()
})

/** A LibreOffice workbook of sheets of texts, one of which may be hidden. */
function ods(feuilles: Readonly<Record<string, readonly (readonly string[])[]>>, masquee = ''): Buffer {
  const cell = (text: string) => `<t:table-cell o:value-type="string"><x:p>${text}</x:p></t:table-cell>`
  const row = (cells: readonly string[]) => `<t:table-row>${cells.map(cell).join('')}</t:table-row>`
  const tables = Object.entries(feuilles).map(
    ([nom, rows]) =>
      `<t:table t:name="${nom}"${nom === masquee ? ' t:style-name="ta1"' : ''}>${rows.map(row).join('')}</t:table>`,
  )
  const [o, t, x, s] = ['office', 'table', 'text', 'style'].map(
    (name) => `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`,
  )
  const content = `<o:document-content xmlns:o="${o ?? ''}" xmlns:t="${t ?? ''}" xmlns:x="${x ?? ''}" xmlns:s="${s ?? ''}"><s:style s:name="ta1"><s:table-properties t:display="false"/></s:style><o:body><o:spreadsheet>${tables.join('')}</o:spreadsheet></o:body></o:document-content>`
  return Buffer.from(zipSync({ 'content.xml': strToU8(content) }))
}

test('[format §6] a text of cells is a table too; the other lists of a workbook, and columns that look alike, are named', async ({
  page,
}) => {
  await startList(page)
  const table = field(page, 'Importer un tableau')
  const box = dialogue(page)
  await table.setInputFiles({
    name: 'suivi.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      'N° éditeur\tDossier ASP\tDate facture\tMontant HT\tTotal HT\n00001\tFINBIO000101\t03/04/2023\t8000\t9000\n00002\tFINBIO000102\t12/31/2023\t8000\t8000',
    ),
  })
  await expect(box).toContainText(/la colonne «\sMontant HT\s» est prise, «\sTotal HT\s» ne l’est pas/)
  await expect(box.getByText('2 demandes du tableau sont fautives')).toBeVisible()
  await box.getByRole('checkbox', { name: /03\/04\/2023 → 04\/03\/2023, 12\/31\/2023 → 31\/12\/2023/ }).check()
  await expect(box.getByRole('button', { name: 'Importer 2 demandes' })).toBeEnabled()
  await box.getByRole('button', { name: 'Ne rien changer' }).click()
  const titres = ['N° éditeur', 'Dossier ASP']
  await table.setInputFiles({
    name: 'suivi.ods',
    mimeType: '',
    buffer: ods({
      Nord: [titres, ['00001', 'FINBIO000101']],
      Notes: [['rien']],
      Sud: [titres, ['00002', 'FINBIO000102']],
    }),
  })
  await expect(box).toContainText(/d’autres feuilles de demandes\s: «\sSud\s»/)
  await box.getByRole('combobox', { name: 'Feuille', exact: true }).selectOption('Sud')
  await expect(box).toContainText(/d’autres feuilles de demandes\s: «\sNord\s»/)
  await box.getByRole('button', { name: 'Ne rien changer' }).click()
  await table.setInputFiles({
    name: 'suivi.ods',
    mimeType: '',
    buffer: ods({ Notes: [['rien']], Liste: [titres, ['00001', 'FINBIO000101']] }, 'Liste'),
  })
  await expect(box).toContainText(/Masquées dans le tableur, et pas lues\s: «\sListe\s»/)
  await expect(box).toContainText('Aucune demande n’est lue dans cette feuille')
  await expect(box.getByRole('button', { name: 'Importer 0 demande' })).toBeDisabled()
})

test('[format §6] the table to download is one that the app reads back', async ({ page }) => {
  await startList(page)
  const modele = await download(page, 'Télécharger un modèle de tableau')
  expect(modele.name).toBe('demandes-de-solde.xlsx')
  expect(Object.keys(unzipSync(modele.bytes))).toContain('xl/worksheets/sheet1.xml')
  await field(page, 'Importer un tableau').setInputFiles({
    name: modele.name,
    mimeType: 'application/octet-stream',
    buffer: modele.bytes,
  })
  await expect(dialogue(page).getByRole('combobox', { name: 'Colonne A (Numéro de dossier ASP)' })).toHaveValue(
    'numeroASP',
  )
  await dialogue(page).getByRole('button', { name: 'Ne rien changer' }).click()
  await field(page, 'Importer un tableau').setInputFiles({
    name: 'ancien.xls',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  })
  await expect(dialogue(page)).toContainText('« ancien.xls » n’a pas été lu. C’est un classeur d’un ancien format')
})

test('[format §6] 450 demandes of a spreadsheet, 30 of them bad, and a folder of PDFs become three deposits of 200, 200 and 20', async ({
  page,
}) => {
  test.setTimeout(1_500_000)
  const rows = rangees(450)
  const good = rows.filter(({ mauvaise }) => !mauvaise)
  expect(good).toHaveLength(420)
  await startList(page)
  await field(page, 'Importer un tableau').setInputFiles({ name: 'suivi.csv', mimeType: 'text/csv', buffer: csv(rows) })
  await answerAll(page)
  await expect(dialogue(page).getByText('30 demandes du tableau sont fautives')).toBeVisible()
  await expect(dialogue(page).getByRole('listitem').filter({ hasText: 'Ligne 24 ·' })).toContainText(
    'Date de la facture',
  )
  await dialogue(page).getByRole('button', { name: 'Importer 420 demandes' }).click()
  await expect(page.getByText('420 demandes dans ce dépôt.')).toBeVisible()

  const files = good.flatMap(({ numeroEditeur }) =>
    ['FACTURE', 'VA'].map((type) =>
      fichier(`BIO-SGL-Val-${type}-${numeroEditeur}.pdf`, pdf(`${type} ${numeroEditeur}`)),
    ),
  )
  await field(page, 'Pièces à répartir').setInputFiles(files.map((file) => ({ mimeType: 'application/pdf', ...file })))
  await dialogue(page).getByRole('button', { name: 'Joindre 840 fichiers' }).click({ timeout: 600_000 })
  await expect(dialogue(page)).toHaveCount(0, { timeout: 100_000 })
  await goToStep(page, 'Téléchargement')
  await expect(page.getByRole('heading', { name: 'Répartition en 3 dépôts' })).toBeVisible()
  await expect(page.getByText('Fichiers écrits puis relus')).toHaveCount(3, { timeout: 100_000 })

  const lignes: Ligne[][] = []
  for (const rang of [1, 2, 3]) {
    const json = await download(page, `Télécharger le JSON du dépôt ${rang}`)
    const zip = await download(page, `Télécharger le ZIP du dépôt ${rang}`)
    expect([json.name, zip.name]).toEqual([
      `JSON-1234567890-20230320-00${rang}.json`,
      `PJ-1234567890-20230320-00${rang}.zip`,
    ])
    const { lignesImport } = JSON.parse(json.bytes.toString('utf8')) as { lignesImport: Ligne[] }
    lignes.push(lignesImport)
    const entries = Object.entries(unzipSync(zip.bytes)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])
    const expected = lignesImport.flatMap(({ numeroEditeur }) =>
      ['FACTURE', 'VA'].map((type) => [
        `BIO-SGL-Val-${type}-${numeroEditeur}.pdf`,
        pdf(`${type} ${numeroEditeur}`).toString(),
      ]),
    )
    expect(entries).toEqual(expected)
    expect(lignesImport.flatMap((ligne) => ligne.piecesJustificatives.map(({ nomFichier }) => nomFichier))).toEqual(
      expected.map(([name]) => name),
    )
  }
  expect(lignes.map(({ length }) => length)).toEqual([200, 200, 20])
  for (const part of lignes) expect(part.map(({ numLigne }) => numLigne)).toEqual(part.map((_, index) => index + 1))
  expect(
    lignes.flat().map(({ numeroASP, numeroEditeur, facture, beneficiaires }) => ({
      numeroEditeur,
      numeroASP,
      date: facture.dateFacture,
      centimes: Math.round(facture.montantSegurHTFacture * 100),
      finess: beneficiaires,
      mauvaise: false,
    })),
  ).toEqual(good)
})
