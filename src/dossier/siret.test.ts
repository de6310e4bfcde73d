import fc from 'fast-check'
import { stdnum } from 'stdnum'
import { expect, test } from 'vitest'
import { isLuhn } from './luhn'
import { compactSiret, isSiretKeyRight, parseSiret, showSiret, type Siret } from './siret'

const secondOpinion = stdnum.FR?.siret ?? expect.fail('no second opinion')

test.each([
  '73282932000074',
  '732 829 320 00074',
  '732\u00a0829\u202f320\u200900074',
  '732.829.320.00074',
  ' 73282932000074\t',
  '7 3 2 8 2 9 3 2 0 0 0 0 7 4',
  '732-829-320-00074',
  '732829320/00074',
  'SIRET : 732 829 320 00074',
  'N° SIRET 73282932000074',
  'Numéro de Siret: 732 829 320 00074.',
])('[format §3 SIRET] %j is its 14 digits', (typed) => {
  expect(parseSiret(typed)).toBe('73282932000074')
})

test.each([
  '7328293200007',
  '732829320000744',
  '7328293200007A',
  'FR44732829320',
  'SIREN 73282932000074',
  '٧٣٢٨٢٩٣٢٠٠٠٠٧٤',
  '',
])('[format §3 SIRET] %j is none', (typed) => {
  expect(parseSiret(typed)).toBeNull()
})

test.each([
  ['73282932000074', true],
  ['73282932000075', false],
  ['35600000000048', true],
  ['35600000049837', true],
  ['35600000049838', false],
])('[format §3 SIRET] the key of %s holds: %s', (digits, right) => {
  expect(isSiretKeyRight(digits as Siret)).toBe(right)
})

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: length, maxLength: length })

test('[format §3 SIRET] the key agrees with a second opinion', () => {
  // The second opinion judges the SIREN's own key too, which the file does not ask for: right SIRENs only.
  fc.assert(
    fc.property(fc.constantFrom('732829320', '552100554', '404833048'), digits(5), (siren, nic) => {
      expect(isSiretKeyRight((siren + nic) as Siret)).toBe(secondOpinion.validate(siren + nic).isValid)
    }),
    { numRuns: 2000 },
  )
})

test('[format §3 SIRET] La Poste’s key is a digit sum multiple of 5, or Luhn’s, which the second opinion leaves out', () => {
  fc.assert(
    fc.property(digits(5), (nic) => {
      const siret = `356000000${nic}` as Siret
      expect(isSiretKeyRight(siret)).toBe(secondOpinion.validate(siret).isValid || isLuhn(siret))
    }),
    { numRuns: 2000 },
  )
})

test('[format §3 SIRET] exactly one last digit of ten makes the key right', () => {
  fc.assert(
    fc.property(digits(13), (body) => {
      expect(Array.from('0123456789').filter((key) => isLuhn(body + key))).toHaveLength(1)
    }),
  )
})

test('[format §3 SIRET] is shown in groups that parse again', () => {
  const siret = '73282932000074' as Siret
  expect(showSiret(siret)).toBe('732 829 320 00074')
  expect(parseSiret(showSiret(siret))).toBe(siret)
  expect(compactSiret('732 829')).toBe('732829')
})
