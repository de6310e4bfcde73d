import { expect, test } from 'vitest'
import type { Jour } from '../format/jour'
import { writeNomJson } from '../format/names'
import { profil } from '../format/profil'
import { checkEntete, depotOf } from './checkEntete'
import { nextNumeroFichier } from './numeroFichier'
import type { Entete } from './dossier'
import { exampleDossier } from './example'

const today = '20/03/2023' as Jour
const reglesOf = (overrides: Partial<Entete>, nomsDeposes: string[] = []) =>
  checkEntete(exampleDossier(overrides).entete, today, nomsDeposes).map(({ regle }) => regle)
const { numeroAns } = profil.longueurs
const astral = '😀'

test.each<[string, Partial<Entete>, string[]]>([
  ['the guide’s example has nothing wrong', {}, []],
  ['empty is missing', { numeroAns: ' ' }, ['numeroAnsManquant']],
  ['one character short', { numeroAns: '1'.repeat(numeroAns - 1) }, ['numeroAnsLongueur']],
  ['exactly ten', { numeroAns: '1'.repeat(numeroAns) }, []],
  ['one too many', { numeroAns: '1'.repeat(numeroAns + 1) }, ['numeroAnsLongueur']],
  ['spaces around are trimmed', { numeroAns: ' 1234567890\t' }, []],
  ['nine code points, ten UTF-16 units', { numeroAns: '1'.repeat(numeroAns - 2) + astral }, ['numeroAnsLongueur']],
  ['ten code points, one of them in no file name', { numeroAns: '1'.repeat(9) + astral }, ['numeroAnsCaracteres']],
  ['a space inside', { numeroAns: '12345 7890' }, ['numeroAnsCaracteres']],
  ['a slash inside', { numeroAns: '12345/7890' }, ['numeroAnsCaracteres']],
  ['an accent inside', { numeroAns: '12345é7890' }, ['numeroAnsCaracteres']],
  ['letters are only an alerte', { numeroAns: 'ANS4567890' }, ['numeroAnsChiffres']],
])('[format §3 numeroAns] %s', (_, overrides, regles) => {
  expect(reglesOf(overrides)).toEqual(regles)
})

test.each<[string, string, string[]]>([
  ['empty is missing', ' ', ['SIRETManquant']],
  ['thirteen digits', '7328293200007', ['SIRETFormat']],
  ['fourteen', '73282932000074', []],
  ['fifteen', '732829320000744', ['SIRETFormat']],
  ['spaces inside are dropped', '732 829 320 00074', []],
  ['a letter', '7328293200007A', ['SIRETFormat']],
  ['a wrong key is only an alerte', '73282932000075', ['SIRETCle']],
  ['La Poste’s key', '35600000049837', []],
  ['La Poste’s key, wrong', '35600000049838', ['SIRETCle']],
])('[format §3 SIRET] %s', (_, SIRET, regles) => {
  expect(reglesOf({ SIRET })).toEqual(regles)
})

test.each<[string, string, string[]]>([
  ['empty is missing', '', ['dateDepotManquante']],
  ['29/02/2023 is no day', '29/02/2023', ['dateDepotInvalide']],
  ['today, typed short', '20/3/23', []],
  ['yesterday', '19/03/2023', ['dateDepotAutreJour']],
  ['tomorrow', '21/03/2023', ['dateDepotAutreJour']],
])('[format §3 date de dépôt] %s', (_, dateDepot, regles) => {
  expect(reglesOf({ dateDepot })).toEqual(regles)
})

test.each<[string, string[]]>([
  ['', ['numeroFichierManquant']],
  ['0', ['numeroFichierInvalide']],
  ['000', ['numeroFichierInvalide']],
  ['1', []],
  ['001', []],
  [String(profil.numeroFichierMax), []],
  [String(profil.numeroFichierMax + 1), ['numeroFichierInvalide']],
  ['0001', ['numeroFichierInvalide']],
  ['-1', ['numeroFichierInvalide']],
  ['1a', ['numeroFichierInvalide']],
])('[format §3 numéro de fichier] %j', (numeroFichier, regles) => {
  expect(reglesOf({ numeroFichier })).toEqual(regles)
})

test('[format §3 numéro de fichier] already used here for that ANS number and day is an alerte, SIRET given or not', () => {
  const used = ['JSON-1234567890-20230320-001.json']
  expect(reglesOf({}, used)).toEqual(['numeroFichierDejaUtilise'])
  expect(reglesOf({ SIRET: '' }, used)).toEqual(['SIRETManquant', 'numeroFichierDejaUtilise'])
  expect(reglesOf({ numeroFichier: '2' }, used)).toEqual([])
  expect(reglesOf({ numeroAns: '1234567891' }, used)).toEqual([])
  expect(reglesOf({ dateDepot: '21/03/2023' }, used)).toEqual(['dateDepotAutreJour'])
  const [alerte] = checkEntete(exampleDossier().entete, today, [...used, 'JSON-1234567890-20230320-004.json'])
  expect(alerte?.message.remede).toContain('005')
})

const ofSeveral = (depots: number, numeroFichier: string, used: readonly string[] = []) =>
  checkEntete(exampleDossier({ numeroFichier }).entete, today, used, depots)

test('[format §6] of several deposits each number is compared with those already used, and all are told together', () => {
  const used = ['002', '003', '005'].map((numero) => `JSON-1234567890-20230320-${numero}.json`)
  const words = (depots: number, numeroFichier: string) =>
    ofSeveral(depots, numeroFichier, used).map(({ message }) => `${message.faute} ${message.remede}`)
  expect(words(1, '001')).toEqual([])
  expect(words(3, '006')).toEqual([])
  expect(words(2, '001')).toEqual([
    'Le numéro de fichier 002, d’un des dépôts, a déjà servi sur ce poste pour ce numéro ANS et ce jour. Partez de 006, sauf si les autres fichiers n’ont pas été déposés.',
  ])
  expect(words(5, '001')).toEqual([
    'Les numéros de fichier 002, 003 et 005, des dépôts, ont déjà servi sur ce poste pour ce numéro ANS et ce jour. Partez de 006, sauf si les autres fichiers n’ont pas été déposés.',
  ])
  // A number from which they would not all fit is not proposed.
  expect(ofSeveral(2, '998', [...used, 'JSON-1234567890-20230320-998.json'])[0]?.message.remede).toBe(
    'Vérifiez que les autres fichiers n’ont pas été déposés.',
  )
})

test('[format §6] numbers of several deposits that go past 999 are one erreur, which says from where to start', () => {
  expect(ofSeveral(3, '997')).toEqual([])
  const [found, ...others] = ofSeveral(3, '998')
  expect(others).toEqual([])
  expect([found?.regle, found?.gravite]).toEqual(['numerosFichierDepasses', 'erreur'])
  expect(found?.message.faute).toContain('1000')
  expect(found?.message.remede).toContain('997')
  expect(ofSeveral(3, 'x').map(({ regle }) => regle)).toEqual(['numeroFichierInvalide'])
})

test('[format §4 nom du JSON] the header gives the parts of the names, a short file number filled up', () => {
  const depot = depotOf(exampleDossier({ numeroAns: ' 1234567890', numeroFichier: '7', SIRET: '' }).entete)
  expect(depot && writeNomJson(depot)).toBe('JSON-1234567890-20230320-007.json')
  expect(depotOf(exampleDossier({ dateDepot: '' }).entete)).toBeNull()
  expect(depotOf(exampleDossier({ numeroAns: '123' }).entete)).toBeNull()
  expect(depotOf(exampleDossier({ numeroFichier: '0' }).entete)).toBeNull()
})

test.each<[string, string[], string | null]>([
  ['none used', [], '001'],
  [
    'another day’s and another number’s',
    ['JSON-1234567890-20230319-004.json', 'JSON-1234567891-20230320-005.json'],
    '001',
  ],
  ['a hole is not filled', ['JSON-1234567890-20230320-001.json', 'JSON-1234567890-20230320-004.json'], '005'],
  ['the last is used', ['JSON-1234567890-20230320-999.json'], null],
  ['an unknown name', ['facture.pdf'], '001'],
])('[format §3 numéro de fichier] the next free one: %s', (_, noms, next) => {
  expect(nextNumeroFichier('1234567890', today, noms)).toBe(next)
})
