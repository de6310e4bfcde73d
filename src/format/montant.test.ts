import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMontant, sumCentimes, toCentimes, writeMontant, type Centimes } from './montant'

const centimes = fc.maxSafeInteger().map((cents) => cents as Centimes)

test.each<[number, string]>([
  [2_745_000, '27450.00'],
  [0, '0.00'],
  [-0, '0.00'],
  [1, '0.01'],
  [10, '0.10'],
  [99, '0.99'],
  [100, '1.00'],
  [-1, '-0.01'],
  [-12_345, '-123.45'],
  [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
])('[format §3 montantSegurHTFacture] %d cents are written %s', (cents, literal) => {
  expect(writeMontant(cents as Centimes)).toBe(literal)
})

test('[format §3 montantSegurHTFacture] is written with exactly two decimals whatever the cents, and reads back', () => {
  fc.assert(
    fc.property(centimes, (cents) => {
      expect(writeMontant(cents)).toMatch(/^-?\d+\.\d{2}$/)
      expect(readMontant(writeMontant(cents))).toBe(cents === 0 ? 0 : cents)
    }),
  )
})

test.each<[string, number | null]>([
  ['27450', 2_745_000],
  ['27450.0', 2_745_000],
  ['27450.5', 2_745_050],
  ['27450.00', 2_745_000],
  ['27450.000', 2_745_000],
  ['27450.001', null],
  ['0.29', 29],
  ['1.005', null],
  ['-0.00', 0],
  ['-12.3', -1230],
  ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ['90071992547409.92', null],
  ['27450,00', null],
  ['.5', null],
  ['5.', null],
  ['2.7e4', null],
  ['', null],
  ['null', null],
])('readMontant(%j) is %s', (literal, cents) => {
  expect(readMontant(literal)).toBe(cents)
})

test('cents are whole and exact, sums too', () => {
  expect([toCentimes(1.5), toCentimes(2 ** 53), toCentimes(Number.NaN), toCentimes(Infinity)]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(sumCentimes([10, 20] as Centimes[])).toBe(30)
  expect(sumCentimes([])).toBe(0)
  expect(sumCentimes([Number.MAX_SAFE_INTEGER, 1] as Centimes[])).toBeNull()
})
