import { expect, test } from 'vitest'
import type { Finess } from '../../dossier/finess'
import { affecter, type DemandeConnue } from './affectation'
import type { Lecture, Lu } from '../../lecture/lecture'
import { rien } from '../../lecture/readTexte'

const demandes: DemandeConnue[] = [
  { id: 'a', numLigne: 1, numeroEditeur: '00001', numeroASP: 'FINBIO000006', beneficiaires: ['999999991'] },
  { id: 'b', numLigne: 2, numeroEditeur: '00002', numeroASP: 'FINBIO000007', beneficiaires: ['999999992'] },
  { id: 'c', numLigne: 3, numeroEditeur: '', numeroASP: '', beneficiaires: [] },
]

const lu = <T>(valeur: T): Lu<T> => ({
  valeur,
  sure: true,
  source: 'texte',
  page: 1,
  cadre: null,
  imprime: '',
  doute: null,
})
const lecture = (overrides: Partial<Lecture>): Lecture => ({ ...rien, texteLisible: true, ...overrides })
const facture = { valeur: 'FACTURE', sure: true, raison: 'titre' } as const

test.each<[string, string, Partial<Lecture> | null, string | null]>([
  ['an ASP name, either wave, any case', 'bio-sgl-va1-va-00002.PDF', null, 'b'],
  ['an ASP name weighs more than the text', 'BIO-SGL-Val-FACTURE-00001.pdf', { numeroASP: lu('FINBIO000007') }, 'a'],
  ['numeroEditeur in the name', 'facture 00002 signée.pdf', null, 'b'],
  ['FINBIO in the name', 'finbio000007_pv.pdf', null, 'b'],
  ['FINBIO in the text', 'scan.pdf', { numeroASP: lu('FINBIO000006') }, 'a'],
  ['FINESS in the text', 'scan.pdf', { finess: [lu('999999992' as Finess)] }, 'b'],
  ['numeroEditeur in the text', 'scan.pdf', { numerosEditeur: ['00001'] }, 'a'],
  ['a number inside a longer one is no clue', 'F100001.pdf', null, null],
  [
    'FINESS of two demandes decide nothing',
    'x.pdf',
    { finess: [lu('999999991' as Finess), lu('999999992' as Finess)] },
    null,
  ],
  ['nothing at all: not the demande that is empty too', 'x.pdf', {}, null],
])('a document finds its demande by %s', (_, nom, read, expected) => {
  expect(affecter(nom, read && lecture(read), demandes).demande).toBe(expected)
})

test.each<[string, Partial<Lecture> | null, string | null]>([
  ['BIO-SGL-Val-VA-00009.pdf', { type: facture }, 'VA'],
  ['attestation.pdf', { type: facture }, 'FACTURE'],
  ['Procès-verbal.pdf', { texteLisible: false }, 'VA'],
  ['PV 12.png', null, 'VA'],
  ['Facture_12.jpg', null, 'FACTURE'],
  ['facture et attestation.png', null, null],
  ['devis.pdf', {}, null],
  ['cuvaison.png', null, null],
])('%s is told FACTURE from VA', (nom, read, expected) => {
  expect(affecter(nom, read && lecture(read), demandes).type).toBe(expected)
})
