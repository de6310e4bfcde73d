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

test('[guide §3.2 montantSegurHTFacture] a rate beside a priced line makes no tax of its price', () => {
  const rows = ['9 000,00', '1 000,00'].map((price) => `Prestation Ségur     1     ${price} TVA 20% G    ${price} €`)
  const head = 'Description          Quantité   Prix unitaire   Taxes    Montant'
  const totals = 'Montant hors taxes 10 000,00 €\nTVA 20 %   2 000,00 €\nTotal      12 000,00 €'
  expect(amountOf([head, ...rows, totals].join('\n'))).toEqual([10_000_00, true])
})

test.each(['Prix forfaitaire de la prestation Ségur', 'Prix global', 'Montant de la prestation'])(
  '[guide §3.2 montantSegurHTFacture] told in a sentence: «%s»',
  (label) => {
    const said = `${label} : 10 000,00 € HT, soit 12 000,00 € TTC (TVA 20 % : 2 000,00 €).`
    expect(amountOf(said)?.[0]).toBe(10_000_00)
  },
)

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

describe('[guide §3.2 montantSegurHTFacture] an advance taken off as a line: the amount is that before it', () => {
  const advances = [
    'Avance perçue (30 %)',
    'Acompte déjà versé',
    'Avance Ségur versée par l’ASP',
    'Déduction avance FINBIO',
  ]
  const sold =
    'Désignation                      Montant HT\nPrestation Ségur                 8 000,00\nParamétrage Ségur                2 000,00\n'
  const after =
    'Total HT                         7 000,00\nTVA 20 %                         1 400,00\nNet à payer                      8 400,00'
  test('a credit note takes nothing off', () => {
    const { montantHT } = readContenu(
      exampleContenu(
        'AVOIR N° 7\nDate : 15/03/2023\nDésignation          Montant HT\nPrestation Ségur    -10 000,00\nTotal HT    -10 000,00\nTVA 20 %    -2 000,00\nTotal TTC    -12 000,00',
      ),
    )
    expect([montantHT?.valeur, montantHT?.sure]).toEqual([-10_000_00, true])
  })

  test.each(advances)('«%s», the total before it not printed: computed of the lines, in doubt', (label) => {
    for (const amount of ['-3 000,00', '3 000,00-'])
      expect(amountOf(`${sold}${label.padEnd(40)}${amount}\n${after}`)).toEqual([10_000_00, false])
  })
  test.each(
    advances.flatMap((label) =>
      ['Sous-total HT', 'Total HT avant avance', 'Total prestation HT', 'Total HT avant déduction de l’avance'].flatMap(
        (before) => ['Total HT', 'Reste à facturer HT', 'Net HT'].map((rest) => [label, before, rest] as const),
      ),
    ),
  )('«%s» after «%s», then «%s»', (label, before, rest) => {
    const body = `${sold}${before.padEnd(40)}10 000,00\n${label.padEnd(40)}-3 000,00\n${after.replace('Total HT', rest).replace(/^.{0,33}/, (text) => text.trimEnd().padEnd(40))}`
    expect(amountOf(body)?.[0]).toBe(10_000_00)
    expect(amountOf(body)?.[1]).toBe(false)
  })
})

describe('[guide §3.2 montantSegurHTFacture] what is sold beside the Ségur is never declared unasked', () => {
  const things = [
    'Maintenance annuelle',
    'Hébergement 12 mois',
    'Lecteur code-barres',
    'Abonnement support',
    'Option hors Ségur',
  ]
  const segur = ['Prestation Ségur', 'Équipement SONS BIO-SGL', 'Mise en conformité du logiciel']
  test.each(things.flatMap((thing) => segur.map((line) => [line, thing])))('«%s» and «%s»', (line, thing) => {
    const rows = [line, thing].map((label) => `${label.padEnd(40)}5 000,00`).join('\n')
    const body = `Désignation                      Montant HT\n${rows}\n\nTotal HT     10 000,00 €\nTVA 20 %     2 000,00 €\nTotal TTC     12 000,00 €`
    expect(amountOf(body)?.[1]).toBe(false)
  })
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

describe('[guide §3.2 montantSegurHTFacture] what is sold may be told in a list', () => {
  const list = (...things: readonly string[]) => things.map((thing) => `• ${thing}`).join('\n')
  const closing = (ht: string) => `TVA 20 % : 2 000,00 €\nTotal TTC : 12 000,00 €`.replace(/^/, `${ht} : 10 000,00 €\n`)
  const totals = ['Total HT', 'Montant HT', 'Soit un total HT de', 'Total hors taxes']

  test.each(totals)('all of it Ségur, «%s» is the amount', (label) => {
    for (const [first, second] of [
      ['Licence Ségur', 'Raccordement MSSanté – Ségur'],
      ['Forfait Ségur', 'Formation (Ségur)'],
    ]) {
      const things = list(`${first ?? ''} : 7 500,00 € HT`, `${second ?? ''} : 2 500,00 € HT`)
      expect(amountOf(`${things}\n${closing(label)}`)).toEqual([10_000_00, true])
    }
  })
  test.each(totals)('other things beside it: «%s» is offered, in doubt', (label) => {
    const things = list('Licence Ségur : 7 500,00 € HT', 'Reprise des données : 2 500,00 € HT')
    expect(amountOf(`${things}\n${closing(label)}`)).toEqual([10_000_00, false])
  })
  test.each(['Maintenance hors Ségur', 'Lecteur (hors périmètre)', 'Support hors dispositif'])(
    '«%s» beside it, its own amount is offered',
    (thing) => {
      const things = list('Licence Ségur : 7 500,00 € HT', `${thing} : 2 500,00 € HT`)
      expect(amountOf(`${things}\n${closing('Total HT')}`)).toEqual([7_500_00, false])
    },
  )
  test.each(['Maintenance', 'Assistance à la bascule', 'Mise à jour des postes', 'Support premium'])(
    'nothing tells «%s» to be outside it: the total that is proven, the Ségur line among the others',
    (thing) => {
      const things = list('Licence Ségur : 7 500,00 € HT', `${thing} : 2 500,00 € HT`)
      const { candidatsHT } = read(`${things}\n${closing('Soit un total net hors taxes de')}`)
      expect(candidatsHT.map(({ valeur, sure }) => [valeur, sure])).toEqual([
        [10_000_00, false],
        [7_500_00, false],
      ])
    },
  )
  test('several lines of the Ségur beside one that is outside are summed', () => {
    const things = list(
      'Licence Ségur : 5 500,00 € HT',
      'Connecteur DMP : 2 000,00 € HT',
      'Lecteur : 500,00 € HT',
      'Maintenance (hors Ségur) : 2 000,00 € HT',
    )
    expect(amountOf(`${things}\n${closing('Total HT')}`)).toEqual([7_500_00, false])
  })
  test.each(['Remise globale 20 %', 'Escompte 20 %', 'Remise'])('«%s» taken off its sum', (label) => {
    for (const things of [['12 500,00'], ['10 000,00', '2 500,00']]) {
      const sold = list(...things.map((price) => `Prestation Ségur : ${price} € HT`))
      const read = amountOf(`${sold}\nTotal HT brut : 12 500,00 €\n${label} : -2 500,00 €\n${closing('Total HT net')}`)
      expect(read?.[0]).toBe(10_000_00)
    }
  })
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

describe('[guide §3.2 montantSegurHTFacture] an advance taken off among the articles', () => {
  const totals = 'Total HT     7 000,00\nTVA 20 %     1 400,00\nTotal TTC     8 400,00'
  test('with a column of prices with tax', () => {
    const table = `Désignation               Qté     P.U. HT       Total HT       Total TTC
Prestation Ségur          1       10 000,00     10 000,00      12 000,00
Reprise d’acompte         -1      3 000,00      -3 000,00      -3 600,00`
    expect(amountOf(`${table}\n${totals}`)).toEqual([10_000_00, false])
  })
  test.each(['Reprise d’acompte', 'Facture n° FA11', 'Déjà facturé'])(
    '«%s» over several lines, its price in the last',
    (what) => {
      const table = `Désignation                 Qté     Prix unitaire             Montant
Prestation Ségur            1       10 000,00                          10 000,00
${what}
du 05/02/2023               -1      3 000,00                           -3 000,00`
      expect(amountOf(`${table}\n${totals}`)).toEqual([10_000_00, false])
    },
  )
})

test('[guide §3.2 montantSegurHTFacture] a column of rates or taxes makes no other article of a line', () => {
  const table = `Libellé                   Qté     Prix HT       Montant HT     TVA
Prestation Ségur          1       7 000,00      7 000,00       20.00
Formation (Ségur)         1       3 000,00      3 000,00       20.00`
  expect(amountOf(`${table}\nTotal HT   10 000,00\nTVA   2 000,00\nTotal TTC   12 000,00`)).toEqual([10_000_00, true])
})

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

describe('[guide §3.2 montantSegurHTFacture] an advance that is taken off among the articles', () => {
  const cells = (widths: readonly number[], texts: readonly string[]) =>
    texts.map((text, rank) => (rank === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[rank] ?? 0))).join('')
  const totals = '\n\nTotal HT   7 000,00 €\nTVA 20 %   1 400,00 €\nTotal TTC   8 400,00 €'
  const advances = ['Déduction acompte 30 %', 'Reprise d’acompte FA11', 'Avance déjà versée']

  test.each(advances)('«%s», each line with its tax', (advance) => {
    const row = (...texts: string[]) => cells([28, 14, 14, 14], texts)
    const page = [
      row('Prestation', 'Montant HT', 'Montant TVA', 'Montant TTC'),
      row('Prestation Ségur', '8 000,00 €', '1 600,00 €', '9 600,00 €'),
      row('Formation Ségur', '2 000,00 €', '400,00 €', '2 400,00 €'),
      row(advance, '-3 000,00 €', '-600,00 €', '-3 600,00 €'),
    ]
    expect(amountOf(page.join('\n') + totals)).toEqual([10_000_00, false])
  })

  test.each(advances)('«%s», beside the table another’s amounts', (advance) => {
    const row = (...texts: string[]) => cells([28, 14, 22, 16], texts)
    const page = [
      row('Prestation', 'Montant HT', 'Montant dû', ''),
      row('Prestation Ségur', '8 000,00 €', '8 400,00 €', ''),
      row('Formation Ségur', '2 000,00 €', 'Net à payer', '8 400,00 €'),
      row(advance, '-3 000,00 €', 'Déjà payé', '0,00 €'),
      row('Site Nord', '', 'Réglé', '8 400,00 €'),
    ]
    expect(amountOf(page.join('\n') + totals)).toEqual([10_000_00, false])
  })

  test.each(advances)('«%s», its words in two lines around its amount', (advance) => {
    const row = (...texts: string[]) => cells([28, 14], texts)
    const page = [
      row('Prestation', 'Montant HT'),
      ...['', row('Prestation Ségur', '8 000,00 €'), '', row('Formation Ségur', '2 000,00 €'), '', ''],
      ...[row(advance), row('', '-3 000,00 €'), row('du 17/01/2023'), '', ''],
    ]
    const contenu = exampleContenu(`FACTURE N° 7\n\n${page.join('\n')}${totals.replaceAll('\n', '\n\n')}`)
    // Lines half as far apart.
    const pages = contenu.pages.map(({ items, ...others }) => ({
      ...others,
      items: items.map((item) => ({ ...item, y: 20 + ((item.y - 20) * 6) / 14 })),
    }))
    expect(readContenu({ ...contenu, pages }).montantHT?.valeur).toBe(10_000_00)
  })

  test('a discount in the column is none', () => {
    const row = (...texts: string[]) => cells([28, 14], texts)
    const page = [row('Prestation', 'Montant HT'), row('Prestation Ségur', '8 000,00 €'), row('Remise', '-1 000,00 €')]
    expect(amountOf(page.join('\n') + totals)?.[0]).toBe(7_000_00)
  })
})

describe('[guide §3.2 montantSegurHTFacture] a credit taken off among the articles leaves the total as it is', () => {
  const credits = [
    'Avoir déduit : engagement de délai',
    'À déduire : note de crédit du trimestre précédent',
    'Avoir déduit / credit',
    'Bonification fidélité',
    'Compensation retard de livraison',
    'Reprise ancien matériel',
    'Geste commercial',
  ]
  test.each(credits)('«%s»', (label) => {
    for (const segur of ['Ségur', 'LIS']) {
      const rows = [
        `Licence ${segur}`.padEnd(52) + '1       9 000,00 €',
        `Licence site ${segur}`.padEnd(52) + '2       2 000,00 €',
        label.padEnd(52) + '1      -1 000,00 €',
      ]
      const page = `${'Désignation'.padEnd(52)}Qté     Montant HT\n${rows.join('\n')}\n\nTotal hors taxes   10 000,00 €\nTVA 20 %   2 000,00 €\nTotal TTC   12 000,00 €`
      expect(amountOf(page)?.[0]).toBe(10_000_00)
    }
  })
  test.each(['Avoir sur acompte', 'Avoir FINBIO : avance ASP'])('«%s» is an advance', (label) => {
    const page = `${'Désignation'.padEnd(40)}Montant HT\n${'Licence Ségur'.padEnd(40)}10 000,00\n${label.padEnd(40)}-3 000,00\n\nTotal HT   7 000,00\nTVA 20 %   1 400,00\nTotal TTC   8 400,00`
    expect(amountOf(page)).toEqual([10_000_00, false])
  })
})

test.each(['Discount', 'Rebate', 'Discount 10,00- %'])('«%s» is a discount, and no advance', (label) => {
  const page = `Items total   10 000,00\n${label}   1 000,00-\nNet value   9 000,00\nVAT 20,00 %   1 800,00\nTotal amount   10 800,00`
  expect(amountOf(page)).toEqual([9_000_00, true])
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

test('amounts of an advance and its articles broken in their cells, the total said again', () => {
  const row = (...texts: string[]) => texts.map((text) => text.padEnd(28)).join('')
  const right = (text: string) => text.padStart(12)
  const page = [
    row('Prestation', right('Montant HT')),
    ...[row('Prestation Ségur', right('€ 10')), row('', right('000,00')), ''],
    ...[row('Formation Ségur', right('€ 500,00')), ''],
    ...[row('Déduction acompte 30 %', right('€ -3')), row('', right('150,00')), ''],
    ...[
      row('Total HT', right('€ 7 350,00')),
      row('TVA 20 %', right('€ 1 470,00')),
      row('Total TTC', right('€ 8 820,00')),
    ],
    ...['', row('Taux', right('TVA'), right('Base HT')), row('20 %', right('€ 1 470,00'), right('€ 7 350,00'))],
  ]
  expect(amountOf(page.join('\n'))).toEqual([10_500_00, false])
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

test.each(['Sous-total prestation Ségur', 'Sous-total Ségur HT', 'S/total Ségur numérique'])(
  '[guide §3.2 montantSegurHTFacture] «%s» before other sales is offered',
  (label) => {
    const body = [
      'Désignation                      Qté      Montant HT',
      'Licence Ségur BIO-SGL            1        7 000,00',
      'Connecteurs DMP                  1        3 000,00',
      `${label.padEnd(42)}10 000,00`,
      'Maintenance (hors Ségur)         1        1 000,00',
      'Total HT                                  11 000,00',
      'TVA 20 %                                  2 200,00',
      'Total TTC                                 13 200,00',
    ].join('\n')
    expect(amountOf(body)).toEqual([10_000_00, false])
  },
)

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

describe('[guide §3.2 montantSegurHTFacture] an invoice for a part of what was ordered', () => {
  const totals = 'Total HT     3 000,00\nTVA 20 %     600,00\nTotal TTC     3 600,00'
  test.each([
    'Deuxième acompte de 30 %',
    '2e échéance',
    'Échéance 2/3',
    'Tranche n° 1 sur 3',
    'Facturation à l’avancement : 60 %',
    'Facture partielle',
    'Déjà facturé HT     7 000,00',
    'Cumul facturé HT     10 000,00',
    'Reste à facturer     7 000,00',
  ])('«%s»: in doubt', (told) => {
    expect(amountOf(`${told}\n${totals}`)).toEqual([3_000_00, false])
  })

  test.each(['Échéance 14/04/2023', 'Échéance : 30 jours', 'Terme : 45 jours fin de mois', 'Page 1/2'])(
    '«%s» tells of none',
    (told) => {
      expect(amountOf(`${told}\n${totals}`)).toEqual([3_000_00, true])
    },
  )

  test('another document’s amounts told in a line are a rival', () => {
    for (const order of [
      'Rappel commande : HT 20 000,00 TVA 4 000,00 TTC 24 000,00',
      'Contrat – HT : 20 000,00 TVA : 4 000,00 TTC : 24 000,00',
    ])
      expect(amountOf(`${order}\n${totals}`)?.[1]).toBe(false)
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
