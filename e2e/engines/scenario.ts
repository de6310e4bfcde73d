import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { guide, sample, sampleBytes } from '../app'
import { fichierUrl } from '../fichier'
import { expect, test } from './engine'
import type { Clerk } from './clerk'

const attendu = () => readFile(new URL('../../src/format/exemple-guide.json', import.meta.url))

/** What another reader than the app's finds in a zip. */
const entriesOf = (zip: Buffer) =>
  Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes)] as const)

async function fillEntete(clerk: Clerk) {
  await clerk.type('Numéro de référencement ANS', '1234567890')
  await clerk.type('SIRET', '732 829 320 00074')
  await clerk.type('Date de dépôt', '20/03/2023')
  await clerk.type('Numéro de fichier', '1')
}

async function fillDemande(clerk: Clerk) {
  await clerk.type('Numéro de dossier ASP', guide.numeroASP)
  await clerk.type('Numéro éditeur', guide.numeroEditeur)
  await clerk.type('Date de la facture', guide.date)
  await clerk.type('Montant Ségur HT', guide.montant)
  await clerk.type('FINESS géographiques', guide.finess, '\uE007')
  await clerk.answer('Envoi direct au DMP', 'Identifiants de connexion DMP', guide.dmp)
  await clerk.answer('Envoi direct par MSS Pro', 'Adresse de la boîte MSS Pro', guide.pro)
  await clerk.answer('Envoi direct par MSS Citoyen', 'Adresse de la boîte MSS Citoyen', guide.citoyen)
}

/** The guide's example, typed: read from the invoice, checked, and both files to the byte. */
async function deposeExemple(clerk: Clerk) {
  await clerk.press('Nouveau dépôt')
  await clerk.heading('En-tête du fichier')
  await fillEntete(clerk)
  await clerk.step('Demandes')
  await clerk.press('Ajouter une demande')
  await clerk.heading('Demande n° 1')
  await clerk.attach('Facture', sample(guide.facture))
  await clerk.sees('27 450,00 € lu dans la facture')
  await clerk.attach("Attestation de vérification d'aptitude", sample(guide.va))
  await clerk.sees(`← ${guide.va}`)
  await fillDemande(clerk)
  expect(await clerk.value('Montant Ségur HT')).toMatch(/^27\s450,00$/)
  await clerk.step('Contrôle')
  await clerk.sees('Aucune erreur')
  await clerk.step('Téléchargement')
  await clerk.sees('Fichiers écrits puis relus')
  const json = await clerk.download('Télécharger le JSON')
  expect(json.name).toBe('JSON-1234567890-20230320-001.json')
  expect(json.bytes.equals(await attendu())).toBe(true)
  const zip = await clerk.download('Télécharger le ZIP')
  expect(zip.name).toBe('PJ-1234567890-20230320-001.zip')
  expect(entriesOf(zip.bytes)).toEqual([
    ['BIO-SGL-Val-FACTURE-00001.pdf', await sampleBytes(guide.facture)],
    ['BIO-SGL-Val-VA-00001.pdf', await sampleBytes(guide.va)],
  ])
}

test("the guide's example, typed: read from the invoice, checked, and both files to the byte", async ({ clerk }) => {
  await clerk.open()
  await deposeExemple(clerk)
})

test.describe('one file', () => {
  test.skip(({ engine }) => engine !== 'Firefox', 'this driver opens no file from a disk')

  test('the same from the app as one file, opened from the disk; documents are joined there', async ({ clerk }) => {
    await clerk.open(fichierUrl())
    await clerk.sees('Exportez le brouillon avant de fermer la page')
    await deposeExemple(clerk)
    await clerk.step('Demandes')
    await clerk.press(guide.numeroEditeur)
    await clerk.attach('Document à ajouter', sample('lecture/photo-couchee.jpg'))
    await clerk.press('Joindre 2 fichiers')
    await clerk.sees('2 documents réunis')
  })
})

const heap = [
  'lecture/facture-1-sur-2.pdf',
  'lecture/va-trois-sites.pdf',
  'lecture/facture-trois-sites.pdf',
  'lecture/va-par-site.pdf',
  'vide.pdf',
]

test('a heap of files becomes demandes; a reload loses nothing, and documents are joined and downloaded', async ({
  clerk,
}) => {
  await clerk.open()
  await clerk.press('Nouveau dépôt')
  await clerk.step('Demandes')
  await clerk.attach('Pièces à répartir', ...heap.map(sample))
  await clerk.sees('Ce fichier est vide')
  await clerk.press('Créer 2 demandes et joindre 4 fichiers')
  await clerk.sees('4 pièces jointes, 2 demandes créées.')
  await clerk.give('drop', 'déposée.jpg', await sampleBytes('lecture/photo-couchee.jpg'))
  await clerk.sees('déposée.jpg')
  await clerk.press('Ne rien joindre')
  await clerk.sees('Enregistré à')

  await clerk.reload()
  await clerk.sees('2 demandes dans ce dépôt.')
  await clerk.press('Demande 1')
  await clerk.sees('← facture-1-sur-2.pdf')
  await clerk.attach('Document à ajouter', sample('lecture/photo-couchee.jpg'), sample('lecture/transparent.png'))
  await clerk.press('Joindre 3 fichiers')
  await clerk.sees('3 documents réunis')
  await fillDemande(clerk)
  await clerk.step('En-tête du fichier')
  await fillEntete(clerk)
  await clerk.step('Demandes')
  await clerk.press('Supprimer', 1)
  await clerk.step('Téléchargement')
  await clerk.sees('Fichiers écrits puis relus')
  const [facture, va, ...others] = entriesOf((await clerk.download('Télécharger le ZIP')).bytes)
  expect([facture?.[0], va?.[0], others]).toEqual(['BIO-SGL-Val-FACTURE-00001.pdf', 'BIO-SGL-Val-VA-00001.pdf', []])
  expect(va?.[1]).toEqual(await sampleBytes('lecture/va-par-site.pdf'))
  const { numPages } = await getDocument({ data: new Uint8Array(facture?.[1] ?? []), verbosity: 0 }).promise
  expect(numPages).toBe(3)
})
