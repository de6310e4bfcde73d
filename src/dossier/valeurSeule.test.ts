import { expect, test } from 'vitest'
import { valeurSeule } from './valeurSeule'

test.each([
  ['Numéro éditeur : 00001', '00001'],
  ['Identifiant\u00a0DMP\u00a0: 12345\n', '12345'],
  ['DMP=12345', '12345'],
  ['n° 00001', '00001'],
  ['N°\u202f: 00001', '00001'],
  ['Dossier n° : "FINBIO000006"', 'FINBIO000006'],
  ['« 12345 »', '12345'],
  ['12345', '12345'],
  ['1 : 2', '1 : 2'],
  ['Numéro :', 'Numéro :'],
  ['', ''],
])('of %j the value alone is %j', (typed, alone) => {
  expect(valeurSeule(typed)).toBe(alone)
})
