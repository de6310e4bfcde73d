import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Centimes } from '../format/montant'
import { centimesOf, parseMontant, settleMontant, showEuros, showMontant, sumMontants } from './montant'

test.each([
  ['27450', 2_745_000],
  ['27450.00', 2_745_000],
  ['27450,5', 2_745_050],
  ['27450,', 2_745_000],
  ['27 450,00 €', 2_745_000],
  ['27\u00a0450,00\u00a0€', 2_745_000],
  ['27\u202f450,00 €', 2_745_000],
  ['27\u2009450,00', 2_745_000],
  ['27.450,00', 2_745_000],
  ['27,450.00', 2_745_000],
  ['27’450.00', 2_745_000],
  ["27'450.00", 2_745_000],
  ['27.450.000', 2_745_000_000],
  ['27,450,000', 2_745_000_000],
  ['1 234 567,89', 123_456_789],
  ['27450€', 2_745_000],
  ['27450EUR', 2_745_000],
  ['€ 27450', 2_745_000],
  ['EUR 27 450,00', 2_745_000],
  ['27 450,00 euros HT', 2_745_000],
  ['27 450,00 € H.T.', 2_745_000],
  ['27 450,00 HT €', 2_745_000],
  ['\t27450\n', 2_745_000],
  ['27450,000', 2_745_000],
  ['27 450€50', 2_745_050],
  ['27450 € 50', 2_745_050],
  ['27 450€00 HT', 2_745_000],
  ['0,450', 45],
  ['0', 0],
  ['007,5', 750],
  ['-12,30', -1230],
  ['−12,30 €', -1230],
])('[format §3 montantSegurHTFacture] %j typed means %d cents', (typed, centimes) => {
  expect(parseMontant(typed)).toEqual({ kind: 'montant', centimes })
})

test.each<[string, number[]]>([
  ['27.450', [2_745_000, 2745]],
  ['27,450', [2_745_000, 2745]],
  ['27.450 €', [2_745_000, 2745]],
  ['450.000', [45_000_000, 45_000]],
  ['1,005', [100_500]],
  ['27.455', [2_745_500]],
  ['-27,450', [-2_745_000, -2745]],
])('[format §3 montantSegurHTFacture] %j typed may have these meanings, and none is taken', (typed, lectures) => {
  expect(parseMontant(typed)).toEqual({ kind: 'ambigu', lectures })
  expect(centimesOf(typed)).toBeNull()
  expect(settleMontant(typed)).toBe(typed.trim())
})

test.each([
  ['27450,001', 'decimales'],
  ['27 450,123', 'decimales'],
  ['0,001', 'decimales'],
  ['', 'vide'],
  [' \u00a0\t', 'vide'],
  ['€', 'illisible'],
  ['abc', 'illisible'],
  ['12abc', 'illisible'],
  ['27 450 TTC', 'illisible'],
  ['27 45', 'illisible'],
  ['2 7450', 'illisible'],
  ['27 450 00', 'illisible'],
  ['27€450', 'illisible'],
  ['27450,00€50', 'illisible'],
  ['27.45,00.1', 'illisible'],
  ['27..45', 'illisible'],
  ['1e5', 'illisible'],
  ['--5', 'illisible'],
  ['٢٧', 'illisible'],
  ['99999999999999999999', 'illisible'],
  ['90071992547409,92', 'illisible'],
  ['NaN', 'illisible'],
  [`${'1 '.repeat(5000)}x`, 'illisible'],
])('[format §3 montantSegurHTFacture] %.20j typed is %s', (typed, kind) => {
  expect(parseMontant(typed)).toEqual({ kind })
  expect(settleMontant(typed)).toBe(typed.trim())
})

test.each([
  ['1\t250,00', '1 ; 250,00'],
  ['1\n250,00', '1 ; 250,00'],
  ['27\t450', '27 ; 450'],
  ['27 450,00 €\r\n12 000,00 €\r\n', '27 450,00 € ; 12 000,00 €'],
  ['1\u2028250,00', '1 ; 250,00'],
])(
  '[format §3 montantSegurHTFacture] %j, two cells, is no amount, nor becomes one when it is left',
  (typed, settled) => {
    expect(parseMontant(typed)).toEqual({ kind: 'illisible' })
    expect(settleMontant(typed)).toBe(settled)
    expect(parseMontant(settled)).toEqual({ kind: 'illisible' })
  },
)

test('[format §3 montantSegurHTFacture] a unit in a cell of its own is still one', () => {
  expect(parseMontant('27 450,00\t€\n')).toEqual({ kind: 'montant', centimes: 2_745_000 })
  expect(parseMontant('EUR\t27 450,00')).toEqual({ kind: 'montant', centimes: 2_745_000 })
})

test('[format §3 montantSegurHTFacture] whatever is left says what was typed, or is unreadable as that was', () => {
  const typed = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,  \u00a0\t\n€-eurHT'’")), maxLength: 16 })
  fc.assert(
    fc.property(typed, (text) => {
      expect(parseMontant(settleMontant(text))).toEqual(parseMontant(text))
    }),
    { numRuns: 3000 },
  )
})

const centimes = fc.maxSafeInteger().map((cents) => cents as Centimes)

test('[format §3 montantSegurHTFacture] what is shown means the same cents again, with a plain space or Intl’s', () => {
  fc.assert(
    fc.property(centimes, fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009'), (cents, space) => {
      const shown = showMontant(cents)
      expect(centimesOf(shown.replaceAll(' ', space))).toBe(cents)
      expect(centimesOf(showEuros(cents))).toBe(cents)
      expect(settleMontant(shown)).toBe(shown)
    }),
  )
})

test('[format §3 montantSegurHTFacture] what Intl writes for France is understood', () => {
  const intl = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (cents) => {
      expect(centimesOf(intl.format(cents / 100))).toBe(cents)
    }),
  )
})

test('[format §3 montantSegurHTFacture] no text makes the reading fail, and none is read as half a cent', () => {
  const typed = fc.string({ unit: fc.constantFrom(...Array.from("0123456789.,  \u00a0€-eurHT'’x")), maxLength: 16 })
  fc.assert(
    fc.property(typed, (text) => {
      const saisi = parseMontant(text)
      if (saisi.kind === 'montant') expect(Number.isSafeInteger(saisi.centimes)).toBe(true)
      expect(parseMontant(`\u00a0${text} `).kind).toBe(saisi.kind)
    }),
    { numRuns: 1000 },
  )
})

test('shows cents the French way', () => {
  expect(showMontant(2_745_000 as Centimes)).toBe('27 450,00')
  expect(showMontant(-5 as Centimes)).toBe('-0,05')
  expect(showEuros(3_856_500 as Centimes)).toBe('38\u00a0565,00\u00a0€')
  expect(settleMontant('27450')).toBe('27 450,00')
})

test('[format §3 montantSegurHTFacture] several invoices are added up exactly, empty lines aside', () => {
  expect(sumMontants(['0,10', '0,20', ' ', ''])).toBe(30)
  expect(sumMontants(['27 450,00 €', '27.450'])).toBeNull()
  expect(sumMontants(['27 450', 'x'])).toBeNull()
  expect(sumMontants(['', ' '])).toBeNull()
  expect(sumMontants(['90071992547409,91', '0,01'])).toBeNull()
})
