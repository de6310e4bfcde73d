import { expect, test } from 'vitest'
import { examplePage } from './examplePage'
import type { TexteItem } from './lecture'
import { cleanText, foldText, frameOf, readLines } from './lines'

const item = (texte: string, x: number, y: number, largeur = texte.length * 5): TexteItem => ({
  texte,
  x,
  y,
  largeur,
  hauteur: 10,
})
const texts = (items: TexteItem[], invisible = false) =>
  readLines({ pages: [{ largeur: 600, hauteur: 800, items }], champs: [], xml: [], invisible }).map(
    ({ texte }) => texte,
  )

test.each<[string, TexteItem[], string[]]>([
  ['an amount in three items is one', [item('27', 10, 10), item('450,00', 23, 10), item('€', 56, 10)], ['27 450,00 €']],
  ['touching items have no space between them', [item('2023', 10, 10), item('-03', 30, 10)], ['2023-03']],
  ['a wide gap parts two cells', [item('Total', 10, 10), item('12,00', 100, 10)], ['Total\t12,00']],
  [
    'a column’s gap between digits is narrower than one between words',
    [item('1', 10, 10), item('450,00', 22, 10)],
    ['1\t450,00'],
  ],
  [
    'a justified line is one cell, however wide its equal gaps',
    [item('Sites', 10, 10), item('concernés', 75, 10), item('(FINESS)', 160, 10), item(':', 240, 10)],
    ['Sites concernés (FINESS) :'],
  ],
  ...['20 pt', '31 pt'].map((gap): [string, TexteItem[], string[]] => {
    const step = parseInt(gap)
    let x = 10
    const items = ['–', 'Les', 'Halles', ':', '990', '001', '018'].map((texte) => {
      const own = item(texte, x, 10)
      x += own.largeur + step
      return own
    })
    return [`a number of a justified line, its gaps of ${gap}`, items, ['– Les Halles : 990 001 018']]
  }),
  [
    'numbers at equal gaps are cells',
    [item('12,00', 10, 10), item('14,00', 60, 10), item('16,00', 110, 10), item('18,00', 160, 10)],
    ['12,00\t14,00\t16,00\t18,00'],
  ],
  [
    'a label as wide as its column has its amount beside it',
    [item('Total HT', 10, 10), item('15 803,00 €', 50, 10)],
    ['Total HT 15 803,00 €'],
  ],
  ['a code in two items stays one', [item('FA', 10, 10), item('10496', 20, 10)], ['FA10496']],
  [
    'headings at equal gaps are cells',
    [item('Date', 10, 10), item('Facture', 70, 10), item('Client', 145, 10), item('Total', 215, 10)],
    ['Date\tFacture\tClient\tTotal'],
  ],
  ['the order of drawing does not count', [item('b', 30, 30), item('a', 10, 10), item('c', 10, 50)], ['a', 'b', 'c']],
  ['a baseline may be off by less than half a line', [item('a', 10, 10), item('b', 17, 13)], ['a b']],
  ['text drawn twice, as if bold, is read once', [item('Total', 10, 10), item('Total', 10.3, 10)], ['Total']],
  ['spaces in a row part cells too', [item('Total HT     12,00', 10, 10)], ['Total HT\t12,00']],
  ['blank items and items nowhere are left out', [item(' ', 10, 10), item('a', NaN, 10), item('b', 10, 10)], ['b']],
])('%s', (_name, items, expected) => {
  expect(texts(items)).toEqual(expected)
})

test.each<[string, TexteItem[], string[]]>([
  [
    'a day’s',
    [item('Le', 10, 10), item('1', 25, 10), { ...item('er', 30, 8.5, 7), hauteur: 7 }, item('mai', 40, 10)],
    ['Le 1er mai'],
  ],
  [
    'a title’s, its signs drawn one by one',
    [
      item('M', 10, 10),
      { ...item('m', 15, 8.5, 4), hauteur: 7 },
      { ...item('e', 19, 8.5, 3), hauteur: 7 },
      item('Roy', 25, 10),
    ],
    ['Mme Roy'],
  ],
  ['a number’s', [item('n', 10, 10), { ...item('o', 15, 8, 4), hauteur: 7 }, item('12', 22, 10)], ['no 12']],
  [
    'those of a small line above it are its own',
    [{ ...item('er', 200, 8.5, 7), hauteur: 7 }, item('1', 10, 10)],
    ['er', '1'],
  ],
  [
    'a note’s call is no digit of a year',
    [item('2023', 10, 10), { ...item('1', 30, 7, 3), hauteur: 6 }],
    ['1', '2023'],
  ],
])('raised letters join what they stand behind: %s', (_name, items, expected) => {
  expect(texts(items)).toEqual(expected)
})

test('small words in the middle under headings are headings, however equal their gaps', () => {
  const middle = (texte: string, at: number, bas: number) => item(texte, at - texte.length * 2.5, bas)
  const heads = ['Date', 'Numéro', 'Code', 'Votre'].map((texte, rank) => middle(texte, 60 + rank * 70, 10))
  const below = ['facture', 'facture', 'client', 'commande'].map((texte, rank) => middle(texte, 60 + rank * 70, 20))
  expect(texts([...heads, ...below])).toEqual(['Date\tNuméro\tCode\tVotre', 'facture\tfacture\tclient\tcommande'])
})

test('recognised words stand further apart', () => {
  const words = [item('Total', 10, 10), item('HT', 50, 10)]
  expect([texts(words), texts(words, true)]).toEqual([['Total\tHT'], ['Total HT']])
})

test('every kind of space, hyphen and apostrophe is one; ligatures and superscripts are letters', () => {
  expect(cleanText('27\u202f450,00\u00a0€ l’o\ufb03ce 1ᵉʳ \u22125\u00ad0')).toBe("27 450,00 € l'office 1er -50")
})

test('folding keeps the length', () => {
  expect(foldText('Échéance À RÉGLER œuf 😀')).toBe('echeance a regler œuf 😀')
})

test('a frame spans the characters asked for', () => {
  const [ligne] = readLines({ pages: [examplePage('Total HT   27 450,00')], champs: [], xml: [], invisible: false })
  expect(ligne && frameOf(ligne, ligne.texte.indexOf('27'), ligne.texte.length)).toEqual({
    x: 86,
    y: 20,
    largeur: 54,
    hauteur: 10,
  })
})
