import { describe, expect, test } from 'vitest'
import { completer, isOpen } from './completer'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const whole = `FACTURE N° 7
Date de facture : 15/03/2023
Dossier ASP : FINBIO000006
SIRET fournisseur : 732 829 320 00074
FINESS : 990001018, 990001026
Total HT     27 450,00 €
TVA 20 %      5 490,00 €
Total TTC    32 940,00 €`
const read = (text: string) => readContenu({ ...exampleContenu(text), reconnu: true })
const attestation = `ATTESTATION DE VÉRIFICATION D’APTITUDE
Je soussignée atteste que la vérification d’aptitude est prononcée.
Dossier FINBIO000006. FINESS : 990001018
Fait le 15/03/2023. Signature`

describe('a second look', () => {
  test('is for what the first leaves open', () => {
    expect([whole, attestation].map((text) => isOpen(read(text)))).toEqual([false, false])
    for (const [from, to] of [
      ['5 490,00', '5 391,00'],
      ['15/03/2023', '1 /03/2023'],
      ['FINBIO000006', 'F1NB000'],
      ['FINESS : 990001018, 990001026', ''],
      ['990001026', '990001028'],
    ] as const)
      expect(isOpen(read(whole.replace(from, to)))).toBe(true)
    // Of a list of numbers one may be missed, and nothing tells.
    expect(isOpen(read(whole.replace('990001026', '990001026, 990001034')))).toBe(true)
    // Well read, and still for the clerk to judge.
    expect(isOpen(read(`${whole}\nAcompte versé     5 000,00 €`))).toBe(false)
    expect(isOpen(read(attestation.replace('990001018', '')))).toBe(true)
  })

  test.each([
    ['the day', '15/03/2023', '1S/0e/2023'],
    ['the ASP’s number', 'FINBIO000006', 'F?NB'],
    ['the SIRET', '732 829 320 00074', '732'],
    ['the amount', 'Total HT     27 450,00', 'Totalhi     ?'],
    ['the tax that confirms it', '5 490,00', 'germe'],
    ['a FINESS', '990001026', 'ggoooio26'],
    ['a FINESS whose key was wrong', '990001026', '990001028'],
  ])('adds what the first lacks, and the order is the same: %s', (_, from, to) => {
    const expected = read(whole)
    for (const both of [
      completer(read(whole.replace(from, to)), expected),
      completer(expected, read(whole.replace(from, to))),
    ]) {
      expect(both.dateFacture?.valeur).toBe('15/03/2023')
      expect([both.montantHT?.valeur, both.montantHT?.doute]).toEqual([
        27_450_00,
        'Lu par reconnaissance : à vérifier. Les calculs de la facture le confirment.',
      ])
      expect(both.numeroASP?.valeur).toBe('FINBIO000006')
      expect(both.siretFournisseur?.valeur).toBe('73282932000074')
      expect(both.finess.map(({ valeur }) => valeur).sort()).toEqual(['990001018', '990001026'])
    }
  })

  test('that says another thing without proof is told, and the first stays', () => {
    const unproven = whole.replace(/TVA.*\n.*/, '')
    const both = completer(read(unproven), read(unproven.replace('15/03', '15/08').replace('27 450', '27 460')))
    expect([both.dateFacture?.valeur, both.montantHT?.valeur]).toEqual(['15/03/2023', 27_450_00])
    expect(both.dateFacture?.doute).toMatch(/Une seconde lecture donne 15\/08\/2023\.$/)
    expect(both.montantHT?.doute).toMatch(/Une seconde lecture donne 27 460,00\.$/)
    expect(both.candidatsDate.map(({ valeur }) => valeur)).toEqual(['15/03/2023', '15/08/2023'])
  })

  test('gives an attestation no day and no amount', () => {
    const { dateFacture, montantHT, type } = completer(read(attestation.replace('990001018', '')), read(whole))
    expect([dateFacture, montantHT, type.valeur]).toEqual([null, null, 'VA'])
  })

  test('nothing of it is ever sure', () => {
    const { dateFacture, montantHT, finess } = completer(read(whole.replace('5 490,00', '')), read(whole))
    expect([dateFacture, montantHT, ...finess].map((lu) => lu?.sure)).not.toContain(true)
  })
})
