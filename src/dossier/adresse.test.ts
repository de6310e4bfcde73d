import { expect, test } from 'vitest'
import { domaineOf, isDomaineMSS, isDomainePatient } from './adresse'

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
  expect(domaineOf(adresse)).toBe(domaine)
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
