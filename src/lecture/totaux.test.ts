import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (body: string) => readContenu(exampleContenu(`FACTURE N° 7\nDate de facture : 15/03/2023\n${body}`))
const amountOf = (body: string) => {
  const { montantHT } = read(body)
  return montantHT && [montantHT.valeur, montantHT.sure]
}
const line = 'Désignation            Qté      Montant HT\nPrestation Ségur       1        10 000,00 €\n\n'

describe('[guide §3.2 montantSegurHTFacture] without VAT, what is to be paid is the amount before tax', () => {
  const grounds = [
    'TVA non applicable, article 293 B du CGI',
    'Autoliquidation – TVA due par le preneur',
    'Exonération de TVA, article 261 du CGI',
  ]
  const labels = ['Net à payer', 'Total à payer', 'Total', 'Montant à régler']
  test.each(grounds.flatMap((ground) => labels.map((label) => [ground, label])))('%s / %s', (ground, label) => {
    expect(amountOf(`${line}        ${label}      10 000,00 €\n${ground}`)).toEqual([10_000_00, true])
    expect(amountOf(`${line}        ${label}\n        10 000,00 €\n${ground}`)).toEqual([10_000_00, true])
  })

  test.each(['Total', 'Net à payer', 'Total à payer'])('«%s» beside a tax of 0,00', (label) => {
    expect(amountOf(`${line}${label}     10 000,00 €\nTVA :     0,00 €`)).toEqual([10_000_00, true])
  })

  test('a rate beside the words: the sum with tax is not taken for it', () => {
    expect(amountOf(`${line}TVA 20 %     2 000,00 €\nNet à payer   12 000,00 €\n${grounds[2] ?? ''}`)?.[0]).not.toBe(
      12_000_00,
    )
  })
})

describe('[guide §3.2 montantSegurHTFacture] bases of several rates are parts', () => {
  const bases =
    'Base HT à 20 %    9 000,00\nTVA 20 %          1 800,00\nBase HT à 5,5 %   1 000,00\nTVA 5,5 %            55,00\n'
  test.each(['Net commercial HT', 'Total HT', 'Montant total HT'])('their sum is «%s»', (label) => {
    expect(amountOf(`${bases}${label}     10 000,00\nTotal TTC     11 855,00`)).toEqual([10_000_00, true])
  })
  test('no total printed: it is computed, in doubt', () => {
    expect(amountOf(`${bases}Total TTC     11 855,00`)).toEqual([10_000_00, false])
  })
  test('only what is to be paid and its tax are printed: the difference, in doubt', () => {
    expect(amountOf('Dont TVA 20 %     2 000,00\nNet à payer TTC     12 000,00')).toEqual([10_000_00, false])
  })
})

describe('[guide §3.2 montantSegurHTFacture] a bare «Total» is with tax when the printed tax says so', () => {
  const closings = ['Total', 'TOTAL', 'Montant total', 'Montant final', 'Total à payer', 'Solde à payer', 'Montant dû']
  const before = [
    'Montant hors taxes',
    'Total HT',
    'Valeur nette totale',
    'Total hors TVA',
    'Sous-total',
    'Sous-total HT',
  ]
  test.each(before.flatMap((label) => closings.map((closing) => [label, closing])))('%s / %s', (label, closing) => {
    for (const gap of [' ', '      '])
      expect(
        amountOf(
          `${line}${label}${gap}10 000,00 €\n          TVA 20 %${gap}2 000,00 €\n          ${closing}${gap}12 000,00 €`,
        ),
      ).toEqual([10_000_00, true])
  })

  test('a sum that does not close proves nothing', () => {
    expect(amountOf(`${line}Sous-total   9 000,00 €\nTVA 20 %   2 000,00 €\nTotal   12 000,00 €`)?.[1]).not.toBe(true)
  })
})

test('[guide §3.2 montantSegurHTFacture] rates in columns, kinds of amounts in rows', () => {
  for (const heads of ['Taux 20 %     Taux 5,5 %     Total', 'TVA 20 %      TVA 5,5 %      Total']) {
    const table = `              ${heads}
HT            9 000,00      1 000,00       10 000,00
TVA           1 800,00      55,00          1 855,00
TTC           10 800,00     1 055,00       11 855,00`
    for (const row of ['HT     ', 'Base HT'])
      expect(amountOf(table.replace('\nHT     ', `\n${row}`))).toEqual([10_000_00, true])
  }
})

describe('[guide §3.2 montantSegurHTFacture] what contradicts itself is not sure', () => {
  const totals = 'Total HT     10 000,00 €\nTVA 20 %     2 000,00 €\nTotal TTC     12 000,00 €\n'
  test.each([
    ['a tax that does not fit', totals.replace('2 000,00', '2 100,00'), false],
    ['letters that say another total', `${totals}Arrêtée à la somme de douze mille cent euros`, false],
    ['letters that say the same', `${totals}Arrêtée à la somme de douze mille euros`, true],
    ['a capital in letters', `${totals}SAS au capital de cinquante mille euros`, true],
  ])('%s', (_, body, sure) => {
    expect(amountOf(body)).toEqual([10_000_00, sure])
  })
})

test.each([
  ['27 450€50', 27_450_50],
  ['27450€50', 27_450_50],
  ['8€05', 8_05],
])('[format §3 montantSegurHTFacture] «%s»: the euro sign in the place of the comma', (texte, centimes) => {
  expect(read(`Total HT     ${texte}`).montants).toEqual([centimes])
})

test.each([
  ['Total HT     0,00 €\nTVA     0,00 €\nTotal TTC     0,00 €', true],
  ['Total HT   100,00 €\nTVA   20,00 €\nTotal TTC   120,00 €\nAvance   -120,00 €\nNet à payer     0,00 €', true],
  ['Total HT   100,00 €\nRemise   0,00 €\nPort HT   0,00 €\nTVA   20,00 €\nTotal TTC   120,00 €', false],
])('[guide §3.2] a total of 0,00 is told: %s', (body, expected) => {
  expect(read(body).totalNul).toBe(expected)
})

test.each(['Total', 'Total à payer', 'Montant total'])(
  '[guide §3.2 montantSegurHTFacture] «%s» closes the sum of taxes of two rates',
  (closing) => {
    for (const before of ['Sous-total', 'Montant hors taxes'])
      expect(
        amountOf(
          `${line}${before}   10 000,00 €\nTVA 20 %   1 800,00 €\nTVA 5,5 %   55,00 €\n${closing}   11 855,00 €`,
        ),
      ).toEqual([10_000_00, true])
  },
)

test.each(['Montant net', 'Montants nets', 'Net amount', 'Net value'])(
  '[guide §3.2 montantSegurHTFacture] «%s», the base of its tax beside it',
  (label) => {
    for (const tax of ['TVA 20,00 %     sur 10 000,00     2 000,00', 'TVA 20,00 %     2 000,00'])
      for (const closing of ['Montant final', 'Total TTC'])
        expect(amountOf(`${label}     10 000,00\n${tax}\n${closing}     12 000,00`)?.[0]).toBe(10_000_00)
  },
)

test('[guide §3.2 montantSegurHTFacture] amounts broken in narrow cells are put together, in doubt', () => {
  const band = `Total HT      Total TVA     Total TTC
10            2             12
000,00        000,00        000,00`
  expect(amountOf(band)).toEqual([10_000_00, false])
})

test.each(['10', '20', '2'])(
  '%s in a cell of its own is a quantity, and no rate, where the sale bears no tax',
  (count) => {
    const page = `Désignation              Qté          Montant HT\nPrestation Ségur         ${count.padEnd(13)}10 000,00\n`
    const totals = 'Sous-total               10 000,00\nTotal                    10 000,00\n'
    expect(amountOf(`${page}${totals}TVA non applicable, article 293 B du CGI`)).toEqual([10_000_00, true])
  },
)

test.each(['€ 10', '10', '€10'])('«%s» over the rest of its amount', (thousands) => {
  const page = `${'Total HT'.padEnd(16)}${'TVA'.padEnd(16)}Total TTC\n${thousands.padEnd(16)}${'2 000,00'.padEnd(16)}12 000,00\n000,00`
  expect(read(`${line}${page}`).montantHT?.valeur).toBe(10_000_00)
})

test.each(['HT', 'Net HT'])('«%s» over the left edge of an amount that is broken and set right', (label) => {
  const row = (...texts: string[]) => texts.map((text) => text.padEnd(16)).join('')
  const right = (text: string) => text.padStart(9)
  const page = [
    row('', '', `  ${label}`, '  TVA', '  Total TTC'),
    row('14/04/2023', 'VIR', right('10'), right('2'), right('12')),
    row('', '', right('000,00'), right('000,00'), right('000,00')),
  ]
  expect(read(`${line}${page.join('\n')}`).montantHT?.valeur).toBe(10_000_00)
})

describe('[guide §3.2 montantSegurHTFacture] dots that lead to an amount', () => {
  test.each(['....', '...................', '. . . . . . .', '________', '-----------', '·····', '……………'])(
    '«Total HT%s10 000,00»',
    (dots) => {
      for (const [before, after] of [
        ['', ''],
        [' ', ' '],
        ['', ' '],
      ]) {
        const lead = `${before ?? ''}${dots}${after ?? ''}`
        expect(amountOf(`Total HT${lead}10 000,00 €\nTVA 20 %${lead}2 000,00 €\nTotal TTC${lead}12 000,00 €`)).toEqual([
          10_000_00,
          true,
        ])
      }
    },
  )
})

describe('[guide §3.2 montantSegurHTFacture] what stands behind an amount is not the next one’s label', () => {
  test.each([
    'Montant à régler : 12 000,00 € TTC (10 000,00 € HT + 2 000,00 € de TVA)',
    'Soit 10 000,00 € HT et 2 000,00 € de TVA, pour 12 000,00 € TTC.',
    '10 000,00 € HT, plus 2 000,00 € de TVA : 12 000,00 € TTC',
  ])('%s', (sentence) => {
    expect(amountOf(sentence)).toEqual([10_000_00, true])
  })

  test.each(['Net commercial', 'Assiette TVA 20 %', 'Net commercial HT'])('«%s» is before tax', (label) => {
    expect(amountOf(`${label}     10 000,00\nTVA 20 %     2 000,00\nNet à payer     12 000,00`)).toEqual([
      10_000_00,
      true,
    ])
  })

  test('what is left to be paid, nothing being paid yet, is no balance', () => {
    expect(
      amountOf(
        'Total HT     10 000,00\nTVA 20 %     2 000,00\nTotal TTC     12 000,00\nDéjà payé     0,00\nSolde dû     12 000,00',
      ),
    ).toEqual([10_000_00, true])
  })
})

describe('[guide §3.2 montantSegurHTFacture] totals in English, or by both names', () => {
  test.each([
    ['VAT excl.', 'VAT', 'VAT incl.'],
    ['Total ex VAT', 'VAT', 'Total inc VAT'],
    ['Total before tax', 'Tax', 'Total after tax'],
    ['Montant HT / Net amount', 'TVA / VAT 20 %', 'Total TTC / Gross amount'],
    ['Total avant taxes', 'Taxes', 'Total après taxes'],
    ['Total sans TVA', 'TVA 20 %', 'Total avec TVA'],
    ['Taxable amount', 'VAT', 'Total'],
    ['Montant soumis à TVA', 'TVA 20 %', 'Total'],
  ])('«%s», «%s», «%s»', (ht, tax, ttc) => {
    for (const [a, b, c] of [
      ['17,049.00', '3,409.80', '20,458.80'],
      ['17.049,00', '3.409,80', '20.458,80'],
      ['17 049,00 €', '3 409,80 €', '20 458,80 €'],
    ])
      expect(amountOf(`${ht}     ${a ?? ''}\n${tax}     ${b ?? ''}\n${ttc}     ${c ?? ''}`)).toEqual([17_049_00, true])
  })
})

describe('[guide §3.2 montantSegurHTFacture] totals that no known word names: their sum tells, in doubt', () => {
  test.each([
    ['Montant marchandise', 'TVA', 'Montant facture'],
    ['Montant', 'TVA 20 %', 'Montant total'],
    ['Net fiscal', 'TVA', 'Net à payer'],
    ['Net', 'VAT', 'Gross'],
    ['Valeur', 'Impôt', 'Somme'],
  ])('«%s», «%s», «%s»', (ht, tax, ttc) => {
    const totals = `${ht}     10 000,00\n${tax}     2 000,00\n${ttc}     12 000,00`
    for (const body of [totals, `${line}${totals}`, `${totals}\n\n${line}`])
      expect(amountOf(body)).toEqual([10_000_00, false])
  })
  test('amounts that no usual rate makes are none', () => {
    expect(amountOf('Montant     10 000,00\nDivers     3 000,00\nSomme     13 000,00')).toBeNull()
  })
})

test.each(['10 000,-', '10 000,--', '10.000,-', '10 000.-'])('«%s»: a dash in the place of the cents', (ht) => {
  const tail = ht.replace(/.*(?=[.,]-)/, '')
  expect(amountOf(`Total HT     ${ht} €\nTVA     2 000${tail} €\nTotal TTC     12 000${tail} €`)).toEqual([
    10_000_00,
    true,
  ])
})

test('[guide §3.2 montantSegurHTFacture] what is carried over to the next page is no total', () => {
  const head = 'Désignation            Qté      Montant HT'
  for (const label of ['À reporter', 'Total HT à reporter', 'Sous-total page']) {
    const first = `FACTURE N° 7\nDate de facture : 15/03/2023\n${head}\nPrestation Ségur       1        9 000,00\n${label}     9 000,00`
    const second = `${head}\nReport                          9 000,00\nConnecteur Ségur       1        1 000,00\n\nTotal HT     10 000,00\nTVA 20 %     2 000,00\nTotal TTC     12 000,00`
    expect(readContenu(exampleContenu(first, second)).montantHT?.valeur).toBe(10_000_00)
  }
})
