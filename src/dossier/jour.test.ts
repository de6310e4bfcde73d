import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeHorodatage, type Jour } from '../format/jour'
import { parseJour, proposeJours, settleJour } from './jour'

test.each([
  ['15/03/2023', '15/03/2023'],
  ['1/2/23', '01/02/2023'],
  ['01-02-2023', '01/02/2023'],
  ['15.3.23', '15/03/2023'],
  ['01022023', '01/02/2023'],
  ['2023-02-01', '01/02/2023'],
  ['2023/2/1', '01/02/2023'],
  ['20230201', '01/02/2023'],
  ['01 02 2023', '01/02/2023'],
  ['01 / 02 / 2023', '01/02/2023'],
  ['\t15/03/2023\u00a0', '15/03/2023'],
  ['15\u00a0mars\u202f2023', '15/03/2023'],
  ['1er avril 2023', '01/04/2023'],
  ['1ER AVRIL 2023', '01/04/2023'],
  ['mercredi 15 mars 2023', '15/03/2023'],
  ['3 févr. 2023', '03/02/2023'],
  ['3 fe\u0301vrier 2023', '03/02/2023'],
  ['31 août 2023', '31/08/2023'],
  ['2 juil. 2023', '02/07/2023'],
  ['25 déc. 2023', '25/12/2023'],
  ['29/02/2024', '29/02/2024'],
  ['15/03/2023 00:00:00', '15/03/2023'],
  ['15/03/2023 00:00', '15/03/2023'],
  ['15/03/2023 0:00', '15/03/2023'],
  ['2023-03-15T00:00:00', '15/03/2023'],
  ['2023-03-15 00:00:00.000', '15/03/2023'],
  ['15 mars 2023 à 00h00', '15/03/2023'],
  ['15-mars-23', '15/03/2023'],
  ['15/mars/2023', '15/03/2023'],
  ['1er mars 23', '01/03/2023'],
  ['mer. 15 mars 2023', '15/03/2023'],
  ['le mercredi 15 mars 2023', '15/03/2023'],
  ['mer. 15/03/2023', '15/03/2023'],
  ['le 15/03/2023', '15/03/2023'],
  ['Lyon, le 15/03/2023', '15/03/2023'],
  ['Saint-Étienne, le mercredi 15 mars 2023', '15/03/2023'],
  ['15/03/2023.', '15/03/2023'],
  ['1° mars 2023', '01/03/2023'],
  ['1ᵉʳ mars 2023', '01/03/2023'],
  ['15‑03‑2023', '15/03/2023'],
  ['15–03–2023', '15/03/2023'],
  ['１５／０３／２０２３', '15/03/2023'],
  ['15\u200b/03\u200e/2023', '15/03/2023'],
])('[format §3 dateFacture] %j typed means %s', (typed, jour) => {
  expect(parseJour(typed)).toBe(jour)
})

test.each([
  '29/02/2023',
  '2023-02-31',
  '31042023',
  '32 mars 2023',
  '15/13/2023',
  '3/15/2023',
  '2 jui 2023',
  '15 maison 2023',
  '15 ma 2023',
  '15/03',
  '15/03/202',
  '15/03/20235',
  'hier',
  'échéance 15/03/2023',
  'échéance 15 mars 2023',
  'Lyon 15/03/2023',
  '15/03/2023 à 10 h',
  '44999',
  '2023-03-15T00:00:00Z',
  '2023-03-14T23:00:00.000Z',
  '2023-03-15T00:00:00+01:00',
  '15/03/2023 10:30',
  '15/03/2023 24:00',
  '00:00:00',
  '',
  ' ',
])('[format §3 dateFacture] %j typed is no date, and is left as typed', (typed) => {
  expect(parseJour(typed)).toBeNull()
  expect(settleJour(typed)).toBe(typed.trim())
})

test.each([
  ['44999', ['14/03/2023']],
  ['44999,5', ['14/03/2023']],
  ['45351', ['29/02/2024']],
  ['36526', ['01/01/2000']],
  ['73050', ['31/12/2099']],
  ['36525', []],
  ['73051', []],
  ['15/03/2023 10:30', ['15/03/2023']],
  ['2023-03-15T00:00:00Z', ['15/03/2023']],
  ['2023-03-14T23:00:00.000Z', ['15/03/2023', '14/03/2023']],
  ['2023-12-31T23:00:00Z', ['01/01/2024', '31/12/2023']],
  ['2024-02-28T22:00:00Z', ['29/02/2024', '28/02/2024']],
  ['2023-03-15T00:00:00+01:00', ['15/03/2023']],
  ['31/02/2023 10:30', []],
  ['15/03/2023', []],
  ['hier', []],
  ['', []],
])('[format §3 dateFacture] for %j typed %j is offered', (typed, jours) => {
  expect(proposeJours(typed)).toEqual(jours)
})

const someDay = fc
  .date({ min: new Date(Date.UTC(2000, 0, 1)), max: new Date(Date.UTC(2099, 11, 31)), noInvalidDate: true })
  .map((date) => ({ date, iso: date.toISOString().slice(0, 10) }))
const french = (iso: string) => iso.split('-').reverse().join('/') as Jour

test('[format §3 dateFacture] a day is the same however it is written, with or without midnight', () => {
  const dash = fc.constantFrom('-', '‑', '–', '−', '/', '.', ' ', '\u202f')
  const midnight = fc.constantFrom('', ' 00:00', ' 00:00:00', '\u00a00:00', ' 00:00:00.000')
  fc.assert(
    fc.property(someDay, dash, midnight, ({ iso }, between, hour) => {
      const jour = french(iso)
      expect(parseJour(jour.replaceAll('/', between) + hour)).toBe(jour)
      expect(parseJour(iso + hour.replace(' ', 'T'))).toBe(jour)
      expect(parseJour(writeHorodatage(jour))).not.toBeNull()
    }),
  )
})

test('[format §3 dateFacture] a serial number is never taken, and what is offered is its day', () => {
  fc.assert(
    fc.property(someDay, ({ date, iso }) => {
      const serial = String(Math.floor(date.getTime() / 86_400_000) + 25_569)
      expect(parseJour(serial)).toBeNull()
      expect(proposeJours(serial)).toEqual([french(iso)])
    }),
  )
})

test('[format §3 dateFacture] any hour but midnight, or of a named zone, stays a question', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  fc.assert(
    fc.property(
      someDay,
      hour,
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom('', 'Z', '+02:00'),
      ({ iso }, h, m, zone) => {
        const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}:00${zone}`
        const isMidnight = h === 0 && m === 0 && zone === ''
        const typed = `${iso}T${time}`
        expect(parseJour(typed)).toBe(isMidnight ? french(iso) : null)
        if (!isMidnight) expect(proposeJours(typed)).toContain(french(iso))
      },
    ),
  )
})
