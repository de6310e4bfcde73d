import { zipSync } from 'fflate'
import { expect, goToStep, test } from './app'
import {
  accueil,
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
  type Fichier,
} from './fichiers'

const texte = JSON.stringify(depot([ligne(1)]), null, 2)
const utf16 = Buffer.from(
  new Uint8Array(new Uint16Array([0xfeff, ...Array.from(texte, (c) => c.charCodeAt(0))]).buffer),
)
const octets = (text: string) => new TextEncoder().encode(text)

/** A stored zip whose one entry is said to be encrypted. */
function chiffre() {
  const bytes = Buffer.from(zipSync({ 'a.pdf': octets('%PDF-') }, { level: 0 }))
  bytes.writeUInt16LE(bytes.readUInt16LE(6) | 1, 6)
  const central = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8)
  return bytes
}

/** A zip of 450 Mo once unpacked, of half a Mo as it is. */
const bombe = () =>
  zipSync(Object.fromEntries(Array.from({ length: 18 }, (_, index) => [`${index}.pdf`, new Uint8Array(25_000_000)])))

const refus: [title: string, file: () => Fichier, says: RegExp][] = [
  [
    'no JSON, with line and column',
    () => fichier('a.json', '{\n  "numeroAns": 1,\n  oups\n}'),
    /pas du JSON\s: ligne 3, colonne 3/,
  ],
  ['another JSON', () => fichier('a.json', '{"nom":"x"}'), /pas de balise lignesImport/],
  ['another couloir', () => json('a.json', depot([ligne(1, { numeroASP: 'FINRIS000006' })])), /commencent par FINRIS/],
  ['a file cut short', () => fichier('a.json', texte.slice(0, 300)), /s’arrête avant sa fin/],
  ['an empty file', () => fichier('a.json', ''), /Ce fichier est vide/],
  [
    'a damaged zip',
    () => fichier('a.zip', zipSync({ 'a.pdf': octets('x'.repeat(900)) }, { level: 0 }).slice(0, 500)),
    /abîmé ou incomplet/,
  ],
  ['an encrypted zip', () => fichier('a.zip', chiffre()), /mot de passe/],
  ['a bomb', () => fichier('a.zip', bombe()), /dépasse 400 Mo/],
  [
    'a draft of a later version',
    () =>
      zip('Brouillon-x.zip', {
        'brouillon.json': octets(JSON.stringify({ draft: { version: 99, dossier: {} }, entrees: [] })),
      }),
    /version plus récente/,
  ],
  [
    'a damaged draft',
    () => zip('Brouillon-x.zip', { 'brouillon.json': octets('{"draft": 1}') }),
    /abîmé et ne peut pas être ouvert/,
  ],
]

test('each bad file gets its own words, and changes nothing', async ({ page }) => {
  await page.goto('./')
  await ouvrir(page, json('a.json', depot([ligne(1)])))
  await confirmer(page, 'Ouvrir comme nouveau dépôt')
  await titre(page, 'Contrôle')
  for (const [title, file, says] of refus)
    await test.step(title, async () => {
      await accueil(page)
      await ouvrir(page, file())
      await expect(dialogue(page).getByRole('alert')).toContainText(says)
      await expect(dialogue(page)).toContainText('Rien n’a été changé')
      await confirmer(page, 'Compris')
      await expect(page.getByRole('button', { name: /^(Ouvrir|Reprendre le brouillon)$/ })).toHaveCount(1)
      await goToListe(page)
      await expect(page.getByRole('main').getByText('Éditeur 00001')).toHaveCount(1)
    })
})

async function goToListe(page: Parameters<typeof accueil>[0]) {
  await page.getByRole('button', { name: /^Reprendre le brouillon/ }).click()
  await titre(page, 'Demandes')
}

const mended: [title: string, files: () => Promise<Fichier[]>, says: (string | RegExp)[], demandes: number][] = [
  ['UTF-16', () => Promise.resolve([fichier('a.json', utf16)]), ['Le fichier était en UTF-16'], 1],
  ['a byte order mark', () => Promise.resolve([fichier('a.json', `\ufeff${texte}`)]), ['marque d’ordre des octets'], 1],
  [
    'a tag twice',
    () =>
      Promise.resolve([fichier('a.json', texte.replace('"numeroASP"', '"numeroASP": "FINBIO999999", "numeroASP"'))]),
    [/numeroASP s’y trouve deux fois/],
    1,
  ],
  [
    '__proto__',
    () => Promise.resolve([fichier('a.json', texte.replace('"impId"', '"__proto__": {"pollué": true}, "impId"'))]),
    [/Balises inconnues.*__proto__/],
    1,
  ],
  [
    'missing and unlisted pièces',
    async () => [json('a.json', depot([ligne(1), ligne(2)])), zip('b.zip', await pieces([1, 3]))],
    [
      '2 pièces trouvées',
      'BIO-SGL-Val-FACTURE-00002.pdf : à joindre',
      '« BIO-SGL-Val-VA-00003.pdf » n’est annoncé par aucune demande',
    ],
    2,
  ],
  [
    'folders and `../` in names, two equal names',
    async () => {
      const [facture, va] = Object.values(await pieces([1]))
      const none = new Uint8Array()
      return [
        json('a.json', depot([ligne(1)])),
        zip('b.zip', {
          '../../BIO-SGL-Val-FACTURE-00001.pdf': facture ?? none,
          'x/bio-sgl-va1-va-00001.PDF': va ?? none,
          'y/bio-sgl-va1-va-00001.PDF': va ?? none,
        }),
      ]
    },
    ['2 pièces trouvées', 'était rangé dans un dossier du zip', 'est plusieurs fois dans le zip'],
    1,
  ],
  [
    'one bad file among good ones',
    () => Promise.resolve([json('a.json', depot([ligne(1)])), fichier('b.json', '{')]),
    ['« b.json » n’a pas été ouvert. Ce fichier n’est pas du JSON'],
    1,
  ],
]

for (const [title, files, says, demandes] of mended)
  test(`what was mended is told before anything changes: ${title}`, async ({ page }) => {
    await page.goto('./')
    await ouvrir(page, ...(await files()))
    const folded = dialogue(page).locator('details:not([open]) > summary')
    for (const one of await folded.all()) await one.click()
    for (const text of says) await expect(dialogue(page)).toContainText(text)
    await dialogue(page).getByRole('button', { name: 'Ne rien changer' }).click()
    await expect(page.getByText('Brouillons')).toHaveCount(0)
    await ouvrir(page, ...(await files()))
    await confirmer(page, 'Ouvrir comme nouveau dépôt')
    await titre(page, 'Contrôle')
    await goToStep(page, 'Demandes')
    await expect(page.getByRole('main').getByText(/^Éditeur 0000/)).toHaveCount(demandes)
  })
