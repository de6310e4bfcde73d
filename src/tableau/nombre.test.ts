import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centimesOf } from '../dossier/montant'
import { arrondir, showNombre } from './nombre'

test.each([
  ['27450', '27450'],
  ['27450.5', '27450,5'],
  ['27450.000000000004', '27450'],
  ['9137.4999999999991', '9137,5'],
  ['27.125', '27,1250'],
  ['9.90001018E8', '990001018'],
  ['1.999999991E9', '1999999991'],
  ['0.1', '0,1'],
  ['1e-7', '0,0000001'],
  ['-12.5', '-12,5'],
  ['texte', 'texte'],
  ['', ''],
])('the stored number %j is shown as %j', (stored, shown) => {
  expect(showNombre(stored)).toBe(shown)
})

test('[format §3 montantSegurHTFacture] an amount in cents that a spreadsheet stores in binary is read to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (cents) => {
      expect(centimesOf(showNombre(String(cents / 100)))).toBe(cents)
      expect(centimesOf(showNombre((cents / 100).toExponential()))).toBe(cents)
    }),
  )
})

test.each([
  ['9137,4999', '9 137,50'],
  ['9137,494', '9 137,49'],
  ['9137,995', '9 138,00'],
  ['-0,006', '-0,01'],
  ['9137,49', null],
  ['texte', null],
])('%s is offered as %s', (texte, rounded) => {
  expect(arrondir(texte)).toBe(rounded)
})
