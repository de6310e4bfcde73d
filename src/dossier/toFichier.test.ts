import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeFichier } from '../format/write'
import { emptyDemande } from './dossier'
import { exampleDemande, exampleDossier, exemplePieces } from './example'
import { nommerPieces, toFichier } from './toFichier'

test('[format §2] the guide’s example is written to the byte', () => {
  const golden = readFileSync(new URL('../format/exemple-guide.json', import.meta.url), 'utf8')
  expect(writeFichier(toFichier(exampleDossier()))).toBe(golden)
})

test('[format §2] typed values are settled: trimmed, capitals, digits, dates and cents', () => {
  const typed = exampleDossier({
    numeroAns: ' 1234567890',
    SIRET: '732 829 320 00074',
    demandes: [
      exampleDemande({
        numeroASP: ' finbio000006',
        numeroEditeur: '00001 ',
        dateFacture: '15/3/23',
        montantSegurHTFacture: '27450 € HT',
        beneficiaires: ['999999991 ', ' 999999992', '999999993'],
        identDMP: [' 1999999991'],
        adresseBoiteMSSPro: 'labo@exemple.mssante.fr\t',
      }),
    ],
  })
  expect(toFichier(typed)).toEqual(toFichier(exampleDossier()))
})

test('[format §3 identDMP] under «non» an empty list and null addresses are written, though the draft keeps what was typed', () => {
  const demande = exampleDemande({
    isDirectToDMP: false,
    isDirectToMSSPro: false,
    adresseBoiteMSSCitoyen: 'citoyen@exemple.mssante.fr',
  })
  expect(toFichier(exampleDossier({ demandes: [demande] })).lignesImport[0]?.scenarioInstallation).toEqual({
    isDirectToDMP: false,
    identDMP: [],
    isDirectToMSSPro: false,
    adresseBoiteMSSPro: null,
    isDirectToMSSCitoyen: false,
    adresseBoiteMSSCitoyen: null,
  })
  expect(demande.saisie.identDMP).toEqual(['1999999991'])
})

test('[format §3 nomFichier] follows the numeroEditeur, the wave and the bytes’ format; FACTURE comes first', () => {
  const { FACTURE, VA } = exemplePieces
  const demande = exampleDemande({
    numeroEditeur: ' A0002 ',
    pieces: { VA, FACTURE: FACTURE && { ...FACTURE, formatFichier: 'JPG' } },
  })
  expect(nommerPieces(demande, 'Va1').map(({ nomFichier }) => nomFichier)).toEqual([
    'BIO-SGL-Va1-FACTURE-A0002.jpg',
    'BIO-SGL-Va1-VA-A0002.pdf',
  ])
  expect(nommerPieces(emptyDemande('vide'), 'Val')).toEqual([])
})

test('a dossier with erreurs left is never written', () => {
  for (const wrong of [{ dateFacture: '' }, { montantSegurHTFacture: '27.450' }, { isDirectToDMP: null }])
    expect(() => toFichier(exampleDossier({ demandes: [exampleDemande(wrong)] }))).toThrow(Object.keys(wrong)[0])
})

test('[format §2] no character that nobody sees reaches the values of the file, whatever was typed', () => {
  const unseen = fc.constantFrom('\u200b', '\u00ad', '\ufeff', '\u202e', '\t', '\n', '\u00a0', '‑', '１', '@', '.', 'a')
  const text = fc.oneof(fc.string({ unit: unseen, maxLength: 14 }), fc.string({ unit: 'binary', maxLength: 14 }))
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (typed, list) => {
      const demande = exampleDemande({
        numeroASP: typed,
        numeroEditeur: typed,
        beneficiaires: list,
        identDMP: list,
        adresseBoiteMSSPro: typed,
        isDirectToMSSCitoyen: true,
        adresseBoiteMSSCitoyen: typed,
      })
      const fichier = toFichier(exampleDossier({ demandes: [demande], numeroAns: typed, SIRET: typed }))
      const texts: string[] = []
      JSON.parse(JSON.stringify(fichier), (_, value: unknown) => typeof value === 'string' && texts.push(value))
      expect(texts.filter((value) => /[\p{Cf}\p{Cc}\p{Cs}]|(?! )\p{Z}|^ | $/u.test(value))).toEqual([])
    }),
    { numRuns: 40 },
  )
})
