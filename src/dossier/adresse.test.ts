import fc from 'fast-check'
import { expect, test } from 'vitest'
import { domaineOf, readAdresse } from '../format/adresse'
import { isDomaineMSS, isDomainePatient, proposeAdresse, settleAdresse, signesInhabituels } from './adresse'

test.each([
  ['labo@exemple.mssante.fr', 'exemple.mssante.fr'],
  [' Labo.Nord+cr@Exemple.MSSante.FR ', 'exemple.mssante.fr'],
  ['cr_bio@laboratoire-des-lilas.fr', 'laboratoire-des-lilas.fr'],
  ['été@hôpital.fr', 'hôpital.fr'],
  ["o'neil@labo.fr", 'labo.fr'],
  ['labo', null],
  ['labo@exemple', null],
  ['@exemple.fr', null],
  ['labo@', null],
  ['labo@.fr', null],
  ['labo@exemple..fr', null],
  ['labo@exemple.f', null],
  ['labo@exemple.fr.', null],
  ['labo@exemple.fr;', null],
  ['labo@exemple.fr>', null],
  ['mailto:labo@exemple.fr', null],
  ['labo@exemple.fr,b@exemple.fr', null],
  ['la bo@exemple.fr', null],
  ['labo@exem\u00a0ple.fr', null],
  ['a@b@exemple.fr', null],
  [`a@${'a.'.repeat(5000)}`, null],
  ['', null],
])('[format §3 adresseBoiteMSSPro] the domain of %.60j is %j', (adresse, domaine) => {
  expect(domaineOf(adresse.trim())).toBe(domaine)
})

test.each([
  ['mssante.fr', true, false],
  ['exemple.mssante.fr', true, false],
  ['patient.mssante.fr', true, true],
  ['x.patient.mssante.fr', true, true],
  ['xmssante.fr', false, false],
  ['mssante.fr.example', false, false],
  ['impatient.mssante.fr', true, false],
])('[format §3 adresseBoiteMSSPro] %s is MSSanté’s: %s, the patients’: %s', (domaine, mss, patient) => {
  expect([isDomaineMSS(domaine), isDomainePatient(domaine)]).toEqual([mss, patient])
})

test.each([
  ['labo@exemple.mssante.fr', 'labo@exemple.mssante.fr', ''],
  ['Labo Nord <labo@exemple.fr>', 'labo@exemple.fr', 'Labo Nord <…>'],
  ['"Nord, Labo" <labo@exemple.fr>;', 'labo@exemple.fr', '"Nord, Labo" <…>;'],
  ['<labo@exemple.fr>', 'labo@exemple.fr', '<…>'],
  ['mailto:labo@exemple.fr', 'labo@exemple.fr', 'mailto:…'],
  ['MAILTO:labo@exemple.fr?subject=Solde', 'labo@exemple.fr', 'MAILTO:…?subject=Solde'],
  ['Labo <mailto:labo@exemple.fr>', 'labo@exemple.fr', 'Labo <mailto:…>'],
  ['labo@exemple.fr <mailto:labo@exemple.fr>', 'labo@exemple.fr', '… <mailto:labo@exemple.fr>'],
  ["'Labo@exemple.fr' <labo@exemple.fr>", 'labo@exemple.fr', "'Labo@exemple.fr' <…>"],
  ['labo@exemple.fr <autre@exemple.fr>', 'labo@exemple.fr <autre@exemple.fr>', ''],
  ['labo@exemple.fr <labo@exemple.fr.net>', 'labo@exemple.fr <labo@exemple.fr.net>', ''],
  ['labo@exemple.fr;', 'labo@exemple.fr', '…;'],
  ['labo@exemple.fr.', 'labo@exemple.fr', '….'],
  ['labo@exemple.fr , ', 'labo@exemple.fr', '… ,'],
  ["'labo@exemple.fr'", 'labo@exemple.fr', "'…'"],
  ['« labo@exemple.fr »', 'labo@exemple.fr', '« … »'],
  ['(labo@exemple.fr)', 'labo@exemple.fr', '(…)'],
  ['labo\u200b@exemple.fr', 'labo@exemple.fr', ''],
  ['labo@mon‑labo.fr', 'labo@mon-labo.fr', ''],
  ['ｌａｂｏ＠exemple.fr', 'labo@exemple.fr', ''],
  ['"labo@exemple.fr', '"labo@exemple.fr', ''],
  ['la bo@exemple.fr', 'la bo@exemple.fr', ''],
  ['a@exemple.fr; b@exemple.fr', 'a@exemple.fr; b@exemple.fr', ''],
  ['a <a@exemple.fr>, b <b@exemple.fr>', 'a <a@exemple.fr>, b <b@exemple.fr>', ''],
  ['labo', 'labo', ''],
  ['', '', ''],
])('[format §3 adresseBoiteMSSPro] of %j the address is %j, around it %j', (typed, adresse, entourage) => {
  expect(readAdresse(typed)).toEqual({ adresse, entourage })
})

test.each([
  ['labo@exemple.mssante.fr', []],
  ["Labo.Nord+cr_2-b&o'x@ex-emple.fr", []],
  ['"labo@exemple.mssante.fr', ['"']],
  ['=labo@exemple.fr', ['=']],
  ['la..bo@exemple.fr', ['..']],
  ['.labo.@exemple.fr', ['.']],
  ['secrétariat@exemple.fr', ['é']],
  ['l\u0430bo@exemple.fr', ['\u0430']],
  ['labo@hôpital.fr', ['ô']],
  ['labo@-exemple-.fr', ['-']],
  ['l’abo@exemple.fr', ['’']],
])('[format §3 adresseBoiteMSSPro] of %s the unusual signs are %j', (adresse, signes) => {
  expect(signesInhabituels(adresse)).toEqual(signes)
})

const atom = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ019_-+')), minLength: 1, maxLength: 6 })
const label = fc.string({ unit: fc.constantFrom(...Array.from('abcxyz019')), minLength: 2, maxLength: 6 })
const ordinary = fc
  .tuple(fc.array(atom, { minLength: 1, maxLength: 3 }), fc.array(label, { minLength: 2, maxLength: 4 }))
  .map(([local, domain]) => `${local.join('.')}@${domain.join('.')}`)

test('[format §3 adresseBoiteMSSPro] whatever a mail program puts around an address is taken off, once and for all', () => {
  const around = fc.constantFrom<[string, string]>(
    ['', ''],
    ['Labo <', '>'],
    ['mailto:', ''],
    ['<', '>;'],
    ['"A, B" <mailto:', '>'],
    ['', '.'],
  )
  const unseen = fc.constantFrom('', '\u200b', '\u200e', '\u00ad', '\ufeff')
  fc.assert(
    fc.property(ordinary, around, unseen, fc.nat(20), (adresse, [before, after], sign, place) => {
      const typed = before + adresse.slice(0, place) + sign + adresse.slice(place) + after
      expect(settleAdresse(typed)).toBe(adresse)
      expect(settleAdresse(adresse)).toBe(adresse)
      expect(signesInhabituels(adresse)).toEqual([])
    }),
  )
})

test('[format §3 adresseBoiteMSSPro] any sign outside of ASCII’s letters, digits and a few others is unusual', () => {
  const foreign = fc
    .string({ unit: 'grapheme-composite', minLength: 1, maxLength: 1 })
    .filter((sign) => !/^[\x00-\x7f]*$/.test(sign))
  fc.assert(
    fc.property(ordinary, foreign, (adresse, sign) => {
      expect(signesInhabituels(sign + adresse)).not.toEqual([])
      expect(signesInhabituels(adresse.replace('@', `@${sign}`))).not.toEqual([])
    }),
  )
})

test.each([
  ['Adresse : labo@exemple.mssante.fr', 'labo@exemple.mssante.fr'],
  ['labo@exemple.mssante.fr', null],
  ['mailto:labo@exemple.mssante.fr', null],
  ['Adresses : a@exemple.fr ; b@exemple.fr', null],
  ['Adresse : néant', null],
  ['', null],
])('[format §3 adresseBoiteMSSPro] for %j, %j is offered', (typed, proposal) => {
  expect(proposeAdresse(typed)).toBe(proposal)
})
