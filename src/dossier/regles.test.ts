import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showMessage } from '../format/message'
import { emptySaisie, type Entete, type Saisie } from './dossier'
import { exampleDemande, exampleDossier } from './example'
import { readIssue } from './issues'
import { exampleMessages as messages } from './exampleMessages'
import { regles } from './regles'
import { enteteSchema, saisieSchema } from './schema'

test.each(messages)('the message of %s is a fault, then what to do', (_, message) => {
  const { faute, remede } = message
  expect(faute).toMatch(/^\S.*\S ?[.?]$/)
  expect(remede).toMatch(/^\S.*(?:[.?…]|\d)$/)
  expect(showMessage(message)).not.toMatch(/\n|undefined|null|NaN|\[object|Infinity/)
})

test.each(messages)('the message of %s is set as French is printed, and is short', (_, message) => {
  expect(showMessage(message)).not.toMatch(/['"](?! [<>|])|\.\.\.| {2}|[«] ?$/)
  expect(showMessage(message)).not.toMatch(/[^\s\d][?!;]/)
  for (const line of [message.faute, message.remede]) expect(line.length).toBeLessThanOrEqual(170)
})

test('no two rules say the same', () => {
  const said = messages.filter((_, rank) => rank % 2 === 0).map(([, message]) => showMessage(message))
  expect(said.filter((text, rank) => said.indexOf(text) !== rank)).toEqual([])
})

test.each(messages)('a sentence of the message of %s has one colon at most', (_, { faute, remede }) => {
  for (const phrase of `${faute} ${remede}`.split(/(?<=[.!?…])\s/))
    expect(phrase.match(/\s:\s/g)?.length ?? 0).toBeLessThan(2)
})

test.each(Object.entries(regles))(
  'the rule %s stands in a § of the guide, and blocks only as an erreur',
  (_, regle) => {
    expect(regle.paragraphe).toMatch(/^§\d(\.\d)?$/)
    if (regle.manque) expect(regle.gravite).toBe('erreur')
  },
)

const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\0',
    '😀',
    '\ud800',
    'null',
    '__proto__',
    '-1',
    '1e400',
    '31/02/2023',
    'FINBIO',
    'x'.repeat(1e4),
  ),
  fc.string({ unit: 'binary' }),
)
const answer = fc.constantFrom(true, false, null)

const saisies: fc.Arbitrary<Saisie> = fc.record({
  numeroASP: hostile,
  numeroEditeur: hostile,
  libelleInterne: hostile,
  dateFacture: hostile,
  montantSegurHTFacture: hostile,
  montantsAdditionnes: fc.array(hostile),
  montantCommande: hostile,
  beneficiaires: fc.array(hostile),
  beneficiairesEnCours: hostile,
  isDirectToDMP: answer,
  identDMP: fc.array(hostile),
  identDMPEnCours: hostile,
  isDirectToMSSPro: answer,
  adresseBoiteMSSPro: hostile,
  isDirectToMSSCitoyen: answer,
  adresseBoiteMSSCitoyen: hostile,
})
const entetes: fc.Arbitrary<Entete> = fc.record({
  numeroAns: hostile,
  SIRET: hostile,
  dateDepot: hostile,
  numeroFichier: hostile,
  vague: fc.constantFrom('Val', 'Va1'),
})

test('whatever is typed, every issue is a rule’s, in that rule’s words, about a field', () => {
  fc.assert(
    fc.property(saisies, entetes, (saisie, entete) => {
      const issues = [
        ...(saisieSchema.safeParse(saisie).error?.issues ?? []),
        ...(enteteSchema.safeParse(entete).error?.issues ?? []),
      ]
      for (const issue of issues) {
        const { regle, message } = readIssue(issue, 'a', '')
        expect(Object.keys(regles)).toContain(regle)
        expect(showMessage(message)).toMatch(/^\S.* .*\S$/s)
        expect(showMessage(message)).not.toMatch(/undefined|NaN|\[object/)
      }
    }),
    { numRuns: 300 },
  )
})

test('[format §3 isDirectToDMP] a field’s fault does not hide those that lie between fields', () => {
  const issues =
    saisieSchema.safeParse({ ...emptySaisie, isDirectToDMP: true, isDirectToMSSPro: true }).error?.issues ?? []
  const found = issues.map((issue) => readIssue(issue, null, '').regle)
  expect(found).toEqual(expect.arrayContaining(['numeroASPManquant', 'identDMPManquant', 'adresseManquante']))
})

test('the schema takes the example, and hands back what was typed', () => {
  const { saisie } = exampleDemande()
  const parsedSaisie: Saisie = saisieSchema.parse(saisie)
  expect(parsedSaisie).toEqual(saisie)
  const { entete } = exampleDossier()
  const parsedEntete: Entete = enteteSchema.parse(entete)
  expect(parsedEntete).toEqual(entete)
})

test('a value that is no text at all is our fault: it is thrown, never shown in a library’s words', () => {
  const issues = saisieSchema.safeParse({ ...emptySaisie, numeroASP: null }).error?.issues ?? []
  const wrong = issues.find(({ path }) => path[0] === 'numeroASP')
  expect(wrong).toBeDefined()
  expect(() => wrong && readIssue(wrong, null, '')).toThrow('No rule for numeroASP')
})
