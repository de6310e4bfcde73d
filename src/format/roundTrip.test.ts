import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fichier } from './fichier'
import { isJour, type Jour } from './jour'
import { absentesOf } from './modele'
import { writeMontant, type Centimes } from './montant'
import { profil } from './profil'
import { readFichier, readFichierModele } from './readFichier'
import { showMessage } from './message'
import { showRefus } from './refus'
import { writeFichier } from './write'
import { cleanLigne } from './texte'

type Bag = Record<string, unknown>

function read(text: string) {
  const lecture = readFichier(text)
  if (!lecture.ok) throw new Error(showMessage(showRefus(lecture)))
  return lecture
}
const recase = (text: string, change: (name: string) => string) =>
  text.replace(/"([A-Za-z]+)":/g, (_, name: string) => `"${change(name)}":`)

const sign = fc.constantFrom('A', 'b', 'Z', '0', '1', '9', '-', '_')
const numero = (length: number) => fc.string({ unit: sign, minLength: length, maxLength: length })
const jour = fc
  .date({ min: new Date('2021-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).split('-').reverse().join('/'))
  .filter((text): text is Jour => isJour(text))
const trimmed = (maxLength: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .filter((text) => cleanLigne(text).trim() === text && !/^null$/i.test(text))
const adresse = fc.option(
  numero(6).map((box) => `${box}@exemple.mssante.fr`),
  { nil: null },
)
const anyFichier: fc.Arbitrary<Fichier> = fc.record({
  numeroAns: numero(10),
  SIRET: fc.stringMatching(/^[0-9]{14}$/),
  lignesImport: fc.array(
    fc.record({
      numeroASP: numero(6).map((end) => profil.prefixeNumeroASP + end),
      numeroEditeur: numero(5),
      facture: fc.record({
        dateFacture: jour,
        montantSegurHTFacture: fc.integer({ min: 1, max: 10 ** 10 }).map((cents) => cents as Centimes),
      }),
      beneficiaires: fc.array(fc.stringMatching(/^[0-9]{9}$/), { minLength: 1, maxLength: 4 }),
      piecesJustificatives: fc.constant([
        { nomFichier: 'BIO-SGL-Val-FACTURE-00001.pdf', formatFichier: 'PDF', typeFichier: 'FACTURE' } as const,
      ]),
      scenarioInstallation: fc.record({
        isDirectToDMP: fc.boolean(),
        identDMP: fc.array(trimmed(20), { maxLength: 3 }),
        isDirectToMSSPro: fc.boolean(),
        adresseBoiteMSSPro: adresse,
        isDirectToMSSCitoyen: fc.boolean(),
        adresseBoiteMSSCitoyen: adresse,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
})

/** What must be read from the values of a file. */
const expected = ({ numeroAns, SIRET, lignesImport }: Fichier) => ({
  numeroAns,
  SIRET,
  lignes: lignesImport.map(({ facture, scenarioInstallation, ...ligne }, index) => ({
    ...ligne,
    rang: index + 1,
    dateFacture: facture.dateFacture,
    montantSegurHTFacture: writeMontant(facture.montantSegurHTFacture),
    ...scenarioInstallation,
    adresseBoiteMSSPro: scenarioInstallation.adresseBoiteMSSPro ?? '',
    adresseBoiteMSSCitoyen: scenarioInstallation.adresseBoiteMSSCitoyen ?? '',
  })),
})

const flatten = (text: string) => {
  const parsed = JSON.parse(text) as { lignesImport: Bag[] }
  const lignesImport = parsed.lignesImport.map(({ facture, scenarioInstallation, ...ligne }) => ({
    ...ligne,
    ...(facture as Bag),
    ...(scenarioInstallation as Bag),
  }))
  return JSON.stringify({ ...parsed, lignesImport })
}
const stringify = (text: string) =>
  text.replace(/: (true|false|null|\d+\.\d\d)(,?)$/gm, (_, value: string, comma: string) => `: "${value}"${comma}`)

test.each<[string, (text: string) => string]>([
  ['as written', (text) => text],
  ['with flat blocks', flatten],
  ['with tags in lower case', (text) => recase(text, (name) => name.toLowerCase())],
  ['with numbers, booleans and null as texts', stringify],
  [
    'all of these, with CRLF and a byte order mark',
    (text) => `\ufeff${recase(stringify(text), (name) => name.toUpperCase()).replaceAll('\n', '\r\n')}`,
  ],
])('[format §7] any file of ours is read back equal %s', (_, change) => {
  fc.assert(
    fc.property(anyFichier, (fichier) => {
      const lecture = read(change(writeFichier(fichier)))
      expect(lecture.kind).toBe('depot')
      expect(lecture.depot).toMatchObject(expected(fichier))
    }),
  )
})

/** Any shape: the default one with tags in another order, spelling and nesting, and tags of its own. */
const anyModele = anyFichier.chain((sample) =>
  fc
    .record({
      seed: fc.infiniteStream(fc.nat({ max: 9 })),
      spell: fc.constantFrom(
        (name: string) => name,
        (name: string) => name.toLowerCase(),
        (name: string) => name.toUpperCase(),
      ),
      flat: fc.boolean(),
      finess: fc.constantFrom<((finess: string) => unknown)[]>(
        (finess) => finess,
        (FINESSGeo) => ({ FINESSGeo }),
        (FINESSGeo) => ({ structure: { nom: '', FINESSGeo } }),
      ),
    })
    .map(({ seed, spell, flat, finess }) => {
      const text = writeFichier(sample)
      const parsed = JSON.parse(flat ? flatten(text) : text) as { lignesImport: Bag[] }
      const shuffled = (bag: Bag): Bag =>
        Object.fromEntries(
          Object.entries({ ...bag, ajout: null })
            .map((entry) => [seed.next().value, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, [name, value]]) => [name, value]),
        )
      const lignesImport = parsed.lignesImport.map((ligne) =>
        shuffled({ ...ligne, beneficiaires: ['999999991'].map(finess) }),
      )
      return recase(JSON.stringify(shuffled({ ...parsed, lignesImport })), spell)
    }),
)

test('[format §7] a file written in any modèle’s shape is read back equal', () => {
  fc.assert(
    fc.property(anyModele, anyFichier, (shape, fichier) => {
      const lu = readFichierModele(shape)
      if (!lu.ok) throw new Error(showMessage(showRefus(lu)))
      expect(absentesOf(lu.modele)).toEqual([])
      expect(read(writeFichier(fichier, lu.modele)).depot).toMatchObject(expected(fichier))
    }),
  )
})

test('[format §2] whatever stands in its values and in the modèle’s names, no format or control character reaches the JSON', () => {
  const unseen = fc.constantFrom(
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\u202e',
    '\u2028',
    '\0',
    '\u0085',
    '\t',
    '\n',
    '\ud800',
    'a',
  )
  const any = fc.oneof(fc.string({ unit: unseen, maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 12 }))
  fc.assert(
    fc.property(anyFichier, any, any, any, (fichier, text, name, fixe) => {
      const dirty: Fichier = {
        ...fichier,
        numeroAns: text,
        SIRET: text,
        lignesImport: fichier.lignesImport.map((ligne) => ({
          ...ligne,
          numeroASP: text,
          numeroEditeur: text,
          beneficiaires: [text],
          piecesJustificatives: [{ nomFichier: text, formatFichier: 'PDF', typeFichier: 'VA' }],
          scenarioInstallation: { ...ligne.scenarioInstallation, identDMP: [text], adresseBoiteMSSPro: text },
        })),
      }
      const modele = JSON.stringify({ numeroAns: '', [name]: '', lignesImport: [{ numeroASP: '', [name]: '' }] })
      const lu = readFichierModele(modele)
      const valeursFixes = { [name]: fixe, [`lignesImport.${name}`]: fixe }
      const texts: string[] = []
      for (const written of [writeFichier(dirty), lu.ok ? writeFichier(dirty, lu.modele, valeursFixes) : ''])
        JSON.parse(written || '{}', (key, value: unknown) => {
          texts.push(key, typeof value === 'string' ? value : '')
          return value
        })
      expect(texts.filter((seen) => /[\p{Cf}\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(seen))).toEqual([])
    }),
    { numRuns: 40 },
  )
})
