import { expect, test } from 'vitest'
import { isFinessKeyRight, parseFiness, proposeFiness, type Finess } from './finess'

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

test.each([
  ['10003820', '010003820'],
  ['10003821', null],
  ['1000382', null],
  ['750712184', null],
  ['abcdefgh', null],
])('[format §3 beneficiaires] %s, its leading zero lost by a spreadsheet, may stand for %s', (typed, proposal) => {
  expect(proposeFiness(typed)).toBe(proposal)
})
