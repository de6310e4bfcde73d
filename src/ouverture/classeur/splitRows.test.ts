import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitRows } from './splitRows'

test.each([
  [
    'a quote that is never closed',
    'a;"b;c\nd;e;f',
    [
      ['a', '"b', 'c'],
      ['d', 'e', 'f'],
    ],
  ],
  [
    'a quoted word before others',
    'a;"b" c;d\ne;"f";g',
    [
      ['a', '"b" c', 'd'],
      ['e', 'f', 'g'],
    ],
  ],
  [
    'an open quote before quoted cells',
    '"a;b\nc;"d"\n"e";f',
    [
      ['"a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
  [
    'inches',
    '24";a\n"24""";b',
    [
      ['24"', 'a'],
      ['24"', 'b'],
    ],
  ],
  [
    'an open quote that one far below seems to close',
    'a;b;c;d\n1;"Labo A;x;2\n3;Labo B;y;4\n5;Labo C";z;6',
    [
      ['a', 'b', 'c', 'd'],
      ['1', '"Labo A', 'x', '2'],
      ['3', 'Labo B', 'y', '4'],
      ['5', 'Labo C"', 'z', '6'],
    ],
  ],
  [
    'a list in a cell of several lines',
    'a;b;c\n1;"2;3\n4;5";6',
    [
      ['a', 'b', 'c'],
      ['1', '2;3\n4;5', '6'],
    ],
  ],
  ['a space behind the quote', '"a\nb" ;c', [['a\nb', 'c']]],
  ['empty cells', ';"";\r\n""\r"', [['', '', ''], [''], ['"']]],
])('[format §6] %s takes no other cell or row in', (_, texte, rows) => {
  expect(splitRows(texte, ';')).toEqual(rows)
})

test('[format §6] one cell with any stray quotes changes no row but its own', () => {
  const stray = fc.string({ unit: fc.constantFrom('"', 'a', ' '), maxLength: 6 }).filter((cell) => {
    // Quotes in pairs may mean that the cell was quoted: these are read so.
    return !/^"(?:[^"]|"")*" *$/.test(cell)
  })
  const cell = fc.string({ unit: fc.constantFrom('b', '1', ',', '|') })
  fc.assert(
    fc.property(stray, fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), fc.nat(4), (odd, rows, at) => {
      const table = [['x', 'y'], ...rows].map((row, rang) =>
        rang === at % (rows.length + 1) ? [...row, odd] : [...row, 'z'],
      )
      expect(splitRows(table.map((row) => row.join(';')).join('\n'), ';')).toEqual(table)
    }),
  )
})

test('reads as many rows as are wanted, and no more', () => {
  expect(splitRows('a\nb\nc', ';', 2)).toEqual([['a'], ['b']])
})
