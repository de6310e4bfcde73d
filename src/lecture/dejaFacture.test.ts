import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (body: string) => readContenu(exampleContenu(`FACTURE N° 7\nDate de facture : 15/03/2023\n\n${body}`))
const euros = (centimes: number) =>
  (centimes / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 }).replace(/\s/g, ' ')
/** An invoice of 10 000,00 € with a line that takes `taken` off it. */
const facture = (line: string, taken: number, unite = '1') => {
  const left = 10_000_00 - taken
  return [
    'Désignation                                        Qté           PU HT         Montant HT',
    `Prestation Ségur SGL                               ${unite.padEnd(16)}10 000,00     10 000,00`,
    `${line.padEnd(51)}${unite.padEnd(16)}-${euros(taken).padEnd(13)}-${euros(taken)}`,
    '',
    `Total HT                                                         ${euros(left)}`,
    `TVA 20 %                                                         ${euros(left / 5)}`,
    `Total TTC                                                        ${euros(left * 1.2)}`,
  ].join('\n')
}

describe('[guide §3.2 montantSegurHTFacture] a line that is taken off', () => {
  test.each([
    'Déduction pour prestation déjà facturée',
    'À déduire : journée de formation déjà facturée',
    'Prestations précédemment facturées (F-12)',
    'Moins : module déjà facturé',
    'Licence serveur déjà facturée par ailleurs',
  ])('«%s» is no advance: the total is what is left, in doubt', (line) => {
    const { montantHT, candidatsHT } = read(facture(line, 800_00))
    expect([montantHT?.valeur, montantHT?.sure]).toEqual([9_200_00, false])
    expect(candidatsHT.map(({ valeur }) => valeur)).toContain(10_000_00)
  })

  test.each([
    ['Acompte déjà facturé', 800_00],
    ['Avance déjà versée', 3_000_00],
    ['Déduction de l’avance Ségur', 3_000_00],
    ['Prestation déjà facturée', 3_000_00],
    ['Prestation déjà facturée (facture d’acompte F-1)', 800_00],
    ['Prestation déjà facturée par l’avance', 800_00],
  ])('«%s», %i, is the advance: the total before it, in doubt', (line, taken) => {
    const { montantHT } = read(facture(line, taken))
    expect([montantHT?.valeur, montantHT?.sure]).toEqual([10_000_00, false])
  })

  test.each(['1,00 Unité(s)', '1 forfait', '1 U', '1 licence'])('«%s» beside it is no name of it', (unite) => {
    expect(read(facture('Geste commercial', 800_00, unite)).montantHT?.valeur).toBe(9_200_00)
  })
})

test('[guide §3.2 montantSegurHTFacture] without VAT a total before tax is to be paid', () => {
  const rows = 'Désignation        Montant HT\nPrestation Ségur     10 000,00\n'
  for (const total of ['Total HT à régler (TVA non applicable, art. 294-1 du CGI)', 'Total HT à payer, TVA exonérée'])
    expect(read(`${rows}${total}     10 000,00`).montantHT?.valeur).toBe(10_000_00)
})
