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

const [mode, day] = ['Mode de règlement', '15/03/2023']
test.each([0, 3, -5, -12])(
  'a heading that stands %d points from the one before it heads the column below it',
  (away) => {
    const [begin, width] = [120, mode.length * 5]
    const at = begin + width + away
    for (const over of [at, at - 15]) {
      // Flush left, then centred over a longer value.
      const lines = linesOf([
        ...row(1, ['Numéro', 20], [mode, begin], ['Date', at], ['Code client', at + 90]),
        ...row(2, ['FA12', 20], ['Virement', begin - 40], [day, over], ['C12', at + 90]),
      ])
      expect(lines[0]).toBe(`Numéro\t${mode}\tDate\tCode client`)
    }
  },
)

test('a label that touches the address left of it', () => {
  const address = '83 place du Marché 50000 Bourg'
  const lines = linesOf([
    ...row(1, ['Adresse', 20], ['Labosoft', 80], ['Facture n°', 231], ['F12', 330]),
    ...row(2, ['Adresse', 20], [address, 80], ['Date', 80 + address.length * 5 + 1], [day, 330]),
  ])
  expect(lines[1]).toBe(`Adresse\t${address}\tDate\t${day}`)
})

test('days broken in columns centred close to one another', () => {
  const lines = linesOf([
    ...row(1, ['N°', 20], ['24/10/', 100], ['16/11/', 138]),
    ...row(2, ['N°', 20], ['2023', 105], ['2023', 143]),
  ])
  expect(lines[0]).toBe('N°\t24/10/\t16/11/')
})

test.each([
  ['17', '500,00', 13],
  ['Prestation', 'Ségur', 12],
  ['Équipement biolog', 'ique', -1],
])('«%s» and «%s» stay one although a column begins where the second does', (first, second, gap) => {
  const at = 200 + first.length * 5 + gap / 4
  const lines = linesOf([...row(1, ['A', 20], [first, 200], [second, at]), ...row(2, ['B', 20], ['500,00 €', at])])
  expect(lines[0]?.split('\t')).toHaveLength(2)
})

test('bold words in a sentence above a table are no cell', () => {
  const sentence = 'prestation fournie par'
  const at = 20 + sentence.length * 5 + 3
  for (const away of [1, 2, 3]) {
    const lines = linesOf([
      ...row(3, [sentence, 20], ['Labosoft SAS, SIRET', at]),
      ...row(3 + away, ['990001018', 20], ['Labo Sud', at]),
    ])
    expect(lines[0]).toBe(`${sentence} Labosoft SAS, SIRET`)
  }
})
