import { expect, test } from 'vitest'
import { proposeIdentifiant, splitIdentifiants } from './identifiants'

test.each([
  ['100;200\t300\r\n400, 400', ['100', '200', '300', '400']],
  ['Identifiants de connexion DMP\n12345', ['Identifiants de connexion DMP', '12345']],
  [' ', []],
])('[format §3 identDMP] %j is parted as %j', (typed, items) => {
  expect(splitIdentifiants(typed)).toEqual(items)
})

test.each(['12345', 'A-1/2.3_4', '1.2.250.1.71.4.2.2/1750000001', '2A0000014'])(
  '[format §3 identDMP] %j stands by itself: nothing is offered in its place',
  (ident) => {
    expect(proposeIdentifiant(ident)).toBeNull()
  },
)

test.each([
  ['Identifiant DMP : 12345', '12345'],
  ['Struct_IdNat: 1690000012', '1690000012'],
  ['DMP=12345', '12345'],
  ['n° 12345', '12345'],
  ['n°12345', '12345'],
  ['"12345"', '12345'],
  ['<12345>', '12345'],
  ['1 690 000 012', '1690000012'],
  ['Struct_IdNat', null],
  ['Identifiants de connexion DMP', null],
  ['12345 - Labo des Lilas', null],
  ['Labo : des Lilas', null],
])('[format §3 identDMP] for %j, %j is offered', (ident, proposal) => {
  expect(proposeIdentifiant(ident)).toBe(proposal)
})
