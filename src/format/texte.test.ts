import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanTexte, cleanValeur, countInvisibles, plainTexte } from './texte'

const unseen = [
  ['zero-width space', '\u200b'],
  ['zero-width joiner', '\u200d'],
  ['soft hyphen', '\u00ad'],
  ['byte order mark', '\ufeff'],
  ['right-to-left override', '\u202e'],
  ['left-to-right mark', '\u200e'],
  ['isolate', '\u2068'],
  ['word joiner', '\u2060'],
  ['variation selector', '\ufe0f'],
  ['Hangul filler', '\u3164'],
  ['tag letter', '\u{e0041}'],
  ['null', '\0'],
  ['escape', '\u001b'],
  ['C1 control', '\u0092'],
  ['half of a pair', '\ud83d'],
  ['noncharacter', '\uffff'],
] as const

test.each(unseen)('what cannot be seen is dropped and counted: %s', (_, sign) => {
  for (const text of [`${sign}labo`, `la${sign}bo`, `labo${sign}`]) {
    expect(cleanTexte(text)).toBe('labo')
    expect(cleanValeur(text)).toBe('labo')
    expect(countInvisibles(text)).toBe(1)
  }
})

test('what can be seen stays in a text as it was typed: typography, accents, emoji, tabs, line ends', () => {
  const text = 'Labo «\u00a0Élan\u00a0» – l’été\t🧪\nÀ n°2'
  expect(cleanTexte(text)).toBe(text)
  expect(cleanTexte('a\r\nb\rc\u2028d')).toBe('a\nb\nc\nd')
  expect(countInvisibles(`${text}\r\n`)).toBe(0)
})

test.each([
  ['00\u2011001', '00-001'],
  ['15–03–2023', '15-03-2023'],
  ['−27 450', '-27 450'],
  ['27\u202f450,00\u00a0€', '27 450,00 €'],
  ['１５／０３／２０２３', '15/03/2023'],
  ['ＦＩＮＢＩＯ０００００６', 'FINBIO000006'],
  ['labo＠exemple．fr', 'labo@exemple.fr'],
  ['\u30001\u20092 ', '1 2'],
  ['e\u0301te', 'éte'],
  [' 00001\t\r\n', '00001'],
])('a value is written as a keyboard writes it: %j is %j', (text, valeur) => {
  expect(cleanValeur(text)).toBe(valeur)
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      ...unseen.map(([, sign]) => sign),
      'a',
      '1',
      '@',
      '.',
      '\u0301',
      '\u2011',
      '\u00a0',
      '\t',
      '\r\n',
      '２',
    ),
    maxLength: 20,
  }),
)

test('cleaning is idempotent, and lets nothing unseen through', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const clean of [cleanTexte, plainTexte, cleanValeur]) {
        const once = clean(text)
        expect(clean(once)).toBe(once)
        expect(countInvisibles(once)).toBe(0)
        expect(once).not.toMatch(/(?![\t\n])[\p{Cf}\p{Cc}\p{Cs}]/u)
      }
      expect(cleanValeur(text)).not.toMatch(/(?! )\p{Zs}|(?!-)\p{Pd}|[\t\n]|^ | $/u)
    }),
    { numRuns: 500 },
  )
})
