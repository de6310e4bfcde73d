import { describe, expect, test } from 'vitest'
import { emptySaisie, type Saisie } from '../dossier/dossier'
import { exampleContenu } from '../lecture/examplePage'
import { readContenu } from '../lecture/readContenu'
import { ensemblesOf, suggestionsOf, takeSuggestions, type Documents } from './suggestions'

const facture = readContenu(
  exampleContenu(`FACTURE n° F2023-0118
Date de facture : 15/03/2023
Dossier ASP : FINBIO000006
N° FINESS : 999999991
Total HT          27 450,00
TVA 20 %           5 490,00
Total TTC         32 940,00`),
)
const va = readContenu(
  exampleContenu(`Attestation de vérification d'aptitude
Dossier ASP : FINBIO000007
N° FINESS : 999999992`),
)
const documents = (overrides: Partial<Documents> = {}): Documents => ({ facture, va: null, piece: null, ...overrides })
const saisie = (overrides: Partial<Saisie> = {}): Saisie => ({ ...emptySaisie, ...overrides })
const champsOf = (typed: Saisie, read = documents()) =>
  ensemblesOf(typed, read).map(({ source, suggestions }) => [source, ...suggestions.map(({ champ }) => champ)])

describe('[suggestions] all of one document in one press', () => {
  test('every field that is empty and that it says one value of', () => {
    expect(champsOf(saisie())).toEqual([
      ['FACTURE', 'numeroASP', 'dateFacture', 'montantSegurHTFacture', 'beneficiaires'],
    ])
  })

  test('what is typed is not written over unseen: it is offered beside its field alone', () => {
    const typed = saisie({ montantSegurHTFacture: '27 000,00', beneficiaires: ['999999993'] })
    expect(champsOf(typed)).toEqual([['FACTURE', 'numeroASP', 'dateFacture']])
    expect(suggestionsOf('montantSegurHTFacture', typed.montantSegurHTFacture, documents())).toHaveLength(1)
  })

  test('one value alone is no ensemble', () => {
    expect(champsOf(saisie({ numeroASP: 'x', dateFacture: 'x', montantSegurHTFacture: 'x' }))).toEqual([])
  })

  test('where several amounts may be meant, the clerk chooses', () => {
    const [lu] = facture.candidatsHT
    if (!lu) throw new Error('no amount read')
    const doubtful = { ...facture, montantHT: null, candidatsHT: [lu, { ...lu, valeur: lu.valeur }] }
    expect(champsOf(saisie(), documents({ facture: doubtful }))).toEqual([
      ['FACTURE', 'numeroASP', 'dateFacture', 'beneficiaires'],
    ])
  })

  test('the words say which document: the attestation where the invoice does not', () => {
    const read = documents({ facture: null, va })
    expect(champsOf(saisie(), read)).toEqual([['VA', 'numeroASP', 'beneficiaires']])
    expect(suggestionsOf('numeroASP', '', read).map(({ texte }) => texte)).toEqual([
      'FINBIO000007 lu dans l’attestation',
    ])
    expect(ensemblesOf(saisie(), read)[0]?.ou).toBe('l’attestation')
  })

  test('the sum of several amounts is not typed over', () => {
    expect(champsOf(saisie({ montantsAdditionnes: ['', ''] }))).toEqual([
      ['FACTURE', 'numeroASP', 'dateFacture', 'beneficiaires'],
    ])
  })
})

describe('[suggestions] a doubt is said once, with the FINESS that it is about', () => {
  const douteOf = (finess: string, typed: string[] = []) =>
    suggestionsOf(
      'beneficiaires',
      typed,
      documents({ facture: readContenu(exampleContenu(`FACTURE n° 1\nN° FINESS : ${finess}`)) }),
    )[0]?.doute

  test('of one alone it is «ce FINESS»', () => {
    expect(douteOf('999999991')).toBe('La clé de ce FINESS ne correspond pas.')
    expect(douteOf('999999991, 999999992', ['999999992'])).toBe('La clé de ce FINESS ne correspond pas.')
  })

  test('of several it names those, and never those whose key is right', () => {
    expect(douteOf('999999991, 999999992, 999999993')).toBe(
      'La clé de 999999991, 999999992 et 999999993 ne correspond pas.',
    )
    expect(douteOf('990001018, 999999992')).toBe('La clé de 999999992 ne correspond pas.')
    expect(douteOf('990001018, 990001026')).toBeNull()
  })

  test('of many it names the first', () => {
    expect(douteOf('999999991, 999999992, 999999993, 999999994, 999999995')).toBe(
      'La clé de 999999991, 999999992, 999999993 et 2 autres ne correspond pas.',
    )
  })
})

test('[suggestions] the client’s name is offered for «Libellé interne» while that is empty, by itself and in doubt', () => {
  const named = readContenu(exampleContenu('Client\nLabo des Lilas\n\nFACTURE n° 1\nTotal HT          27 450,00'))
  const offered = suggestionsOf('libelleInterne', '', documents({ facture: named }))
  expect(offered.map(({ texte }) => texte)).toEqual(['Labo des Lilas lu dans la facture'])
  expect(offered[0]?.doute).not.toBeNull()
  expect(takeSuggestions(saisie(), offered).libelleInterne).toBe('Labo des Lilas')
  expect(suggestionsOf('libelleInterne', 'Lilas', documents({ facture: named }))).toEqual([])
  expect(champsOf(saisie(), documents({ facture: named })).flat()).not.toContain('libelleInterne')
})

test('[suggestions] taken, each value stands in its field, a list keeps its items, and nothing more is suggested', () => {
  const typed = saisie({ numeroEditeur: '00001' })
  const [all] = ensemblesOf(typed, documents())
  const taken = takeSuggestions(typed, all?.suggestions ?? [])
  expect(taken).toMatchObject({
    numeroEditeur: '00001',
    numeroASP: 'FINBIO000006',
    dateFacture: '15/03/2023',
    beneficiaires: ['999999991'],
  })
  expect(taken.montantSegurHTFacture.replace(/\s/gu, '')).toBe('27450,00')
  expect(ensemblesOf(taken, documents())).toEqual([])
  const [finess] = suggestionsOf('beneficiaires', ['999999993'], documents())
  expect(takeSuggestions(saisie({ beneficiaires: ['999999993'] }), finess ? [finess] : []).beneficiaires).toEqual([
    '999999993',
    '999999991',
  ])
})
