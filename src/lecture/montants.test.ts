import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showEuros } from '../dossier/montant'
import { toCentimes } from '../format/montant'
import { exampleContenu } from './examplePage'
import { readLines } from './lines'
import { findMontants } from './montants'

const find = (text: string) => readLines(exampleContenu(text)).flatMap((ligne) => findMontants(ligne))
const amounts = (text: string) =>
  find(text)
    .filter(({ nu }) => !nu)
    .map(({ centimes }) => centimes)

test.each<[string, number[]]>([
  ['27 450,00 €', [2745000]],
  ['27.450,00', [2745000]],
  ['27,450.00', [2745000]],
  ['27450.00 EUR', [2745000]],
  ['1 234 567,89', [123456789]],
  ['€ 27 450', [2745000]],
  ['- 8 235,00 €', [-823500]],
  ['-8 235,00', [-823500]],
  ['8 235,00-', [-823500]],
  ['Total : 12,00 TVA : 2,40', [1200, 240]],
  ['1  27 450,00', [2745000]],
  ['TVA 20,00 %', []],
  ['20,0 %', []],
  ['9,9000', []],
  ['15.03.2023', []],
  ['15/03/2023', []],
  ['F2023-0118,00', []],
  ['FR83999001019', []],
  ['10.24.36.48', []],
  ['1.500 €', []],
  ['14h30', []],
  ['Total HT15 803,00', [1580300]],
  ['TVA 20 %3 160,60 €', [316060]],
  ['Net à payer18.963,60', [1896360]],
  ['Référence15 803,00', []],
  ['1 rue Pasteur - 28100 Dreux', []],
  ['EUR 28100', [2810000]],
  ['Article R12 450,00', []],
])('amounts of «%s»', (text, expected) => {
  expect(amounts(text)).toEqual(expected)
})

test.each([
  ['12,00 €', 'EUR'],
  ['EUR 12,00', 'EUR'],
  ['12.00 CHF', 'CHF'],
  ['$12.00', 'USD'],
  ['12,00', null],
])('the currency of «%s»', (text, devise) => {
  expect(find(text)[0]?.devise).toBe(devise)
})

test('what the app writes as euros is found again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999_99 }), (cents) => {
      const montant = toCentimes(cents)
      expect(amounts(`Total HT : ${montant === null ? '' : showEuros(montant)}`)).toEqual([cents])
    }),
  )
})
