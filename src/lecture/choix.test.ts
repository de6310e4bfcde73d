import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (body: string) => readContenu(exampleContenu(`FACTURE N° 7\nDate de facture : 15/03/2023\n${body}`))
const amountOf = (body: string) => {
  const { montantHT } = read(body)
  return montantHT && [montantHT.valeur, montantHT.sure]
}

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
    'Contrat de service',
    'Redevance 2024',
    'Forfait imagerie',
    'Module DPI',
  ]
  const segur = ['Prestation Ségur', 'Équipement SONS BIO-SGL', 'Mise en conformité du logiciel']
  test.each(things.flatMap((thing) => segur.map((line) => [line, thing])))('«%s» and «%s»', (line, thing) => {
    const rows = [line, thing].map((label) => `${label.padEnd(40)}5 000,00`).join('\n')
    const body = `Désignation                      Montant HT\n${rows}\n\nTotal HT     10 000,00 €\nTVA 20 %     2 000,00 €\nTotal TTC     12 000,00 €`
    expect(amountOf(body)?.[1]).toBe(false)
  })
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
