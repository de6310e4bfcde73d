import { describe, expect, test } from 'vitest'
import { toDocumentLu } from './documentLu'
import { exampleContenu } from './examplePage'
import type { Lecture, Lu } from './lecture'
import { readContenu } from './readContenu'

const facture = (totals: string) => `FACTURE
Date de facture : 15/03/2023
Dossier ASP : FINBIO000006
SIRET fournisseur : 732 829 320 00074
FINESS : 990001018
${totals}`
const proven = `Total HT   27 450,00 €
TVA 20 %   5 490,00 €
Total TTC   32 940,00 €`
const read = (text: string) => readContenu({ ...exampleContenu(text), reconnu: true })
const all = ({ dateFacture, montantHT, montantTTC, siretFournisseur, numeroASP, ...lists }: Lecture): Lu<unknown>[] =>
  [
    ...[dateFacture, montantHT, montantTTC, siretFournisseur, numeroASP],
    ...lists.candidatsHT,
    ...lists.candidatsDate,
    ...lists.sirets,
    ...lists.finess,
  ].flatMap((lu) => lu ?? [])

describe('recognised text', () => {
  test('is never sure, whatever proves it', () => {
    const lecture = read(facture(proven))
    expect(all(lecture).length).toBeGreaterThan(7)
    expect(all(lecture).filter(({ sure }) => sure)).toEqual([])
    expect(lecture.type).toMatchObject({ valeur: 'FACTURE', sure: false })
    for (const { doute } of all(lecture)) expect(doute).toMatch(/^Lu par reconnaissance : à vérifier\./)
  })

  test('gives the values that the same text would give', () => {
    const [here, there] = [read(facture(proven)), readContenu(exampleContenu(facture(proven)))]
    expect(all(here).map(({ valeur }) => valeur)).toEqual(all(there).map(({ valeur }) => valeur))
  })

  test('says what proves a value, and what speaks against it', () => {
    const { montantHT, finess, siretFournisseur, dateFacture } = read(facture(proven))
    expect(montantHT?.doute).toBe('Lu par reconnaissance : à vérifier. Les calculs de la facture le confirment.')
    expect(finess[0]?.doute).toBe('Lu par reconnaissance : à vérifier. Sa clé est juste.')
    expect(siretFournisseur?.doute).toBe('Lu par reconnaissance : à vérifier. Sa clé est juste.')
    expect(dateFacture?.doute).toBe('Lu par reconnaissance : à vérifier.')
    expect(read(facture('Total HT   27 450,00 €')).montantHT?.doute).toBe(
      'Lu par reconnaissance : à vérifier. Aucun calcul de la facture ne confirme ce montant.',
    )
    expect(read(facture(proven).replace('990001018', '990001019')).finess[0]?.doute).toMatch(/clé.*ne correspond pas/)
  })

  test('is not held against what is typed', () => {
    expect(toDocumentLu(read(facture(proven)))).toMatchObject({
      dateFacture: null,
      montantHT: null,
      montants: [],
      dates: [],
      finess: [],
      siretFournisseur: null,
      numeroASP: null,
      blanche: false,
      lisible: true,
    })
  })
})
