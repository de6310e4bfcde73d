import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Fichier } from './fichier'
import type { Jour } from './jour'
import { absentesOf, ajoutsOf, modeleParDefaut, type ValeursFixes } from './modele'
import type { Centimes } from './montant'
import { readFichierModele } from './readFichier'
import { writeFichier } from './write'

const exemple = readFileSync(new URL('./exemple-guide.json', import.meta.url), 'utf8')
const fichier: Fichier = {
  numeroAns: '1234567890',
  SIRET: '73282932000074',
  lignesImport: [
    {
      numeroASP: 'FINBIO000006',
      numeroEditeur: '00001',
      facture: { dateFacture: '15/03/2023' as Jour, montantSegurHTFacture: 27_450_00 as Centimes },
      beneficiaires: ['999999991', '999999992'],
      piecesJustificatives: [{ nomFichier: 'a.pdf', formatFichier: 'PDF', typeFichier: 'VA' }],
      scenarioInstallation: {
        isDirectToDMP: true,
        identDMP: ['1999999991'],
        isDirectToMSSPro: false,
        adresseBoiteMSSPro: null,
        isDirectToMSSCitoyen: false,
        adresseBoiteMSSCitoyen: null,
      },
    },
  ],
}

function readModele(shape: unknown) {
  const lu = readFichierModele(typeof shape === 'string' ? shape : JSON.stringify(shape))
  if (!lu.ok) throw new Error(lu.raison)
  return lu.modele
}
/** The text written in that shape, on one line without spaces. */
const writeIn = (shape: unknown, fixes: ValeursFixes = {}) =>
  writeFichier(fichier, readModele(shape), fixes).replace(/\n\s*|(?<=":) /g, '')

test('[format §7] the guide’s own example as modèle is the default shape', () => {
  expect(readModele(exemple)).toEqual(modeleParDefaut)
  expect(absentesOf(modeleParDefaut)).toEqual([])
  expect(ajoutsOf(modeleParDefaut)).toEqual([])
})

test.each([
  ['lignesImport', { impId: null, numeroAns: '', SIRET: '', lignesImport: [] }],
  ['lignesImport as null', { impId: null, numeroAns: '', SIRET: '', lignesImport: null }],
  ['a demande', { impId: null, numeroAns: '', SIRET: '', lignesImport: [{}] }],
  [
    'facture, scenarioInstallation and lists',
    exemple
      .replace(/"facture": \{[^}]*\}/, '"facture": {}')
      .replace(/"scenarioInstallation": \{[^}]*\}/, '"scenarioInstallation": null')
      .replace(/"beneficiaires": \[[^\]]*\]/, '"beneficiaires": []')
      .replace(/"piecesJustificatives": \[[^\]]*\]/, '"piecesJustificatives": [{}]'),
  ],
])('[format §7] %s shown empty keeps the default shape', (_, shape) => {
  expect(writeFichier(fichier, readModele(shape))).toBe(writeFichier(fichier))
})

test('[format §7] writes order, spelling and nesting of the modèle; what it lacks is left out, and told', () => {
  const shape = {
    siret: '',
    NumeroANS: '',
    lignesImport: [{ numeroEditeur: '', Bloc: { dateFacture: '', montantseguRHTfacture: 0 }, identDMP: [] }],
  }
  expect(writeIn(shape)).toBe(
    '{"siret":"73282932000074","NumeroANS":"1234567890","lignesImport":[' +
      '{"numeroEditeur":"00001","Bloc":{"dateFacture":"15/03/2023","montantseguRHTfacture":27450.00},"identDMP":["1999999991"]}]}',
  )
  expect(absentesOf(readModele(shape))).toEqual([
    'impId',
    'numLigne',
    'typeAction',
    'numeroASP',
    'beneficiaires',
    'piecesJustificatives',
    'lienCompteRendu',
    'isDirectToDMP',
    'isDirectToMSSPro',
    'adresseBoiteMSSPro',
    'isDirectToMSSCitoyen',
    'adresseBoiteMSSCitoyen',
    'codeTraitement',
    'libelleTraitement',
  ])
})

test('[format §7] a block inside a list stays inside a list', () => {
  expect(writeIn({ lignesImport: [{ facture: [{ dateFacture: '' }] }] })).toBe(
    '{"lignesImport":[{"facture":[{"dateFacture":"15/03/2023"}]}]}',
  )
})

test('[format §7] an empty block does not write again a tag that stands elsewhere', () => {
  expect(writeIn({ lignesImport: [{ facture: {}, dateFacture: '' }] })).toBe(
    '{"lignesImport":[{"facture":{"montantSegurHTFacture":27450.00},"dateFacture":"15/03/2023"}]}',
  )
})

test.each([
  [[{ FINESSGeo: '' }], '[{"FINESSGeo":"999999991"},{"FINESSGeo":"999999992"}]'],
  [
    { structure: { FINESSGeo: '', nom: '' } },
    '[{"structure":{"FINESSGeo":"999999991","nom":null}},{"structure":{"FINESSGeo":"999999992","nom":null}}]',
  ],
  [['999999991'], '["999999991","999999992"]'],
  [[{ autre: '' }], '["999999991","999999992"]'],
])('[format §7 beneficiaires] shown as %j are written so, always as a list', (beneficiaires, written) => {
  expect(writeIn({ lignesImport: [{ beneficiaires }] })).toBe(`{"lignesImport":[{"beneficiaires":${written}}]}`)
})

const added = {
  version: 1,
  lignesImport: [
    {
      numLigne: 1,
      note: null,
      contact: { nom: '', actif: false, autres: [] },
      piecesJustificatives: [{ nomFichier: '', page: 0 }],
    },
  ],
}

test('[format §7] tags that the modèle adds are told with their place, and written null', () => {
  expect(ajoutsOf(readModele(added)).map(({ chemin, type }) => `${chemin} ${type}`)).toEqual([
    'version nombre',
    'lignesImport.note libre',
    'lignesImport.contact.nom texte',
    'lignesImport.contact.actif booleen',
    'lignesImport.contact.autres libre',
    'lignesImport.piecesJustificatives.page nombre',
  ])
  expect(writeIn(added)).toBe(
    '{"version":null,"lignesImport":[{"numLigne":1,"note":null,"contact":{"nom":null,"actif":null,"autres":null},' +
      '"piecesJustificatives":[{"nomFichier":"a.pdf","page":null}]}]}',
  )
})

test.each([
  ['version', '2', '"version":2'],
  ['version', '2.50', '"version":2.50'],
  ['version', '02', '"version":"02"'],
  ['lignesImport.note', 'BIO', '"note":"BIO"'],
  ['lignesImport.note', ' 12 ', '"note":12'],
  ['lignesImport.note', '00012', '"note":"00012"'],
  ['lignesImport.note', 'true', '"note":true'],
  ['lignesImport.note', 'null', '"note":null'],
  ['lignesImport.note', '', '"note":null'],
  ['lignesImport.contact.nom', '12', '"nom":"12"'],
  ['lignesImport.contact.nom', 'tr"ue', '"nom":"tr\\"ue"'],
  ['lignesImport.contact.actif', 'false', '"actif":false'],
  ['lignesImport.contact.actif', '1', '"actif":"1"'],
  ['lignesImport.piecesJustificatives.page', '1', '"page":1'],
])('[format §7] the value fixed for %s, typed %j, is written %s', (chemin, typed, written) => {
  expect(writeIn(added, { [chemin]: typed })).toContain(written)
})

test('[format §7] a modèle’s tag __proto__ is written as a tag, and takes no fixed value from JavaScript', () => {
  const shape = '{"__proto__": null, "constructor": null, "lignesImport": [{"__proto__": {"x": 1}}]}'
  expect(writeIn(shape)).toBe('{"__proto__":null,"constructor":null,"lignesImport":[{"__proto__":{"x":null}}]}')
})

test('[format §7] a tag twice in the modèle is written once, where it first stands', () => {
  const shape = '{"SIRET": "", "siret": "", "impId": null, "impId": null, "lignesImport": [{"numLigne": 1}]}'
  expect(writeIn(shape)).toBe('{"SIRET":"73282932000074","impId":null,"lignesImport":[{"numLigne":1}]}')
})

test('[format §7] a purchase order in the modèle is an added block: a solde has none', () => {
  expect(writeIn({ lignesImport: [{ numLigne: 1, commande: { dateCommande: '' } }] })).toBe(
    '{"lignesImport":[{"numLigne":1,"commande":{"dateCommande":null}}]}',
  )
})

test('[format §7] a modèle survives being stored', () => {
  const modele = readModele(added)
  expect(JSON.parse(JSON.stringify(modele))).toEqual(modele)
})

test('[format §7] a file without lignesImport is no modèle', () => {
  expect(readFichierModele('{"SIRET": ""}')).toEqual({ ok: false, raison: 'sansLignesImport' })
})
