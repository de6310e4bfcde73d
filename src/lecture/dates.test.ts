import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates, readDates, readIsoDate } from './dates'
import { exampleContenu } from './examplePage'
import { readLines } from './lines'

const find = (text: string) => {
  const lignes = readLines(exampleContenu(text))
  return lignes.flatMap((ligne) => findDates(ligne, lignes).map(({ jour }) => jour))
}

test.each<[string, string[]]>([
  ['15/03/2023', ['15/03/2023']],
  ['5/3/23', ['05/03/2023']],
  ['15.03.2023', ['15/03/2023']],
  ['15 - 03 - 2023', ['15/03/2023']],
  ['2023-03-15', ['15/03/2023']],
  ['2023-03-15T10:00:00', ['15/03/2023']],
  ['1er avril 2023', ['01/04/2023']],
  ['1ᵉʳ AVRIL 2023', ['01/04/2023']],
  ['1 er avril 2023', ['01/04/2023']],
  ['mercredi 31 mai 2023', ['31/05/2023']],
  ['8 févr. 2024', ['08/02/2024']],
  ['15 août 2023', ['15/08/2023']],
  ['15-mars-23', ['15/03/2023']],
  ['15-oct.-23', ['15/10/2023']],
  ['5 juil.-2023', ['05/07/2023']],
  ['15 mars 23', ['15/03/2023']],
  ['15 mars 23 rue des Lilas', []],
  ['24 May 2023', ['24/05/2023']],
  ['May 24, 2023', ['24/05/2023']],
  ['Sept. 3rd, 2023', ['03/09/2023']],
  ['le douze avril deux mille vingt-trois', ['12/04/2023']],
  ['premier janvier deux mil vingt-quatre', ['01/01/2024']],
  ['TRENTE ET UN MAI DEUX MILLE VINGT-TROIS', ['31/05/2023']],
  ['quarante mai deux mille vingt-trois', []],
  ['du 01/01/2023 au 31/12/2023', ['01/01/2023', '31/12/2023']],
  ['2023-02-28-A', []],
  ['version 1.2.23', []],
  ['01.02.03.04.05', []],
  ['15 03 2023', ['15/03/2023']],
  ['du 15 03 2023 au 16 03 2023', ['15/03/2023', '16/03/2023']],
  ['02 15 03 2023', []],
  ['15 03 2023 12', []],
  ['15 03 2023,50', []],
  ['15 13 2023', []],
  ['15 03 1923', []],
  ['31/02/2023', []],
  ['12/06/20231', []],
  ['15/03/1823', []],
  ['5 mars', []],
])('days of «%s»', (text, expected) => {
  expect(find(text)).toEqual(expected)
})

test('every day of the century is found in figures and ISO', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10)
      const jour = iso.split('-').reverse().join('/')
      expect([find(`Date : ${iso}`), find(`le ${jour}`)]).toEqual([[jour], [jour]])
    }),
  )
})

test.each([
  ['20230315', '15/03/2023'],
  ['2023-03-15', '15/03/2023'],
  ['2023-03-15+01:00', '15/03/2023'],
  ['2023-03-15T00:00:00', '15/03/2023'],
  ['20230231', null],
  ['202303', null],
])('an XML’s day %s', (text, jour) => {
  expect(readIsoDate(text)).toBe(jour)
})

const broken = [
  '15 mars|2023',
  '15|mars|2023',
  '15|mars 2023',
  '15/03/|2023',
  '15/|03/|2023',
  '15-03-|2023',
  '15.03.|2023',
  '2023-|03-15',
  '2023-03-|15',
]
test.each(broken)('a day broken in a narrow cell, whatever stands beside it: %s', (day) => {
  const parts = day.split('|')
  expect(find(parts.join('\n'))).toEqual(['15/03/2023'])
  for (const other of [
    ['C123', '45'],
    ['Virement', 'à 30', 'jours'],
    ['12', '34', '56'],
  ]) {
    const rows = Array.from({ length: 3 }, (_, rank) => [parts[rank] ?? '', other[rank] ?? ''])
    expect(find(rows.map(([own = '', beside = '']) => own.padEnd(14) + beside).join('\n'))).toEqual(['15/03/2023'])
    expect(find(rows.map(([own = '', beside = '']) => beside.padEnd(14) + own).join('\n'))).toEqual(['15/03/2023'])
  }
})

test.each(['septem|bre', 'sept|embre', 'sep|tembre'])('a month broken within its word: %s', (month) => {
  expect(find(`15\n${month.replaceAll('|', '\n')}\n2023`)).toEqual(['15/09/2023'])
  expect(find(`15 ${month.replaceAll('|', '\n')} 2023`)).toEqual(['15/09/2023'])
})

test.each<[string, string[]]>([
  ['facture n° 12 du 15 mars\n2023, réglée', ['15/03/2023']],
  ['conformément à la facture du 15\nmars 2023.', ['15/03/2023']],
  ['livré par 12\nmars 2023', []],
  ['15 mars\n2023-118', []],
  ['15 mars\n20 000,00', []],
  ['15/03/\n23 rue des Lilas', []],
  ['15 mars\n\n\n2023', []],
  ['15/03/               A\n               2023', []],
])('a day broken at the end of a line: %s', (text, expected) => {
  expect(find(text)).toEqual(expected)
})

describe('[guide §3.2 dateFacture] the day of the week', () => {
  const read = (text: string) => readDates(readLines(exampleContenu(text))).candidats[0]

  test.each([
    'jeudi 3|mars 2022',
    'jeudi|3 mars 2022',
    'jeudi 3 mars|2022',
    'jeudi, 3|mars 2022',
    'Jeudi le|3 mars 2022',
  ])('a day broken after it: %s', (day) => {
    const [first = '', second = ''] = day.split('|')
    for (const text of [
      `Facture du ${first}\n${second}`,
      `Date de facture\n${first}\n${second}`,
      `Date de facture : ${first}\n                  ${second}`,
      `Date de facture     N°\n${first.padEnd(20)}FA12\n${second}`,
    ])
      expect(read(text)).toMatchObject({ valeur: '03/03/2022', sure: true })
  })

  test.each([
    'lundi 3 mars 2022',
    'lundi|3 mars 2022',
    'lundi 3|mars 2022',
    'Lundi, le 3 mars 2022',
    'lun. 03/03/2022',
    'Monday 3 March 2022',
  ])('another one than the calendar’s is told: %s', (day) => {
    for (const label of ['Date de facture : ', 'Facture du '])
      expect(read(label + day.replace('|', '\n'))).toMatchObject({
        valeur: '03/03/2022',
        sure: false,
        doute: expect.stringContaining('est un jeudi') as string,
      })
  })

  test.each([
    'jeudi 3 mars 2022',
    'Jeudi 03/03/2022',
    'jeu. 3 mars 2022',
    'Thursday, 3 March 2022',
    'jeudi, le 3 mars 2022',
  ])('the calendar’s own: %s', (day) => {
    expect(read(`Date de facture : ${day}`)).toMatchObject({ valeur: '03/03/2022', sure: true })
  })
})

test.each(['1 5/03/2023', '1 5 mars 2023', '15/03/20 23', '2 1 avril 2023'])('a blank within a day: «%s»', (day) => {
  const { candidats } = readDates(readLines(exampleContenu(`Date de facture : ${day}`)))
  expect(candidats[0]?.sure ?? false).toBe(false)
})

test.each(['15/03/20|23', '15/03/2|023', '15/0|3/2023', '1|5/03/2023'])('a day broken in its numbers: %s', (day) => {
  expect(find(day.replace('|', '\n'))).toContain('15/03/2023')
})
