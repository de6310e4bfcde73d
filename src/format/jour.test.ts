import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBefore, isJour, readHorodatage, weekdayOf, writeHorodatage, type Jour } from './jour'

const jourOf = (date: Date) => {
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}

const jours = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map(jourOf)
  .filter(isJour)

test.each<[string, boolean]>([
  ['28/02/2023', true],
  ['29/02/2023', false],
  ['29/02/2024', true],
  ['30/02/2024', false],
  ['29/02/2000', true],
  ['29/02/1900', false],
  ['30/04/2023', true],
  ['31/04/2023', false],
  ['31/12/2023', true],
  ['32/12/2023', false],
  ['00/01/2023', false],
  ['01/00/2023', false],
  ['01/13/2023', false],
  ['1/3/2023', false],
  ['15/03/23', false],
  ['2023-03-15', false],
  ['15/03/2023\n', false],
  ['١٥/03/2023', false],
  ['15/03/0023', false],
  ['', false],
])('[format §3 dateFacture] %j is a date of the file: %s', (text, expected) => {
  expect(isJour(text)).toBe(expected)
})

test('[format §3 dateFacture] agrees with the calendar on every day from 1900 to 2100, and on no other', () => {
  const pad = (value: number) => String(value).padStart(2, '0')
  const wrong: string[] = []
  for (let year = 1900; year <= 2100; year++)
    for (let month = 1; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const date = new Date(Date.UTC(year, month - 1, day))
        const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
        const text = `${pad(day)}/${pad(month)}/${year}`
        if (isJour(text) !== exists) wrong.push(text)
      }
  expect(wrong).toEqual([])
})

test('[format §4 horodatage] is AAAAMMJJ, and reads back as the same day', () => {
  expect(writeHorodatage('20/03/2023' as Jour)).toBe('20230320')
  fc.assert(fc.property(jours, (jour) => readHorodatage(writeHorodatage(jour)) === jour))
})

test.each(['20230229', '2023032', '202303200', 'AAAAMMJJ', ''])('[format §4 horodatage] %j is none', (text) => {
  expect(readHorodatage(text)).toBeNull()
})

test('the day of the week is the calendar’s, also before 1970', () => {
  const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(date, (day) => {
      const parts = [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()]
      const jour = parts.map((part) => String(part).padStart(2, '0')).join('/') as Jour
      expect(weekdayOf(jour)).toBe(day.getUTCDay())
    }),
  )
})

test('isBefore orders days as the calendar does', () => {
  const [eve, day] = ['31/12/2022', '01/01/2023'] as [Jour, Jour]
  expect([isBefore(eve, day), isBefore(day, eve), isBefore(day, day)]).toEqual([true, false, false])
})
