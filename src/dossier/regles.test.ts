import fc from 'fast-check'
import { expect, test } from 'vitest'
import { showMessage, type Message } from '../format/message'
import { emptySaisie, type Entete, type Saisie } from './dossier'
import { exampleDemande, exampleDossier } from './example'
import { readIssue } from './issues'
import { regles } from './regles'
import { enteteSchema, saisieSchema } from './schema'

// Each fact that some message needs, twice: singular and plural, each branch.
const faits: Record<string, [unknown, unknown]> = {
  longueur: [1, 12],
  chiffres: [true, false],
  today: ['20/03/2023', '01/01/2024'],
  suivant: ['002', null],
  nombre: [201, 450],
  taille: [3_000_001, 209_715_201],
  autres: [
    { premieres: [2], nombre: 1 },
    { premieres: [2, 3, 4], nombre: 1_999 },
  ],
  nom: ['BIO-SGL-Val-FACTURE-00001.pdf', 'x.pdf'],
  dateDepot: ['20/03/2023', '01/01/2024'],
  lectures: [
    [2_745_000, 2745],
    [100_500, 100],
  ],
  commande: [2_745_000, 1],
  valeur: ['999999991', '2A0000014'],
  valeurs: [['999999991'], Array.from({ length: 20 }, (_, rank) => `9999999${rank + 10}`)],
  depot: ['JSON-1234567890-20230320-001.json', 'x'],
  nature: ['un document Word', 'une photo HEIC'],
  joints: [['facture.pdf'], null],
  formatFichier: ['PDF', 'JPG'],
  ou: [
    { premieres: ['ici comme « Facture »'], nombre: 1 },
    { premieres: ['ici comme « Facture »', 'à la demande n° 2 comme « Facture »'], nombre: 3 },
  ],
  domaine: ['apicrypt.org', 'x.fr'],
  signes: [['é'], ['=', 'а']],
  libelle: ['Montant supérieur au bon de commande', 'x'],
  montant: [2_745_000, 1],
  montantHT: [2_745_000, null],
  date: ['15/03/2023', '16/03/2023'],
  lue: ['14/03/2023', '01/01/2024'],
  manquants: [['750712184'], ['750712184', '750100042', '2A0000014', '1', '2', '3', '4']],
  lu: ['VA', 'FACTURE'],
  type: ['FACTURE', 'VA'],
  siret: ['73282932000074', '35600000000048'],
  devise: ['USD', 'CHF'],
  partielle: ['acompte', 'situation'],
  numeros: [
    ['F-1', 'F-2'],
    ['F-1', 'F-2', 'F-3', 'F-4', 'F-5'],
  ],
  somme: [2_745_000, null],
  raison: ['ni montant ni date', 'bon de commande'],
  typed: ['FINBIO000006', 'FINBIO000007'],
}
const sample = (which: 0 | 1) =>
  Object.fromEntries(Object.entries(faits).map(([name, values]) => [name, values[which]]))

const messages = Object.entries(regles).flatMap(([nom, regle]) =>
  ([0, 1] as const).map((which): [string, Message] => [
    nom,
    (regle.message as (some: Record<string, unknown>) => Message)(sample(which)),
  ]),
)

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
