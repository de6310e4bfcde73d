import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allConstats, createChecker } from '../dossier/checkDossier'
import { noContexte } from '../dossier/contexte'
import type { Demande, Saisie } from '../dossier/dossier'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { fromFichier } from '../dossier/fromFichier'
import { toFichier } from '../dossier/toFichier'
import { isJour, type Jour } from '../format/jour'
import { modeleParDefaut, type Modele, type ValeursFixes } from '../format/modele'
import { profil, type FormatFichier } from '../format/profil'
import { readFichier, readFichierModele } from '../format/readFichier'
import { writeFichier } from '../format/write'
import { exemples } from './exemples'
import { fichierSchema } from './fichierSchema'
import { jourPattern } from './jourPattern'

const golden = readFileSync(new URL('../format/exemple-guide.json', import.meta.url), 'utf8')

const compile = (modele?: Modele) =>
  new Ajv2020({ strict: true, allowUnionTypes: true, strictTuples: false, strictTypes: false }).compile(
    fichierSchema(modele),
  )
const validate = compile()
const faultsOf = (text: string, check = validate) =>
  check(JSON.parse(text)) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

test('[format §2] the golden file passes', () => {
  expect(faultsOf(golden)).toEqual([])
})

test('the published examples pass, and the first is the golden file', () => {
  expect(exemples[0]?.texte).toBe(golden)
  for (const { texte } of exemples) expect(faultsOf(texte)).toEqual([])
})

const sign = fc.constantFrom('A', 'b', 'Z', '0', '9', '-', '_', '~', '!', ']', '[', '}', '{', '.', "'", ' ', 'é', '/')
const numero = (length: number) => fc.string({ unit: sign, minLength: length - 1, maxLength: length + 1 })
const typedJour = fc
  .tuple(fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 13 }), fc.constantFrom(2020, 2023, 2024, 2100))
  .map(([day, month, year]) => `${day}/${month}/${year}`)
const finess = fc.oneof(fc.stringMatching(/^[0-9]{8,10}$/), fc.stringMatching(/^2[abAB][0-9]{7}$/))
const adresses = fc.oneof(
  fc.constantFrom(
    '',
    'a b@c.fr',
    'a@b',
    'a@b.f',
    'labo@été.fr',
    'x@δοκιμή.gr',
    'a@b_c.fr',
    'a@b.fr;',
    `${'a'.repeat(143)}@bc.fr`,
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((part) => `a${part}@b${part}.fr`),
)
const identifiants = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.constantFrom('x'.repeat(249), '😀'.repeat(249))),
  { maxLength: 3 },
)
const answer = fc.boolean()
const allSaisie: fc.Arbitrary<Partial<Saisie>> = fc.record({
  numeroASP: numero(6).map((end) => `finbio${end}`),
  numeroEditeur: numero(5),
  dateFacture: typedJour,
  montantSegurHTFacture: fc.oneof(
    fc.integer({ min: 0, max: 9 }).map((cents) => `0,0${cents}`),
    fc.integer({ min: 0, max: 10 ** 12 }).map(String),
  ),
  beneficiaires: fc.array(finess, { maxLength: 4 }),
  isDirectToDMP: answer,
  identDMP: identifiants,
  isDirectToMSSPro: answer,
  adresseBoiteMSSPro: adresses,
  isDirectToMSSCitoyen: answer,
  adresseBoiteMSSCitoyen: adresses,
})
/** Two tags of the guide's example are otherwise: with more, next to none would be free of erreurs. */
const anySaisie = allSaisie.chain((saisie) =>
  fc
    .subarray(Object.keys(saisie), { maxLength: 2 })
    .map((kept): Partial<Saisie> => Object.fromEntries(Object.entries(saisie).filter(([name]) => kept.includes(name)))),
)
const anyFormat = fc.constantFrom(...(Object.keys(profil.extensions) as FormatFichier[]))
const anyDemande: fc.Arbitrary<Demande> = fc
  .tuple(anySaisie, anyFormat, anyFormat, fc.uuid())
  .map(([saisie, facture, va, id]) => {
    const { FACTURE, VA } = exemplePieces
    const pieces = {
      FACTURE: FACTURE && { ...FACTURE, formatFichier: facture },
      VA: VA && { ...VA, formatFichier: va },
    }
    return exampleDemande({ ...saisie, id, pieces })
  })

test('whatever is free of erreurs passes once written', () => {
  let written = 0
  fc.assert(
    fc.property(
      anyDemande,
      fc.oneof(fc.constant('1234567890'), numero(10)),
      fc.constantFrom('Val', 'Va1'),
      (demande, numeroAns, vague) => {
        const dossier = exampleDossier({ demandes: [demande], numeroAns, vague })
        const bilan = createChecker()(dossier, noContexte('20/03/2023' as Jour))
        if (allConstats(bilan).some(({ gravite }) => gravite === 'erreur')) return
        written++
        expect(faultsOf(writeFichier(toFichier(dossier)))).toEqual([])
      },
    ),
    { numRuns: 1_000 },
  )
  expect(written).toBeGreaterThan(50)
})

test('[format §3 lignesImport] as many demandes as a file takes pass, and one more does not', () => {
  const demandes = Array.from({ length: profil.demandesMax + 1 }, (_, index) =>
    exampleDemande({ id: String(index), numeroEditeur: String(index).padStart(5, '0') }),
  )
  const text = (count: number) => writeFichier(toFichier(exampleDossier({ demandes: demandes.slice(0, count) })))
  expect(faultsOf(text(profil.demandesMax))).toEqual([])
  expect(faultsOf(text(profil.demandesMax + 1))).not.toEqual([])
})

/** One change of the golden file's text: what is looked for stands in it, so that the change is made. */
const faults: [string, string | RegExp, string][] = [
  ['impId', '"impId": null', '"impId": 1'],
  ['numeroAns too short', '"1234567890"', '"123456789"'],
  ['numeroAns too long', '"1234567890"', '"12345678901"'],
  ['numeroAns with a space', '"1234567890"', '"12345 7890"'],
  ['numeroAns with an accent', '"1234567890"', '"é234567890"'],
  ['numeroAns as a number', '"1234567890"', '1234567890'],
  ['SIRET with a letter', '"73282932000074"', '"7328293200007A"'],
  ['SIRET with spaces', '"73282932000074"', '"732 829 320 00074"'],
  ['SIRET of 13 digits', '"73282932000074"', '"7328293200007"'],
  ['SIRET as a number', '"73282932000074"', '73282932000074'],
  ['no demande', /"lignesImport": \[[\s\S]*\]\n\}/, '"lignesImport": []\n}'],
  ['demandes that are no list', /"lignesImport": \[([\s\S]*)\]\n\}/, '"lignesImport": $1\n}'],
  ['numLigne from 0', '"numLigne": 1', '"numLigne": 0'],
  ['numLigne that is not the rank', '"numLigne": 1', '"numLigne": 2'],
  ['numLigne as text', '"numLigne": 1', '"numLigne": "1"'],
  ['typeAction', '"typeAction": "C"', '"typeAction": "M"'],
  ['numeroASP of another couloir', '"FINBIO000006"', '"FINRIS000006"'],
  ['numeroASP too short', '"FINBIO000006"', '"FINBIO00006"'],
  ['numeroASP too long', '"FINBIO000006"', '"FINBIO0000006"'],
  ['numeroASP with a space at its end', '"FINBIO000006"', '"FINBIO00006 "'],
  ['an amount that no reader has to the cent', '27450.00', '1e20'],
  ['numeroASP in lower case', '"FINBIO000006"', '"finbio000006"'],
  ['numeroEditeur too short', '"numeroEditeur": "00001"', '"numeroEditeur": "1"'],
  ['numeroEditeur with a slash', '"numeroEditeur": "00001"', '"numeroEditeur": "00/01"'],
  ['numeroEditeur as a number', '"numeroEditeur": "00001"', '"numeroEditeur": 10001'],
  ['a day that does not exist', '"15/03/2023"', '"29/02/2023"'],
  ['a date the wrong way round', '"15/03/2023"', '"2023-03-15"'],
  ['a date with its time', '"15/03/2023"', '"15/03/2023 00:00"'],
  ['an amount of nothing', '27450.00', '0.00'],
  ['an amount below nothing', '27450.00', '-27450.00'],
  ['an amount as text', '27450.00', '"27450.00"'],
  ['an amount under a cent', '27450.00', '0.001'],
  ['no bénéficiaire', /"beneficiaires": \[[^\]]*\]/, '"beneficiaires": []'],
  ['a bénéficiaire twice', '"999999992"', '"999999991"'],
  ['a FINESS of eight digits', '"999999992"', '"99999999"'],
  ['a FINESS of ten digits', '"999999992"', '"9999999922"'],
  ['a FINESS of a department that is none', '"999999992"', '"2C9999999"'],
  ['a FINESS in lower case', '"999999992"', '"2a9999999"'],
  ['a FINESS as a number', '"999999992"', '999999992'],
  ['no pièce', /"piecesJustificatives": \[[^\]]*\]/, '"piecesJustificatives": []'],
  ['one pièce', /,\s*\{\s*"nomFichier": "BIO-SGL-Val-VA[^}]*\}/, ''],
  ['three pièces', /(\{\s*"nomFichier": "BIO-SGL-Val-VA[^}]*\})/, '$1, $1'],
  ['two invoices', /-VA-(.*)\n(.*)\n.*"VA"/, '-FACTURE-$1\n$2\n"typeFichier": "FACTURE"'],
  ['a type that does not exist', '"typeFichier": "VA"', '"typeFichier": "DEVIS"'],
  ['a format that does not exist', '"formatFichier": "PDF"', '"formatFichier": "DOCX"'],
  ['a format in lower case', '"formatFichier": "PDF"', '"formatFichier": "pdf"'],
  ['a name of another format', 'FACTURE-00001.pdf', 'FACTURE-00001.png'],
  ['an extension in capitals', 'FACTURE-00001.pdf', 'FACTURE-00001.PDF'],
  ['a name of another type', 'BIO-SGL-Val-VA-00001.pdf', 'BIO-SGL-Val-FACTURE-00001.pdf'],
  ['a name of another software', 'BIO-SGL-Val-VA', 'BIO-LOINC-Val-VA'],
  ['a name of another wave', 'BIO-SGL-Val-VA', 'BIO-SGL-Val2-VA'],
  ['a name with a longer number', 'BIO-SGL-Val-VA-00001', 'BIO-SGL-Val-VA-000001'],
  ['lienCompteRendu', '"lienCompteRendu": null', '"lienCompteRendu": ""'],
  ['an answer as text', '"isDirectToDMP": true', '"isDirectToDMP": "true"'],
  ['an answer that was not given', '"isDirectToMSSPro": true', '"isDirectToMSSPro": null'],
  ['a «oui» without identDMP', /"identDMP": \[[^\]]*\]/, '"identDMP": []'],
  ['a «non» with identDMP', '"isDirectToDMP": true', '"isDirectToDMP": false'],
  ['an empty identDMP', '"1999999991"', '""'],
  ['an identDMP of spaces', '"1999999991"', '"  "'],
  ['an identDMP twice', '"1999999991"', '"1", "1"'],
  ['an identDMP of 250 characters', '"1999999991"', `"${'x'.repeat(250)}"`],
  ['identDMP as null', /"identDMP": \[[^\]]*\]/, '"identDMP": null'],
  ['a «oui» without address', '"labo@exemple.mssante.fr"', 'null'],
  ['a «non» with an address', '"adresseBoiteMSSCitoyen": null', '"adresseBoiteMSSCitoyen": "labo@exemple.mssante.fr"'],
  ['an address without domain', '"labo@exemple.mssante.fr"', '"labo@exemple"'],
  ['an address with a space', '"labo@exemple.mssante.fr"', '"labo @exemple.fr"'],
  ['an address of 150 characters', '"labo@exemple.mssante.fr"', `"${'a'.repeat(144)}@bc.fr"`],
  ['codeTraitement', '"codeTraitement": null', '"codeTraitement": "0000"'],
  ['libelleTraitement', '"libelleTraitement": null', '"libelleTraitement": "Demande acceptée"'],
  ['a tag in another letter case', '"SIRET"', '"siret"'],
  ['a tag that the guide does not know', '"impId": null', '"impId": null, "commentaire": null'],
  ['a tag of a demande that the guide does not know', '"typeAction"', '"libelleInterne": "Labo", "typeAction"'],
  ['facture as a list', /"facture": (\{[^}]*\})/, '"facture": [$1]'],
  ['facture laid flat', /"facture": \{([^}]*)\}/, '$1'],
]

test.each(faults)('a schema sees this fault: %s', (_, from, to) => {
  const changed = golden.replace(from, to)
  expect(changed).not.toBe(golden)
  expect(faultsOf(changed)).not.toEqual([])
})

const tagNames = [...new Set([...golden.matchAll(/"(\w+)":/g)].map(([, name = '']) => name))]

test.each(tagNames)('a schema sees that %s is missing', (name) => {
  const changed = JSON.stringify(JSON.parse(golden), (key, value: unknown) => (key === name ? undefined : value))
  expect(changed).not.toContain(`"${name}"`)
  expect(faultsOf(changed)).not.toEqual([])
})

test('[format §3 dateFacture] the pattern of days agrees with the calendar on every day from 1999 to 2101', () => {
  const pattern = new RegExp(jourPattern, 'u')
  const two = (number: number) => String(number).padStart(2, '0')
  const wrong: string[] = []
  for (const year of [1000, 1600, 1999, 2000, 2001, 2004, 2020, 2023, 2024, 2096, 2100, 2101, 9999, 999])
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${two(day)}/${two(month)}/${year}`
        if (pattern.test(text) !== isJour(text)) wrong.push(text)
      }
  expect(wrong).toEqual([])
})

test('[format §7] what is written in a modèle’s shape passes that shape’s schema, and not the guide’s', () => {
  const shape = golden
    .replaceAll('"SIRET"', '"siret"')
    .replace(/"facture": \{([^}]*)\}/, '$1')
    .replace('"typeAction"', '"motif": "texte", "typeAction"')
  const lu = readFichierModele(shape)
  if (!lu.ok) throw new Error(lu.raison)
  expect(lu.modele).not.toEqual(modeleParDefaut)
  const typed: ValeursFixes[] = [{}, { 'lignesImport.motif': 'solde' }]
  for (const fixes of typed) {
    const text = writeFichier(toFichier(exampleDossier()), lu.modele, fixes)
    expect(faultsOf(text, compile(lu.modele))).toEqual([])
    expect(faultsOf(text)).not.toEqual([])
  }
})

const oneOf = <Value>(...values: Value[]) => fc.constantFrom(...values)
const anyJson = fc.oneof(
  oneOf<unknown>(null, true, 0, '', 'x', [], {}, [null], ['']),
  fc.string({ unit: sign, maxLength: 6 }),
)
// Of letters in a domain a schema sees those of ASCII alone.
const adressesAscii = fc
  .oneof(
    oneOf('a b@c.fr', 'a@b', 'a@b.f', 'a@b_c.fr', 'a@b.fr;', `${'a'.repeat(143)}@bc.fr`),
    numero(3).map((part) => `a${part}@b${part}.fr`),
  )
  .filter((text) => /^[\x20-\x7e]*$/.test(text))
/** One value of the guide's example, and what may stand in its place. Pièces are the app's own: their names are not read. */
const fautes: readonly (readonly [path: readonly string[], values: fc.Arbitrary<unknown>])[] = [
  [['numeroAns'], numero(10)],
  [['SIRET'], fc.oneof(fc.stringMatching(/^[0-9]{13,15}$/), oneOf('73282932000074 ', '7328293200007A'))],
  [['ligne', 'numeroASP'], numero(6).map((end) => `FINBIO${end}`)],
  [['ligne', 'numeroASP'], fc.stringMatching(/^[A-Z]{6}[0-9]{6}$/)],
  [['ligne', 'numeroEditeur'], numero(5)],
  [['ligne', 'facture', 'dateFacture'], fc.oneof(typedJour, oneOf('2023-03-15', '15/03/2023 00:00', ' 15/03/2023'))],
  [
    ['ligne', 'facture', 'montantSegurHTFacture'],
    fc.oneof(
      fc.integer({ min: -2, max: 10 ** 12 }).map((cents) => cents / 100),
      oneOf<unknown>('8000.00', 1e300),
    ),
  ],
  [['ligne', 'beneficiaires'], fc.array(finess, { maxLength: 4 })],
  [['ligne', 'scenarioInstallation', 'isDirectToDMP'], oneOf<unknown>(false, 'oui', 1)],
  [['ligne', 'scenarioInstallation', 'identDMP'], identifiants],
  [['ligne', 'scenarioInstallation', 'isDirectToMSSPro'], oneOf<unknown>(false, 'oui', 0)],
  [['ligne', 'scenarioInstallation', 'adresseBoiteMSSPro'], adressesAscii],
  [['ligne', 'scenarioInstallation', 'isDirectToMSSCitoyen'], oneOf<unknown>(true, 'oui')],
  [['ligne', 'scenarioInstallation', 'adresseBoiteMSSCitoyen'], adressesAscii],
]

type Bloc = Record<string, unknown>
const withFaute = (path: readonly string[], value: unknown): string => {
  const fichier = JSON.parse(golden) as Bloc & { lignesImport: [Bloc] }
  const [first = '', ...rest] = path
  const blocs = first === 'ligne' ? rest : path
  let bloc: Bloc = first === 'ligne' ? fichier.lignesImport[0] : fichier
  for (const name of blocs.slice(0, -1)) bloc = bloc[name] as Bloc
  bloc[blocs.at(-1) ?? ''] = value
  return JSON.stringify(fichier)
}

/** Names of the rules that a file breaks once it is opened and its pièces are joined; null when it cannot be opened. */
function brokenBy(text: string): string[] | null {
  const lu = readFichier(text)
  if (!lu.ok || lu.kind !== 'depot') return null
  const { dossier } = fromFichier(lu.depot, exampleDossier().entete, () => 'lu')
  const demandes = dossier.demandes.map((demande) => ({ ...demande, pieces: exemplePieces }))
  const bilan = createChecker()({ ...dossier, demandes }, noContexte('20/03/2023' as Jour))
  return allConstats(bilan).flatMap(({ gravite, regle }) => (gravite === 'erreur' ? [regle] : []))
}

test('a single fault that a schema lets pass is none by the rules either', () => {
  let passed = 0
  const faute = fc
    .constantFrom(...fautes)
    .chain(([path, values]) => fc.oneof(values, anyJson).map((value) => ({ path, value })))
  fc.assert(
    fc.property(faute, ({ path, value }) => {
      const text = withFaute(path, value)
      if (faultsOf(text).length > 0) return
      passed++
      expect(brokenBy(text)).toEqual([])
    }),
    { numRuns: 2_000 },
  )
  expect(passed).toBeGreaterThan(100)
})
