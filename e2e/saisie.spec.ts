import type { Page } from '@playwright/test'
import { bytesOf, download, expect, fillDemande, fillEntete, goToStep, guide, sampleBytes, test } from './app'
import { depot, dialogue, json, ligne, ouvrir, titre } from './fichiers'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
async function beginDemande(page: Page) {
  await page.goto('./')
  await page.getByRole('button', { name: 'Nouveau dépôt' }).click()
  await fillEntete(page, '20/03/2023')
  await goToStep(page, 'Demandes')
  await page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).click()
  await titre(page, 'Demande n° 1')
}

interface Clipboard {
  text?: string
  html?: string
  picture?: Buffer
}

/** Puts these on the browser's own clipboard, and pastes by the keyboard into what has the focus. */
async function paste(page: Page, { text, html, picture }: Clipboard) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(
    async ({ text, html, picture }) => {
      const parts: Record<string, Blob> = {}
      if (text !== undefined) parts['text/plain'] = new Blob([text], { type: 'text/plain' })
      if (html !== undefined) parts['text/html'] = new Blob([html], { type: 'text/html' })
      if (picture !== undefined) {
        const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0))
        parts['image/png'] = new Blob([bytes], { type: 'image/png' })
      }
      await navigator.clipboard.write([new ClipboardItem(parts)])
    },
    { text, html, picture: picture?.toString('base64') },
  )
  await page.keyboard.press('ControlOrMeta+V')
}

const listed = (page: Page, label: string) => page.getByRole('list', { name: `${label} : liste` }).getByRole('listitem')

const FINESS = 'FINESS géographiques'

test('a FINESS list takes the sites of any text, once, and names what it leaves out', async ({ page }) => {
  await beginDemande(page)
  const entry = field(page, FINESS)
  const enter = async (text: string) => {
    await entry.focus()
    await paste(page, { text })
    await page.keyboard.press('Enter')
  }
  const numbers = async () =>
    (await listed(page, FINESS).allTextContents()).map((text) => text.replace(/[^0-9AB]/g, ''))
  const clear = async () => {
    while ((await listed(page, FINESS).count()) > 0) await listed(page, FINESS).first().getByRole('button').click()
  }

  await enter('99 000 101 8')
  await expect.poll(numbers).toEqual(['990001018'])
  await expect(entry).toHaveValue('')
  await clear()

  await enter('10003820')
  await expect(entry).toHaveValue('10003820')
  await expect(listed(page, FINESS)).toHaveCount(0)
  await page.getByRole('button', { name: 'Ajouter 010003820' }).click()
  await expect.poll(numbers).toEqual(['010003820'])
  await expect(entry).toHaveValue('')
  await clear()

  await enter('FINESS EJ\tFINESS ET\tSite\r\n990000010\t990001018\tNord\r\n990000010\t990001026\tSud\r\n')
  await expect.poll(numbers).toEqual(['990001018', '990001026'])
  await expect(entry).toHaveAccessibleDescription(/Pas ajouté\s: 990000010 \(entité juridique\)/)
  await page.getByRole('button', { name: 'Ajouter quand même 990000010' }).click()
  await expect.poll(numbers).toEqual(['990001018', '990001026', '990000010'])
  await clear()

  await enter('N° FINESS entité juridique : 990000010 – établissement : 990001018 – SIREN : 999201015')
  await expect.poll(numbers).toEqual(['990001018'])
  await expect(entry).toHaveAccessibleDescription(/990000010 \(entité juridique\), 999201015 \(SIREN\)/)
  await clear()

  await enter('rien à y lire')
  await expect(entry).toHaveValue('rien à y lire')
})

test('a spreadsheet’s clipboard brings its text into every field, never its picture', async ({ page }) => {
  await beginDemande(page)
  const picture = await sampleBytes('scan.png')
  const cells = (text: string): Clipboard => ({ text, html: `<table><tr><td>${text}</td></tr></table>`, picture })
  for (const [label, text] of [
    ['Numéro de dossier ASP', 'FINBIO000006'],
    ['Libellé interne', 'Labo des Lilas'],
    ['Montant Ségur HT', '27 450,00'],
  ] as const) {
    await field(page, label).focus()
    await paste(page, cells(text))
    await expect(field(page, label)).toHaveValue(text)
  }
  await field(page, FINESS).focus()
  await paste(page, cells('990001018'))
  await expect(listed(page, FINESS)).toHaveCount(1)
  await page.getByRole('heading', { level: 1 }).focus()
  await paste(page, cells('990001026'))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(listed(page, FINESS)).toHaveCount(1)
})

test('two cells or lines pasted into one field never become one value', async ({ page }) => {
  await beginDemande(page)
  const montant = field(page, 'Montant Ségur HT')
  for (const [text, left] of [
    ['1\t250,00', '1 ; 250,00'],
    ['1\r\n250,00\r\n', '1 ; 250,00'],
  ] as const) {
    await montant.fill('')
    await montant.focus()
    await paste(page, { text })
    await montant.press('Enter')
    await expect(montant).toHaveValue(left)
    await expect(montant).toHaveAccessibleDescription(/Ce n’est pas un montant/)
  }
  await montant.fill('')
  await paste(page, { text: '27 450,00\t€\r\n' })
  await montant.press('Enter')
  await expect(montant).toHaveValue('27 450,00')
})

test('a picture pasted alone is listed once, wherever the focus is', async ({ page }) => {
  await beginDemande(page)
  const picture = await sampleBytes('scan.png')
  for (const focus of [
    page.getByRole('heading', { level: 1 }),
    field(page, 'Numéro éditeur'),
    field(page, 'Facture'),
  ]) {
    await focus.focus()
    await paste(page, { picture })
    const sheet = page.getByRole('dialog', { name: 'Fichiers déposés' })
    await expect(sheet.getByText('image.png').first()).toBeVisible()
    await expect(sheet.getByRole('listitem')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(sheet).toHaveCount(0)
  }
})

test('dates come in every way that people write them; a serial number is offered', async ({ page }) => {
  await beginDemande(page)
  const date = field(page, 'Date de la facture')
  const enter = async (text: string) => {
    await date.fill('')
    await paste(page, { text })
    await page.keyboard.press('Enter')
  }
  for (const [text, jour] of [
    ['15/03/2023 00:00:00', '15/03/2023'],
    ['15-mars-23', '15/03/2023'],
    ['1er mars 23', '01/03/2023'],
    ['15‑03‑2023', '15/03/2023'],
  ] as const) {
    await enter(text)
    await expect(date).toHaveValue(jour)
  }
  await enter('44999')
  await expect(date).toHaveValue('44999')
  await expect(date).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('button', { name: 'Écrire 14/03/2023' }).click()
  await expect(date).toHaveValue('14/03/2023')
})

test('a field is done with when it is left by the keyboard, though the mouse was pressed and never seen released', async ({
  page,
}) => {
  await beginDemande(page)
  const finess = field(page, FINESS)
  for (const button of ['right', 'middle', 'left'] as const) {
    const number = { right: '990001018', middle: '990001026', left: '990001034' }[button]
    await finess.fill(number)
    await finess.hover()
    // A menu, or the list of a choice, takes the release to itself.
    await page.mouse.down({ button })
    await page.keyboard.press('Tab')
    await expect(finess).toHaveValue('')
    await expect(listed(page, FINESS).filter({ hasText: number })).toHaveCount(1)
    await page.mouse.up({ button })
  }
})

test('in a field Ctrl+Z and Ctrl+Maj+Z come to nothing that never stood there, though the page settled or cleaned it', async ({
  page,
}) => {
  await beginDemande(page)
  const [undo, redo] = ['ControlOrMeta+z', 'ControlOrMeta+Shift+z']
  const montant = field(page, 'Montant Ségur HT')
  await montant.pressSequentially('27450')
  await montant.press('Tab')
  await expect(montant).toHaveValue('27 450,00')
  await montant.focus()
  for (const key of [undo, undo, redo, redo]) {
    await page.keyboard.press(key)
    await expect(montant).toHaveValue('27 450,00')
  }
  const date = field(page, 'Date de la facture')
  await date.pressSequentially('1/2/23')
  await date.press('Tab')
  await date.focus()
  for (const key of [undo, undo, redo]) await page.keyboard.press(key)
  await expect(date).toHaveValue('01/02/2023')
  const dossier = field(page, 'Numéro de dossier ASP')
  await dossier.focus()
  await paste(page, { text: '\u200bFINBIO000038' })
  for (const key of [undo, redo]) await page.keyboard.press(key)
  await expect(dossier).toHaveValue('FINBIO000038')
  // Cells that are parted are one act, taken back and done again as typed ones are.
  const commande = field(page, 'Montant du bon de commande HT')
  await commande.focus()
  await paste(page, { text: '1\n250,00' })
  await expect(commande).toHaveValue('1\t250,00')
  await page.keyboard.press(undo)
  await expect(commande).toHaveValue('')
  await page.keyboard.press(redo)
  await expect(commande).toHaveValue('1\t250,00')
  await commande.fill('')
  await goToStep(page, 'Contrôle')
  await expect(page.getByRole('row').filter({ hasText: 'FINBIO000038' })).toContainText('27 450,00 €')
})

test('what is typed is settled when the browser’s own «Retour» leaves the page', async ({ page }) => {
  await beginDemande(page)
  await field(page, 'Date de la facture').fill('1/2/23')
  await page.goBack()
  await titre(page, 'Demandes')
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('01/02/2023')
})

test('an address is cleaned and said so; signs that no address has are an alerte', async ({ page }) => {
  await beginDemande(page)
  await page
    .getByRole('group', { name: 'Envoi direct par MSS Pro', exact: true })
    .getByRole('radio', { name: 'Oui' })
    .check()
  const box = field(page, 'Adresse de la boîte MSS Pro')
  const enter = async (text: string) => {
    await box.fill('')
    await paste(page, { text })
    await page.keyboard.press('Enter')
  }
  await enter('labo@exem\u200bple.mssante.fr')
  await expect(box).toHaveValue('labo@exemple.mssante.fr')
  await expect(box).toHaveAccessibleDescription(/1 caractère invisible a été retiré\./)
  await enter('Labo Nord <labo@exemple.mssante.fr>;')
  await expect(box).toHaveValue('labo@exemple.mssante.fr')
  await expect(box).toHaveAccessibleDescription(/«\sLabo Nord <…>;\s» a été retiré/)
  for (const text of [
    '"labo@exemple.mssante.fr',
    '=labo@exemple.mssante.fr',
    'la..bo@exemple.mssante.fr',
    'secrétariat@exemple.mssante.fr',
    'l\u0430bo@exemple.mssante.fr',
  ]) {
    await enter(text)
    await expect(box).toHaveValue(text)
    await expect(box).toHaveAccessibleDescription(/inhabituel/)
    await expect(box).toHaveAttribute('aria-invalid', 'false')
  }
})

test('what nobody sees never moves the caret nor reaches the file', async ({ page }) => {
  await beginDemande(page)
  const editeur = field(page, 'Numéro éditeur')
  await editeur.fill('0001')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await paste(page, { text: '\u200b0\u202e' })
  await expect(editeur).toHaveValue('00001')
  expect(await editeur.evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(2)
  await expect(editeur).toHaveAccessibleDescription(/2 caractères invisibles ont été retirés\./)
  await page.keyboard.type('x')
  await expect(editeur).toHaveValue('00x001')
})

test('what an input method composes is left to it until it is done', async ({ page }) => {
  await beginDemande(page)
  const cdp = await page.context().newCDPSession(page)
  const compose = (text: string) => cdp.send('Input.imeSetComposition', { text, selectionStart: 9, selectionEnd: 9 })
  await field(page, 'Libellé interne').focus()
  await compose('é\u200b')
  await compose('éa')
  await cdp.send('Input.insertText', { text: 'é\u200bab' })
  await expect(field(page, 'Libellé interne')).toHaveValue('éab')
  await field(page, 'Montant Ségur HT').focus()
  await compose('２７')
  await cdp.send('Input.insertText', { text: '２７４５０' })
  await field(page, 'Montant Ségur HT').press('Enter')
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('27 450,00')
})

test('a double click acts once: one demande, one download, one FINESS taken off', async ({ page }) => {
  await beginDemande(page)
  await fillDemande(page, guide)
  const rows = page
    .getByRole('navigation', { name: 'Étapes' })
    .getByRole('link', { name: /^1? ?Labo|FINBIO|00001|Demande/ })
  await field(page, FINESS).fill('990001018 990001026')
  await page.keyboard.press('Enter')
  await expect(listed(page, FINESS)).toHaveCount(5)
  await page.getByRole('button', { name: 'Retirer 990001018' }).dblclick()
  await expect(listed(page, FINESS)).toHaveCount(4)
  await page.getByRole('button', { name: 'Retirer 990001026' }).click()
  await goToStep(page, 'Téléchargement')
  const downloads: string[] = []
  page.on('download', (started) => downloads.push(started.suggestedFilename()))
  const button = page.getByRole('button', { name: 'Télécharger le JSON', exact: true })
  const [started] = await Promise.all([page.waitForEvent('download'), button.dblclick()])
  expect(JSON.parse((await bytesOf(started)).toString())).toMatchObject({ numeroAns: '1234567890' })
  await page.getByRole('button', { name: 'Télécharger le ZIP', exact: true }).dblclick()
  await expect.poll(() => downloads.length).toBe(2)
  await goToStep(page, 'Demandes')
  await page.getByRole('main').getByRole('button', { name: 'Ajouter une demande' }).dblclick()
  await titre(page, 'Demande n° 2')
  await goToStep(page, 'Demandes')
  await expect(page.getByRole('main').getByText('2 demandes dans ce dépôt.')).toBeVisible()
  expect(downloads).toHaveLength(2)
  await expect(rows.first()).toBeVisible()
})

test('a key that is held acts once; what may be pressed in succession still does', async ({ page }) => {
  await beginDemande(page)
  await goToStep(page, 'Demandes')
  await page.getByRole('button', { name: 'Dupliquer' }).last().focus()
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await expect(page.getByRole('main').getByText('2 demandes dans ce dépôt.')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Demande 1', exact: true }).first().click()
  await page.getByRole('button', { name: 'Additionner plusieurs factures' }).dblclick()
  const rows = page.getByRole('group', { name: 'Montants à additionner' }).getByRole('textbox')
  await expect(rows).toHaveCount(2)
  const add = page.getByRole('button', { name: 'Ajouter un montant' })
  await add.click()
  await add.click()
  await expect(rows).toHaveCount(4)
  await page.getByRole('button', { name: 'Retirer le montant 1' }).dblclick()
  await expect(rows).toHaveCount(3)
})

test('what is taken out of a list is had back, long after too, and the file has it', async ({ page }) => {
  await beginDemande(page)
  await fillDemande(page, guide)
  await page.getByRole('button', { name: 'Retirer 999999992' }).press('Enter')
  await expect(listed(page, FINESS)).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Retirer 999999993' })).toBeFocused()
  await page.getByRole('button', { name: 'Additionner plusieurs factures' }).click()
  await field(page, 'Montant HT de la facture 2').fill('100')
  await page.getByRole('button', { name: 'Retirer le montant 1' }).click()
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('100,00')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(field(page, 'Montant Ségur HT')).toHaveValue('27 550,00')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('Control+z')
  await expect(listed(page, FINESS)).toHaveCount(3)
  await goToStep(page, 'Téléchargement')
  const { bytes } = await download(page, 'Télécharger le JSON')
  expect(JSON.parse(bytes.toString())).toMatchObject({
    lignesImport: [
      { beneficiaires: ['999999991', '999999992', '999999993'], facture: { montantSegurHTFacture: 27550 } },
    ],
  })
})

test('the day is asked again at each step and at the download', async ({ page }) => {
  await page.clock.install({ time: new Date('2023-03-20T10:00:00+01:00') })
  await beginDemande(page)
  await fillDemande(page, guide)
  await goToStep(page, 'Téléchargement')
  await expect(page.getByRole('button', { name: 'Télécharger le JSON', exact: true })).toBeEnabled()
  await page.clock.setSystemTime(new Date('2023-03-21T00:10:00+01:00'))
  await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Télécharger le JSON', exact: true }).click(),
  ])
  await expect(page.getByText('Nous sommes maintenant le 21/03/2023')).toBeVisible()
  await goToStep(page, 'En-tête')
  await expect(field(page, 'Date de dépôt')).toHaveAccessibleDescription(/21\/03\/2023/)
})

test('a return with broken accents rejects nothing; what it does not say for certain is asked', async ({ page }) => {
  const labels = [
    'Demande acceptÃ©e',
    'Demande accept?e',
    'Demande accept\ufffde',
    'Demande accept&eacute;e',
    'Demande accept‚e',
  ]
  await page.goto('./')
  await ouvrir(
    page,
    json('retour.json', depot(labels.map((libelleTraitement, index) => ligne(index + 1, { libelleTraitement })))),
  )
  await expect(dialogue(page).getByText('5 acceptées, 0 rejetée')).toBeVisible()
  await expect(dialogue(page).getByRole('button', { name: 'Corriger les demandes rejetées' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialogue(page)).toHaveCount(0)

  const reponses = ['Demande acceptÃ©e', 'Demande acceptée sous réserve', 'Montant incorrect', 'Demande validée']
  await ouvrir(
    page,
    json('retour 2.json', depot(reponses.map((libelleTraitement, index) => ligne(index + 1, { libelleTraitement })))),
  )
  await expect(dialogue(page).getByText('1 acceptée, 1 rejetée, 2 à vérifier par vous')).toBeVisible()
  await dialogue(page).getByRole('listitem').filter({ hasText: 'validée' }).getByRole('checkbox').check()
  await dialogue(page).getByRole('button', { name: 'Corriger les demandes rejetées' }).click()
  await titre(page, 'Contrôle')
  await page.keyboard.press('Escape')
  await goToStep(page, 'Demandes')
  await expect(page.getByRole('main').getByText('2 demandes dans ce dépôt.')).toBeVisible()
  await expect(page.getByRole('main').getByText('FINBIO000003').first()).toBeVisible()
  await expect(page.getByRole('main').getByText('FINBIO000004').first()).toBeVisible()
})

test('a label pasted with a DMP identifier is told, and taken off at a press that can be taken back', async ({
  page,
}) => {
  await beginDemande(page)
  const label = 'Identifiants de connexion DMP'
  await page.getByRole('group', { name: 'Envoi direct au DMP' }).getByLabel('Oui').check()
  await field(page, label).focus()
  await paste(page, { text: 'Struct_IdNat\u00a0: 1699999999\n1699999998' })
  await expect(listed(page, label)).toHaveCount(2)
  await expect(field(page, label)).toHaveAccessibleDescription(/Pas un identifiant seul/)
  const alone = page.getByRole('button', { name: 'Garder 1699999999 seul' })
  await alone.click()
  await expect(listed(page, label)).toHaveText([/^1699999999/, /^1699999998/])
  await expect(field(page, label)).toBeFocused()
  await expect(field(page, label)).not.toHaveAccessibleDescription(/Pas un identifiant seul/)
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Annuler/ })
    .click()
  await expect(listed(page, label).first()).toContainText('Struct_IdNat : 1699999999')
  await expect(alone).toBeVisible()
})
