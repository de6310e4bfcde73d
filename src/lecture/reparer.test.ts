import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const head = 'FACTURE N° 7\nDate de facture : 15/03/2023\n'
const totals = (ht: string, tva: string, ttc: string) =>
  `${head}Total HT     ${ht}\nTVA 20 %     ${tva}\nTotal TTC     ${ttc}`
const recognised = (text: string) => readContenu({ ...exampleContenu(text), reconnu: true }).montantHT
const [ht, tva, ttc] = ['30 876,15 €', '6 175,23 €', '37 051,38 €']

describe('a recognised amount is mended where the sums leave one way', () => {
  test.each([
    ['a digit that looks like another', '80 876,15 €'],
    ['in its cents', '30 876,75 €'],
    ['a digit lost', '0 876,15 €'],
    ['a digit gained', '130 876,15 €'],
    ['the comma lost', '3087615 €'],
  ])('%s: «%s»', (_, read) => {
    for (const text of [totals(read, tva, ttc), totals(read, 'germe', ttc)]) {
      const lu = recognised(text)
      expect([lu?.valeur, lu?.sure]).toEqual([30_876_15, false])
      expect(lu?.doute).toContain('est rétabli d’après les calculs')
    }
  })

  test.each([
    ['the tax', totals(ht, '6 176,23 €', ttc)],
    ['the sum with tax', totals(ht, tva, '37 051,88 €')],
  ])('%s mistaken: the amount as read is confirmed', (_, text) => {
    const lu = recognised(text)
    expect([lu?.valeur, lu?.doute]).toEqual([
      30_876_15,
      'Lu par reconnaissance : à vérifier. Les calculs de la facture le confirment.',
    ])
  })

  test('two ways: it stays as read', () => {
    // Either total may be the one mistaken.
    expect(recognised(totals('1 300,00 €', '360,00 €', '1 860,00 €'))?.doute).not.toContain('rétabli')
    expect(recognised(totals('9 999,99 €', tva, ttc))?.valeur).toBe(9_999_99)
  })

  test('a total that the sums prove stays', () => {
    expect(recognised(totals(ht, tva, ttc))?.valeur).toBe(30_876_15)
  })

  test('a printed text is never mended', () => {
    expect(readContenu(exampleContenu(totals('80 876,15 €', tva, ttc))).montantHT?.valeur).not.toBe(30_876_15)
  })
})
