import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Piece } from '../dossier/dossier'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { readFichierModele } from '../format/readFichier'
import { writeFichier } from '../format/write'
import { depotAbilities } from './abilities'
import { toCommande } from './prepare'

const contentOf = (id: string) => `contenu de ${id}`
const octetsOf = (id: string) => new Blob([contentOf(id)])

/** A pièce of the example whose print and size are those of the bytes that `octetsOf` gives. */
function pieceOf(piece: Piece | null, id: string, formatFichier: Piece['formatFichier']): Piece | null {
  const content = contentOf(id)
  const empreinte = createHash('sha256').update(content).digest('hex')
  return piece && { ...piece, id, formatFichier, empreinte, taille: octetsOf(id).size }
}

const demande = (numeroEditeur: string, formatFacture: Piece['formatFichier'] = 'PDF') =>
  exampleDemande({
    id: numeroEditeur,
    numeroEditeur,
    pieces: {
      VA: pieceOf(exemplePieces.VA, `${numeroEditeur}-va`, 'PDF'),
      FACTURE: pieceOf(exemplePieces.FACTURE, `${numeroEditeur}-facture`, formatFacture),
    },
  })
const dossier = exampleDossier({ demandes: [demande('00002', 'JPG'), demande('00001')] })

function commandeOf(...[of = octetsOf, forme]: [typeof octetsOf?, Parameters<typeof toCommande>[2]?]) {
  const commande = toCommande(dossier, of, forme)
  if ('absente' in commande) throw new Error(`${commande.absente} is missing`)
  return commande
}

test('[format §5] pièces go into the zip under the names and in the order of the JSON', async () => {
  const { fichier, pieces, depot, modele, valeursFixes } = commandeOf()
  const noms = fichier.lignesImport.flatMap((ligne) => ligne.piecesJustificatives.map(({ nomFichier }) => nomFichier))
  expect(pieces.map(({ nomFichier }) => nomFichier)).toEqual(noms)
  expect(noms).toEqual([
    'BIO-SGL-Val-FACTURE-00002.jpg',
    'BIO-SGL-Val-VA-00002.pdf',
    'BIO-SGL-Val-FACTURE-00001.pdf',
    'BIO-SGL-Val-VA-00001.pdf',
  ])
  expect(await Promise.all(pieces.map(({ octets }) => octets.text()))).toEqual(
    ['00002-facture', '00002-va', '00001-facture', '00001-va'].map(contentOf),
  )
  expect([depot.numeroFichier, modele, valeursFixes]).toEqual(['001', null, {}])
})

test.each([
  ['00002-facture', 'BIO-SGL-Val-FACTURE-00002.jpg'],
  ['00001-va', 'BIO-SGL-Val-VA-00001.pdf'],
])('[format §5] without the bytes of %s, it is %s that is missing', (missing, absente) => {
  expect(toCommande(dossier, (id) => (id === missing ? undefined : octetsOf(id)))).toEqual({ absente })
})

test('[guide §3.3] a dossier whose header is wrong makes no deposit', () => {
  expect(() => toCommande(exampleDossier({ dateDepot: '' }), octetsOf)).toThrow(/header/)
})

test('[format §2, format §5] both files are written under their names, and progress grows up to 1', async () => {
  const shares: number[] = []
  const commande = commandeOf()
  const { depot, ecarts } = await depotAbilities.preparer(structuredClone(commande), (share) => shares.push(share))
  expect(ecarts).toEqual([])
  expect([depot?.nomJson, depot?.nomZip]).toEqual([
    'JSON-1234567890-20230320-001.json',
    'PJ-1234567890-20230320-001.zip',
  ])
  expect([depot?.json.type, depot?.zip.type]).toEqual(['application/json', 'application/zip'])
  expect(await depot?.json.text()).toBe(writeFichier(commande.fichier))
  const read = unzipSync(new Uint8Array((await depot?.zip.arrayBuffer()) ?? new ArrayBuffer()))
  expect(Object.keys(read)).toEqual(commande.pieces.map(({ nomFichier }) => nomFichier))
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('[format §5] a zip made before of the same pièces is given again, and none of them is read', async () => {
  const first = await depotAbilities.preparer(commandeOf(), () => {})
  if (!first.depot) throw new Error(first.ecarts.join())
  const { zip, empreintes } = first.depot
  const unread = (id: string) =>
    Object.assign(octetsOf(id), { arrayBuffer: () => Promise.reject(new Error(`${id} was read`)) })
  const again = await depotAbilities.preparer(
    { ...commandeOf(unread), zipFait: { zip, empreinte: empreintes.zip } },
    () => {},
  )
  expect(again.depot?.zip).toBe(zip)
  expect(again.depot?.empreintes).toEqual(empreintes)
  await expect(depotAbilities.preparer(commandeOf(unread), () => {})).rejects.toThrow('was read')
})

test('[format §7] with a modèle, the JSON has its shape and the values typed for the tags that it adds', async () => {
  const shape = { version: '', SIRET: '', numeroAns: '', lignesImport: [{ numeroASP: '', numeroEditeur: '' }] }
  const lu = readFichierModele(JSON.stringify(shape))
  const commande = commandeOf(octetsOf, { modele: lu.ok ? lu.modele : null, valeursFixes: { version: '2' } })
  const { depot, ecarts } = await depotAbilities.preparer(structuredClone(commande), () => undefined)
  expect(ecarts).toEqual([])
  expect(JSON.parse((await depot?.json.text()) ?? '')).toEqual({
    version: '2',
    SIRET: '73282932000074',
    numeroAns: '1234567890',
    lignesImport: [
      { numeroASP: 'FINBIO000006', numeroEditeur: '00002' },
      { numeroASP: 'FINBIO000006', numeroEditeur: '00001' },
    ],
  })
})

test('[format §5] files that differ from what was to be written are withheld, and the difference named', async () => {
  const commande = commandeOf((id) => new Blob([id === '00001-va' ? 'changed since' : contentOf(id)]))
  expect(await depotAbilities.preparer(commande, () => undefined)).toEqual({
    depot: null,
    ecarts: ['BIO-SGL-Val-VA-00001.pdf'],
  })
})
