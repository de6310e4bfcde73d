import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (body: string) => readContenu(exampleContenu(`FACTURE N° 7\nDate de facture : 15/03/2023\n\n${body}`))
const row = (label: string, amount: string) => `${label.padEnd(70)}${amount.padStart(12)}`
const facture = (line: string, taken: number) => {
  const euros = (centimes: number) =>
    (centimes / 100)
      .toFixed(2)
      .replace('.', ',')
      .replace(/(\d)(\d{3},)/, '$1 $2')
  const left = 10_000_00 - taken
  const [first = '', ...rest] = line.split('\n')
  return [
    row('Désignation', 'Montant HT'),
    row('Prestation Ségur SGL', '10 000,00'),
    [row(first, `-${euros(taken)}`), ...rest].join('\n'),
    row('Total HT', euros(left)),
    row('TVA 20 %', euros(left / 5)),
    row('Total TTC', euros(left * 1.2)),
  ].join('\n')
}

describe('[guide §3.2 montantSegurHTFacture] a line that corrects the Ségur line', () => {
  test.each([
    'Régularisation : module RPPS facturé à tort (notre facture F-12)',
    'Code promo SEGUR10 (−10 %)',
    'Reprise de notre facture F-12 du 11/07/2023 (frais Ségur)',
    'Credit: training day not delivered (Ségur), invoice F-12',
    'Avoir sur facture F-12 – module Ségur facturé deux fois',
    'À déduire : acompte de formation Ségur facturé en trop',
    'À déduire : acompte de formation Ségur facturé en\ntrop (facture 12)',
    'Trop-perçu sur la prestation Ségur',
    'Annulation ligne Ségur facture F-12',
    'Module Ségur non livré',
    'Ségur : site fermé',
    'Rectification facture F-12, erreur de quantité Ségur',
    'Geste commercial Ségur',
    'Escompte Ségur',
    'Remise sociétaire sur prestation Ségur',
  ])('«%s»: the total that the sums prove', (line) => {
    expect(read(facture(line, 850_00)).montantHT?.valeur).toBe(9_150_00)
  })

  test.each([
    ['Avance ASP', 850_00],
    ['Financement Ségur déjà perçu', 850_00],
    ['Subvention Ségur', 850_00],
    ['Acompte reçu', 850_00],
    ['Ségur, facture F-12', 3_000_00],
    ['Module Ségur', 3_000_00],
    ['Avoir sur facture Ségur F-12', 3_000_00],
  ])('«%s», %i: the advance takes nothing off', (line, taken) => {
    const { montantHT } = read(facture(line, taken))
    expect([montantHT?.valeur, montantHT?.sure]).toEqual([10_000_00, false])
  })
})

describe('[guide §3.2 montantSegurHTFacture] a total that says why it bears no tax', () => {
  test.each([
    'Total à payer (TVA non applicable, art. 293 B du CGI)',
    'Total (exonéré de TVA)',
    'Total exonéré de TVA',
    'Montant à payer, TVA non applicable',
    'Net à payer – TVA non due',
    'Total général (TVA exonérée)',
    'Total (sans TVA)',
    'Total à régler (dispensé de TVA)',
    'TOTAL (TVA : néant)',
    'Somme à payer (exonération de TVA, art. 261 B)',
  ])('«%s»', (label) => {
    const lines = `${row('Prestation Ségur, intégration', '7 800,00')}\n${row('Prestation Ségur, accompagnement', '1 350,00')}`
    expect(read(`${row('Prestation', 'Montant HT')}\n${lines}\n${row(label, '9 150,00')}`).montantHT?.valeur).toBe(
      9_150_00,
    )
    // Ranks, quantities and codes make sums too.
    const shares = ['1      Laboratoire Nord', '5      Laboratoire Sud', '6      Laboratoire Est']
    const table = shares.map((share, rank) => row(share, ['4 000,00', '3 000,00', '2 150,00'][rank] ?? '')).join('\n')
    expect(
      read(`Exonération de TVA : article 261 B du CGI\n${table}\n${row(label, '9 150,00')}`).montantHT?.valeur,
    ).toBe(9_150_00)
  })
  test('small numbers that no label names are no amount', () => {
    expect(read('1      Nord      5\n2      Sud       1\n3      Est       6').candidatsHT).toEqual([])
  })
})
