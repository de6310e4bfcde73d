import { expect, test } from 'vitest'
import { proposeNumeroASP, proposeNumeroEditeur, settleNumeroASP, settleNumeroFichier } from './numeros'

test('[format §3 numeroASP] raises finbio to capitals', () => {
  expect(settleNumeroASP(' finbio000006\t')).toBe('FINBIO000006')
})

test.each([
  ['6', 'FINBIO000006'],
  ['000006', 'FINBIO000006'],
  ['finbio6', 'FINBIO000006'],
  ['FINBIO 000006', 'FINBIO000006'],
  ['finbio-6', 'FINBIO000006'],
  ['n° FINBIO 000 006', 'FINBIO000006'],
  ['Numéro de dossier ASP : FINBIO000006', 'FINBIO000006'],
  ['"FINBIO000006"', 'FINBIO000006'],
  ['Dossiers : FINBIO000006, FINBIO000007', null],
  ['FINBIO000006', null],
  ['finbio000006', null],
  ['1234567', null],
  ['FINBIO', null],
  ['FINRAD000006', null],
  ['', null],
])('[format §3 numeroASP] for %j, %s is offered', (typed, proposal) => {
  expect(proposeNumeroASP(typed)).toBe(proposal)
})

test.each([
  ['1', '00001'],
  [' 0042 ', '00042'],
  ['n° 1', '00001'],
  ['n°00001', '00001'],
  ['Numéro éditeur : 00001', '00001'],
  ['Numéro éditeur : 1', '00001'],
  ['Éditeur : A0001', 'A0001'],
  ['Éditeur : Logiciels du Rhône', null],
  ['00001', null],
  ['123456', null],
  ['A1', null],
  ['', null],
])('[format §3 numeroEditeur] for %j, %s is offered', (typed, proposal) => {
  expect(proposeNumeroEditeur(typed)).toBe(proposal)
})

test.each([
  ['1', '001'],
  [' 12 ', '012'],
  ['001', '001'],
  ['999', '999'],
  ['1000', '1000'],
  ['1a', '1a'],
  ['', ''],
])('[format §3 numéro de fichier] %j settles as %j', (typed, settled) => {
  expect(settleNumeroFichier(typed)).toBe(settled)
})
