import { expect, test } from 'vitest'
import type { TexteItem } from './lecture'
import { readLines } from './lines'

const height = 10
/** A row of texts, each from its left edge on; half an em a letter. */
const row = (y: number, ...texts: readonly (readonly [texte: string, x: number])[]): TexteItem[] =>
  texts.map(([texte, x]) => ({ texte, x, y: y * 14, largeur: texte.length * 5, hauteur: height }))
const linesOf = (items: TexteItem[], reconnu = false) =>
  readLines({
    pages: [{ largeur: 600, hauteur: 800, items }],
    champs: [],
    xml: [],
    invisible: false,
    ...(reconnu && { reconnu }),
  }).map(({ texte }) => texte)

const [long, short] = ['Plateau technique Nord 2', 'Labo Sud 3']
/** Right edge of the long text, and where the next column begins: hardly more than a space further. */
const next = 20 + long.length * 5 + 6

test.each([1, -1, 2, -2])(
  'the longest text of a column ends where another row, %d lines off, begins its next one',
  (away) => {
    const lines = linesOf([
      ...row(5, [long, 20], ['35 6005 223', next]),
      ...row(5 + away, [short, 20], ['35 8883 700', next]),
    ])
    expect(lines).toContain(`${long}\t35 6005 223`)
  },
)

test('an amount that ends where the others of its column do', () => {
  const end = (text: string) => 300 - text.length * 5
  const [first, last] = ['15 391,57', '-5 100,00']
  const lines = linesOf([
    ...row(1, ['TVA 20 %', 180], [first, end(first)]),
    ...row(2, ['TVA à 20 % (G)', end(last) - 6 - 70], [last, end(last)]),
  ])
  expect(lines[1]).toBe(`TVA à 20 % (G)\t${last}`)
})

test('two headings over two columns, though they nearly touch', () => {
  const lines = linesOf([
    ...row(1, ['Site', 20], ['FINESS EJ', 160], ['FINESS ET', 160 + 45 + 6]),
    ...row(2, [short, 20], ['990009003', 150], ['990001018', 222]),
    ...row(3, [short, 20], ['990009003', 150], ['990001026', 222]),
  ])
  expect(lines[0]).toBe('Site\tFINESS EJ\tFINESS ET')
})

test('words of a sentence above a table stay together', () => {
  const spaced = 2.8
  const words = 'La vérification a été prononcée pour les sites qui suivent dans le tableau'.split(' ')
  let x = 20
  const sentence = words.map((word): readonly [string, number] => {
    const own = [word, x] as const
    x += word.length * 5 + spaced
    return own
  })
  const table = [2, 3, 4].flatMap((y) => row(y, ['A', 20], ['B', sentence[3]?.[1] ?? 0], ['C', sentence[6]?.[1] ?? 0]))
  expect(linesOf([...row(1, ...sentence), ...table])[0]).toBe(words.join(' '))
})

test('in type of one width a space is no column', () => {
  const typed = (y: number, ...texts: readonly (readonly [string, number])[]) =>
    row(y, ...texts).map((item) => ({ ...item, largeur: item.texte.length * 6 }))
  const lines = linesOf([...typed(1, ['Total', 20], ['HT', 56]), ...typed(2, ['TVA', 20], ['20', 56])])
  expect(lines).toEqual(['Total HT', 'TVA\t20'])
})

test('recognised words, whose widths are only about right, are not parted so', () => {
  const items = [...row(1, [long, 20], ['35 6005 223', next]), ...row(2, [short, 20], ['35 8883 700', next])]
  expect(linesOf(items, true)[0]).toBe(`${long} 35 6005 223`)
})

test('a narrow band of columns as wide as one another is no justified line', () => {
  const columns = [100, 133, 166, 199]
  const band = (y: number, ...words: readonly string[]) =>
    row(y, ...words.map((word, rank) => [word, columns[rank] ?? 0] as const))
  const lines = linesOf([
    ...band(1, 'N°', 'Date', 'Code', 'Mode'),
    ...band(2, 'FA123', '15/03', '18/12', 'VI-R1'),
    ...band(3, '45', '2023', '2024', 'ter'),
  ])
  expect(lines).toContain('FA123\t15/03\t18/12\tVI-R1')
})
