import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findFiness, isFinessKeyRight, parseFiness, proposeFiness, type Finess } from './finess'

test.each([
  ['999999991', '999999991'],
  [' 999999991\t', '999999991'],
  ['2A0000014', '2A0000014'],
  ['2b0000012', '2B0000012'],
  ['010003820', '010003820'],
  ['99999999', null],
  ['9999999910', null],
  ['2C0000014', null],
  ['A20000014', null],
  ['2A000001', null],
  ['2A00000145', null],
  ['O10003820', null],
  ['999 999 991', null],
  ['', null],
])('[format §3 beneficiaires] %j is the FINESS %s', (typed, finess) => {
  expect(parseFiness(typed)).toBe(finess)
})

test.each([
  ['750712184', true],
  ['750712183', false],
  ['999999991', false],
  ['2A0000014', true],
  ['2B9999999', true],
])('[format §3 beneficiaires] the key of %s holds: %s', (finess, right) => {
  expect(isFinessKeyRight(finess as Finess)).toBe(right)
})

const found = ['750712184', '2A0000014', '010003820']
test.each([
  ['a column', '750712184\r\n2A0000014\r\n010003820\r\n'],
  ['cells', '750712184\t2A0000014\t010003820'],
  ['semicolons', '750712184;2a0000014;010003820;'],
  ['quoted CSV', '"750712184","2A0000014","010003820"'],
  ['no-break spaces', '750712184\u00a02A0000014\u202f010003820'],
  ['a sentence', 'Les sites 750712184, 2A0000014 (Ajaccio) et n°010003820.'],
  ['groups of three', '750 712 184 ; 2A0 000 014 ; 010.003.820'],
  ['department first', '75 071218 4 / 2A 000001 4 / 01\u00a0000382\u00a00'],
  [
    'a column with other numbers',
    '750712184\tFINBIO000006\t27450,00\n2A0000014\t73282932000074\n010003820\t15/03/2023',
  ],
  ['a SIRET beside', 'SIRET 73282932000074 : 750712184, 2A0000014, 010003820'],
  ['a SIRET in groups', 'SIRET 732 829 320 00074 750712184 2A0000014 010003820'],
  ['a SIRET in two', '732829320 00074\n750712184\n2A0000014\n010003820'],
  ['postal codes', '750712184 75012 Paris\n2A0000014 20000 Ajaccio\n010003820 01000 Bourg'],
  ['doubles', '750712184 750712184 2a0000014 2A0000014 010003820'],
])('[format §3 beneficiaires] pasted as %s, each FINESS is found once, in order', (_, text) => {
  expect(findFiness(text).trouves).toEqual(found)
})

test.each([
  ['10003820', ['10003820']],
  ['O10003820', ['O10003820']],
  ['7507121844', ['7507121844']],
  ['750712184 et 01000382O', ['01000382O']],
  ['75012 Paris, FINBIO000006, 73282932000074', []],
  ['bonjour', []],
])('[format §3 beneficiaires] in %j what looks mistyped is %j', (text, presque) => {
  expect(findFiness(text).presque).toEqual(presque)
})

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })
const finess = fc.oneof(
  digits(9),
  fc.tuple(fc.constantFrom('2A', '2B'), digits(7)).map(([head, tail]) => head + tail),
)
const separator = fc.string({
  unit: fc.constantFrom(...Array.from(' ,;\t\n\r|/\u00a0\u202f\u2009-–"()')),
  minLength: 1,
  maxLength: 4,
})

test('[format §3 beneficiaires] any list joined by any separators is found again', () => {
  fc.assert(
    fc.property(fc.uniqueArray(finess, { maxLength: 20 }), separator, fc.boolean(), (list, between, lower) => {
      const text = list.join(between)
      expect(findFiness(lower ? text.toLowerCase() : text)).toEqual({ trouves: list, presque: [] })
    }),
  )
})

test.each([
  ['10003820', '010003820'],
  ['10003821', null],
  ['1000382', null],
  ['750712184', null],
  ['abcdefgh', null],
])('[format §3 beneficiaires] %s, its leading zero lost by a spreadsheet, may stand for %s', (typed, proposal) => {
  expect(proposeFiness(typed)).toBe(proposal)
})
