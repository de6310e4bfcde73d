import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jourOfSerie, proposeJourSerie } from './serie'

const calendar = (serie: number) =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serie) * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .reverse()
    .join('/')

test('a day number is the day that the calendar says, whatever its time of day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 61, max: 2_958_465 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (day, time) => {
        expect(jourOfSerie(day + time)).toBe(calendar(day))
      },
    ),
  )
})

test.each([60, -1, 2_958_466, Number.NaN, Infinity])('%d is no day', (serie) => {
  expect(jourOfSerie(serie)).toBeNull()
})

test.each([
  ['44999', '14/03/2023'],
  ['36526', '01/01/2000'],
  ['36525', null],
  ['73050', '31/12/2099'],
  ['73051', null],
  ['449990', null],
  ['15/03/2023', null],
  ['', null],
])('[format §3 dateFacture] for %j, %s is offered', (typed, jour) => {
  expect(proposeJourSerie(typed)).toBe(jour)
})
