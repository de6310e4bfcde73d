import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Jour } from './jour'
import {
  fitsFileName,
  lengthOf,
  readNomDepot,
  readNomPiece,
  writeNomJson,
  writeNomPiece,
  writeNomZip,
  type Depot,
  type NomPiece,
} from './names'
import { profil, type FormatFichier, type TypeFichier } from './profil'

const depot: Depot = { numeroAns: '1234567890', dateDepot: '20/03/2023' as Jour, numeroFichier: '001' }
const fileNameText = (length: number) =>
  fc.string({ unit: 'grapheme-ascii', minLength: length, maxLength: length }).filter(fitsFileName)

test('[format §4 nom du JSON] and of the zip hold the ANS number, the day of deposit and the number of the file', () => {
  expect(writeNomJson(depot)).toBe('JSON-1234567890-20230320-001.json')
  expect(writeNomZip(depot)).toBe('PJ-1234567890-20230320-001.zip')
})

test('[format §4 nom du JSON] reads back whatever the ANS number holds', () => {
  const depots = fc.record({
    numeroAns: fc.oneof(fileNameText(profil.longueurs.numeroAns), fc.constantFrom('-20230320-', '1-20240229')),
    dateDepot: fc.constantFrom('20/03/2023' as Jour, '29/02/2024' as Jour, '01/01/2021' as Jour),
    numeroFichier: fc.integer({ min: 1, max: profil.numeroFichierMax }).map((rank) => String(rank).padStart(3, '0')),
  })
  fc.assert(
    fc.property(depots, (some) => {
      expect(readNomDepot(writeNomJson(some))).toEqual(some)
      expect(readNomDepot(writeNomZip(some))).toEqual(some)
    }),
  )
})

test.each([
  'JSON-1234567890-20230229-001.json',
  'JSON-1234567890-20230320-01.json',
  'JSON--20230320-001.json',
  'JSON-1234567890-20230320-001 (1).json',
  'JSON-1234567890-20230320-001.txt',
  'facture.pdf',
  '',
])('[format §4 nom du JSON] %j is none', (name) => {
  expect(readNomDepot(name)).toBeNull()
})

test.each<[NomPiece, string]>([
  [
    { vague: 'Val', typeFichier: 'FACTURE', numeroEditeur: '00001', formatFichier: 'PDF' },
    'BIO-SGL-Val-FACTURE-00001.pdf',
  ],
  [{ vague: 'Va1', typeFichier: 'VA', numeroEditeur: 'aB-2.', formatFichier: 'JPG' }, 'BIO-SGL-Va1-VA-aB-2..jpg'],
])('[format §3 nomFichier] %j gives %s', (parts, name) => {
  expect(writeNomPiece(parts)).toBe(name)
})

test('[format §3 nomFichier] reads back, for each wave, type, format and numeroEditeur', () => {
  const noms = fc.record({
    vague: fc.constantFrom(...profil.vagues),
    typeFichier: fc.constantFrom<TypeFichier>(...profil.typesFichier),
    numeroEditeur: fileNameText(profil.longueurs.numeroEditeur),
    formatFichier: fc.constantFrom<FormatFichier>('PDF', 'PNG', 'JPG', 'XML'),
  })
  fc.assert(
    fc.property(noms, (nom) => {
      expect(readNomPiece(writeNomPiece(nom))).toEqual(nom)
      expect(lengthOf(writeNomPiece(nom))).toBeLessThanOrEqual(profil.longueurs.nomFichierMax)
    }),
  )
})

test('[format §3 nomFichier] is understood in any letter case, and .jpeg as JPG', () => {
  const nom = { vague: 'Va1', typeFichier: 'VA', numeroEditeur: '00001', formatFichier: 'JPG' }
  expect(readNomPiece('bio-sgl-VA1-va-00001.JPEG')).toEqual(nom)
  expect(readNomPiece('BIO-SGL-VAL-Facture-00001.Pdf')).toMatchObject({ vague: 'Val', typeFichier: 'FACTURE' })
})

test.each(['BIO-LOINC-Val-VA-00001.pdf', 'BIO-SGL-Va2-VA-00001.pdf', 'BIO-SGL-Val-VA-.pdf', 'BIO-SGL-Val-VA-1.tif'])(
  '[format §3 nomFichier] %s is none',
  (name) => {
    expect(readNomPiece(name)).toBeNull()
  },
)

test('[format §3 nomFichier] only printable ASCII without space and Windows’s nine signs fits a file name', () => {
  const refused = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)).filter(
    (char) => !fitsFileName(`a${char}b`),
  )
  const expected = Array.from({ length: 0x180 }, (_, code) => String.fromCharCode(code)).filter(
    (char) => char <= ' ' || char > '~' || '\\/:*?"<>|'.includes(char),
  )
  expect(refused).toEqual(expected)
  expect([fitsFileName('a\n'), fitsFileName('😀'), fitsFileName('')]).toEqual([false, false, true])
})

test('[format §3] lengths are counted in code points', () => {
  expect([lengthOf('😀'), lengthOf('e\u0301'), lengthOf('')]).toEqual([1, 2, 0])
})
