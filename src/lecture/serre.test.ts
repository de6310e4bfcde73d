import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (body: string) => readContenu(exampleContenu(`FACTURE N° 7\nDate de facture : 15/03/2023\n\n${body}`))
const lus = (body: string) => {
  const { montantHT } = read(body)
  return [montantHT?.valeur, montantHT?.sure]
}

/** An invoice as narrow forms print it: short heads, tax codes, the tax's base in its row. */
const serre = (ht: string, base: string, ttc: string, more = '') =>
  `Pos   Art.        Désign.                Qté UQ     PU            CT     Mt HT
0010  4010-SGL    LABO SEGUR V1          1 FT       8.754,00      A1     8.754,00
0020  4020-SGL    LABO SEGUR LIC/SITE    4 ST       360,00        A1     1.440,00
                        ${ht.padEnd(49)}10.194,00
                        A1 TVA 20,00 %           ${base.padEnd(24)}2.038,80
                        ${ttc.padEnd(49)}12.232,80${more}

Conditions de paiement : trente jours à réception de la facture. Pénalités de retard au taux légal en vigueur.`

describe('[guide §3.2 montantSegurHTFacture] cramped forms', () => {
  const totals = ['Val. nette HT', 'Mt HT', 'Tot. HT', 'Val. nette', 'Mt net', 'Ss-tot. HT']
  const closings = ['Mt final EUR', 'Mt final', 'Mt à régler', 'Tot. facture', 'À devoir EUR']
  test.each(totals.flatMap((ht) => closings.map((ttc) => [ht, ttc])))(
    '«%s», a tax beside its base, «%s»',
    (ht, ttc) => {
      for (const base of ['s/ 10.194,00', 'sur 10.194,00', '10.194,00'])
        expect(lus(serre(ht, base, ttc))).toEqual([10_194_00, true])
    },
  )

  test.each(['Acpte ASP 30 % s/ HT', 'Acc. ASP s/ HT', 'Acpt. HT versé'])(
    '«%s», its minus behind it, is no total; three tenths of the total are no doubt',
    (label) => {
      const more = `\n                        ${label.padEnd(49)}3.058,20-\n                        Reste dû EUR${' '.repeat(37)}9.174,60`
      expect(lus(serre('Val. nette HT', 's/ 10.194,00', 'Mt final EUR', more))).toEqual([10_194_00, true])
    },
  )

  test('two rates, one of nothing', () => {
    const rows = `Désignation          Qté UQ    CT      Mt HT
LABO SEGUR V1        1 FT      A1      6.000,00
FORM. SEGUR          2 J       E3      1.380,00
Val. nette HT                          7.380,00
A1 TVA 20,00 %       s/ 6.000,00       1.200,00
E3 TVA 0,00 %        s/ 1.380,00           0,00
Mt final EUR                           8.580,00`
    expect(lus(rows)).toEqual([7_380_00, true])
  })

  test('a quantity or a tax code is no name of what is sold', () => {
    const sold = (unit: string) => `Désignation          Qté UQ      CT       Mt HT
LABO SEGUR V1        ${unit.padEnd(12)}TN       8.000,00
MAINT. ANNUELLE      ${unit.padEnd(12)}TN       2.000,00
Total HT                              10.000,00
TVA 20 %                               2.000,00
Total TTC                             12.000,00`
    for (const unit of ['1 FT', '1 ENS', '1 J', '1      U'])
      expect(read(sold(unit)).montantHT).toMatchObject({
        valeur: 10_000_00,
        sure: false,
        doute: expect.stringContaining('autres prestations') as string,
      })
  })
})

describe('[guide §3.2 montantSegurHTFacture] an advance that is told', () => {
  const facture = (advance: string) => `Désignation                 Montant HT
Prestation Ségur SGL        10 000,00
Total HT                    10 000,00
TVA 20 %                     2 000,00
Total TTC                   12 000,00
Avance déjà versée par l’ASP : ${advance}`
  test.each(['3 000,00 €', '3 600,00 €'])('three tenths of the total: %s', (advance) => {
    expect(lus(facture(advance))).toEqual([10_000_00, true])
  })
  test.each(['4 285,71 €', '2 500,00 €', '5 142,86 €'])('of something else, %s: in doubt', (advance) => {
    expect(lus(facture(advance))).toEqual([10_000_00, false])
  })
  test('the lines do not add up to the total: in doubt', () => {
    expect(lus(facture('3 000,00 €').replace('SGL        10 000,00', 'SGL         9 500,00'))).toEqual([
      10_000_00,
      false,
    ])
  })
})

describe('[guide §3.2 montantSegurHTFacture] what is due, without a tax', () => {
  test.each(['Somme due', 'Montant dû', 'Solde', 'Somme à verser'])('«%s»', (label) => {
    for (const why of ['(TVA non applicable, art. 293 B du CGI)', '– TVA exonérée'])
      expect(
        lus(`Travaux              Montant\nVersion Ségur        8 650,00 €\n${label} ${why}     8 650,00 €`),
      ).toEqual([8_650_00, true])
  })
})

test('[guide §3.2 montantSegurHTFacture] an invoice of the advance itself is never sure', () => {
  const rows = `Désignation                 Montant HT
Acompte 30 % Ségur SGL       3 000,00
Total HT                     3 000,00
TVA 20 %                       600,00
Total TTC                    3 600,00`
  expect(lus(rows)).toEqual([3_000_00, false])
})

test.each(['Total TTC', 'Net à payer TTC', 'TTC'])(
  '[guide §3.2 montantSegurHTFacture] only «%s» below the lines: their sum, in doubt',
  (label) => {
    const rows = (ttc: string) => `Désignation                 Montant HT
Version Ségur SGL            8 000,00
Activation Ségur             2 000,00
${label.padEnd(28)}${ttc}`
    expect(lus(rows('12 000,00'))).toEqual([10_000_00, false])
    expect(lus(rows('12 345,00'))[1]).not.toBe(true)
  },
)
