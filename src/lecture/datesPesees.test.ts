import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const totals = '\nTotal HT   10 000,00 €\nTVA 20 %   2 000,00 €\nTotal TTC   12 000,00 €'
const dateOf = (head: string) => {
  const { dateFacture } = readContenu(exampleContenu(`FACTURE N° 7\n${head}\n${totals}`))
  return dateFacture && [dateFacture.valeur, dateFacture.sure]
}

const own = ['Émise le', 'Facturée le', 'Établie le', 'Date facturation', 'Date d’émission', 'En date du', 'Date']
const others = ['Échéance', 'Bon de commande du', 'Imprimé le', 'Date de livraison', 'Payable le']
const cell = (text: string) => text.padEnd(24)

describe('[guide §3.2 dateFacture] each day belongs to the label of its own column', () => {
  test.each(own.flatMap((label) => others.map((other) => [label, other])))('«%s» beside «%s»', (label, other) => {
    const expected = ['15/03/2023', true]
    expect(dateOf(`${cell(label)}${other}\n${cell('15/03/2023')}14/04/2023`)).toEqual(expected)
    expect(dateOf(`${cell(other)}${label}\n${cell('14/04/2023')}15/03/2023`)).toEqual(expected)
    expect(dateOf(`${cell(label)}15/03/2023\n${cell(other)}14/04/2023`)).toEqual(expected)
    expect(dateOf(`${other}\n14/04/2023\n${label}\n15/03/2023`)).toEqual(expected)
    expect(dateOf(`${label} : 15/03/2023     ${other} : 14/04/2023`)).toEqual(expected)
  })

  test.each(own)('«%s» in a band of four, whatever its rank', (label) => {
    for (let rank = 0; rank < 4; rank++) {
      const labels = ['Échéance', 'Bon de commande du', 'Imprimé le']
      const days = ['14/04/2023', '02/01/2023', '20/03/2023']
      labels.splice(rank, 0, label)
      days.splice(rank, 0, '15/03/2023')
      expect(dateOf(`${labels.map(cell).join('')}\n${days.map(cell).join('')}`)).toEqual(['15/03/2023', true])
    }
  })

  test.each(own.filter((label) => label !== 'En date du'))('«%s» after a dash in a line of several', (label) => {
    for (const dash of ['–', '—', '|', '-'])
      expect(dateOf(`N° FA123 ${dash} ${label} 15/03/2023 ${dash} Échéance 14/04/2023`)).toEqual(['15/03/2023', true])
  })

  test.each(['En date du', 'Date', 'Date :', 'Du', 'Le'])('«%s» alone is of what its row is about', (label) => {
    for (const other of ['Bon de commande', 'Contrat', 'Devis', 'Livraison']) {
      const row = `${cell(other)}BC123       ${cell(label)}14/02/2023`
      expect(dateOf(row)).toBeNull()
      expect(dateOf(`${cell('Facture n°')}FA12        ${cell('Date')}15/03/2023\n${row}`)).toEqual(['15/03/2023', true])
    }
  })

  test.each(['Facture n°', 'FACTURE N°', 'Avoir n°'])('«%s» wide apart from its number and its day', (label) => {
    expect(dateOf(`${label}     202406-96 du 15/03/2023\nÉchéance : 14/04/2023`)).toEqual(['15/03/2023', true])
  })

  test.each(own)('«%s» in a row of several labels and their values', (label) => {
    for (const other of others)
      for (const code of ['', 'Facture n°'])
        expect(
          dateOf(
            `${cell(other)}${cell('14/04/2023')}${cell(label)}15/03/2023\n${code && `${cell(code)}${cell('FA12')}`}${cell('Réf.')}A12`,
          ),
        ).toEqual(['15/03/2023', true])
  })

  test.each(['Établie', 'Facture émise', 'Facturée', 'Émise'])(
    '«%s» over «le», in a band of headings in two lines',
    (first) => {
      const lines = [
        [first, 'Règlement au plus', 'Date de'],
        ['le', 'tard le', 'livraison'],
        ['15/03/2023', '14/04/2023', '20/02/2023'],
      ]
      for (const order of [
        [0, 1, 2],
        [1, 0, 2],
        [2, 1, 0],
      ])
        expect(dateOf(lines.map((row) => order.map((rank) => cell(row[rank] ?? '')).join('')).join('\n'))).toEqual([
          '15/03/2023',
          true,
        ])
    },
  )

  test.each(['FACTURE', 'Facture', 'Avoir'])('under «%s» its number leads to its day', (title) => {
    const told = (line: string) => {
      const { dateFacture } = readContenu(exampleContenu(`${title}\n${line}\nÉchéance : 14/04/2023\n${totals}`))
      return dateFacture?.valeur
    }
    for (const line of [
      'N° FA-12 du 15/03/2023',
      'n° 12 le 15 mars 2023',
      'FA-12 – 15/03/2023',
      '2023-118 | 15.03.2023',
    ])
      expect(told(line)).toBe('15/03/2023')
  })

  test('a label set with a space between its letters', () => {
    expect(dateOf('D a t e : 1 5 / 0 3 / 2 0 2 3'.replace(': ', ':  '))).toEqual(['15/03/2023', true])
  })

  const narrow = (...columns: readonly (readonly string[])[]) =>
    Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, rank) =>
      columns.map((column) => (column[rank] ?? '').padEnd(14)).join(''),
    ).join('\n')
  const days = [
    ['15 mars', '2023'],
    ['15', 'mars', '2023'],
    ['15/03/', '2023'],
  ]
  const headings = [
    ['Date'],
    ['Date', 'facture'],
    ['Date de', 'facture'],
    ['Date de', 'fac', 'turation'],
    ['Émise', 'le'],
  ]

  test.each(headings.flatMap((heading) => days.map((day) => [heading, day])))(
    'a narrow band breaks labels and days: %j over %j',
    (heading, day) => {
      const due = [
        ['Échéan', 'ce'],
        ['Date d’', 'éché', 'ance'],
      ]
      for (const other of due) {
        const height = Math.max(heading.length, other.length)
        const top = (label: readonly string[]) => [...label, ...Array<string>(height - label.length).fill('')]
        const own = [...top(heading), ...day]
        const late = [...top(other), '14/04/', '2023']
        const code = [...top(['N°']), 'FA12']
        const mode = [...top(['Mode de', 'règl.']), 'Virement', 'à 30', 'jours']
        for (const columns of [
          [own, late],
          [late, own],
          [code, own, late],
          [mode, own, late],
          [late, mode, own],
        ])
          expect(dateOf(narrow(...columns))?.[0]).toBe('15/03/2023')
      }
    },
  )

  test.each(['Virement', 'Prélèvement', 'À réception', 'Livraison offerte'])(
    '«%s» beside the day is what its own heading asks for',
    (value) => {
      const rows = (label: string) =>
        `${cell('Numéro')}${cell(label)}${cell('Date')}Client\n${cell('FA123')}${cell(value)}${cell('15/03/2023')}C12`
      for (const label of ['Règlement', 'Mode', 'Conditions']) expect(dateOf(rows(label))).toEqual(['15/03/2023', true])
    },
  )
  test('what a row of a table is about is no such value', () => {
    expect(dateOf(`${cell('Type')}Date\n${cell('Échéance')}14/04/2023`)).toBeNull()
  })

  test.each(['Reprise d’acompte', 'Acompte 30 %', 'Avance déjà facturée'])(
    '«%s» of an invoice in a line of articles',
    (what) => {
      const head = `${cell('Désignation')}${cell('')}Montant HT`
      for (const day of ['02/01/2023', '2 janvier 2023'])
        for (const line of [
          `${what}\nfacture n° FA11 du\n${cell(day)}${cell('')}-3 000,00`,
          `${what}\nFacture n° FA11 du\n${cell(day)}${cell('')}-3 000,00`,
          `${what}\nFacture n° FA11 du ${day}      -3 000,00`,
        ]) {
          const read = dateOf(`Date : 15/03/2023\n${head}\n${cell('Prestation Ségur')}${cell('')}10 000,00\n${line}`)
          expect(read).toEqual(['15/03/2023', true])
        }
    },
  )

  test('«Édité le» may be the day of printing: it is offered, and gives way', () => {
    expect(dateOf('Édité le 15/03/2023')).toEqual(['15/03/2023', false])
    expect(dateOf('Édité le 16/03/2023\nDate de facture : 15/03/2023')).toEqual(['15/03/2023', true])
  })

  test.each(['par COMPTA2', 'par M. Durand', 'à 10:12', 'à 09 h 34', '- 16:02', '17:45'])(
    '«Édité le …» %s is the day of printing: a day that nothing speaks against is sooner the invoice’s',
    (by) => {
      for (const heading of ['Date pièce', 'Le', 'Date', 'Pièce'])
        expect(dateOf(`Édité le 27/03/2023 ${by}\n${cell(heading)}Code client\n${cell('21/03/2023')}C05088`)?.[0]).toBe(
          '21/03/2023',
        )
    },
  )

  test.each([
    'Date de dépôt sur le portail',
    'Déposée le',
    'Téléchargé le',
    'Consulté le',
    'Transmise le',
    'Date de transmission',
  ])('«%s» is the portal’s day', (label) => {
    expect(dateOf(`${label} : 16/03/2023`)).toBeNull()
  })

  test('only other days: nothing is offered', () => {
    for (const other of others) expect(dateOf(`${cell(other)}N° client\n${cell('14/04/2023')}1234`)).toBeNull()
  })
})

describe('a row whose cells stand at different heights', () => {
  /** A page whose lines are half a line apart. */
  const dateOfClose = (...lines: string[]) => {
    const contenu = exampleContenu(`FACTURE\n\n\n\n${lines.join('\n')}\n\n\n${totals.replaceAll('\n', '\n\n')}`)
    const pages = contenu.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => ({ ...item, y: 20 + ((item.y - 20) * 6) / 14 })),
    }))
    const { dateFacture } = readContenu({ ...contenu, pages })
    return dateFacture && [dateFacture.valeur, dateFacture.sure]
  }
  const due = [`${cell('Échéance')}14/04/2023`, '', '', '']
  const paid = [`${cell('Règlement')}Virement`, '', '', '']

  test.each([
    ['Date de', 'facture'],
    ['Date', 'd’émission'],
    ['Facturée', 'le'],
    ['Date de factu', 'ration'],
  ])('a label «%s / %s» around its day', (first, second) => {
    const own = [cell(first), `${cell('')}15/03/2023`, cell(second), '', '']
    for (const page of [own, [...due, ...own], [...own, ...due], [...paid, ...own, ...due]])
      expect(dateOfClose(...page)).toEqual(['15/03/2023', true])
    const after = [`${cell(first)}15/03/2023`, '', cell(second), '', '']
    expect(dateOfClose(...due, ...after)?.[0]).toBe('15/03/2023')
  })

  test.each([
    ['Commande', ['BC12 (10 mars', '2023)']],
    ['Livraison', ['10 mars', '2023']],
    ['Échéance', ['10/03/', '2023']],
  ])('«%s» beside the middle of a day in two lines is of another matter', (label, [first, second]) => {
    const other = [`${cell('')}${first ?? ''}`, cell(label), `${cell('')}${second ?? ''}`, '', '']
    const own = [`${cell('Date')}15/03/2023`, '', '', '']
    for (const page of [
      [...other, ...own],
      [...own, ...other],
    ])
      expect(dateOfClose(...page)).toEqual(['15/03/2023', true])
    expect(dateOfClose(...other)).toBeNull()
  })

  test('the label of the row above or below is none of it', () => {
    const page = [
      `${cell('Échéance')}14/04/2023`,
      '',
      `${cell('Date')}15/03/2023`,
      '',
      `${cell('Livraison')}16/02/2023`,
    ]
    expect(dateOfClose(...page)).toEqual(['15/03/2023', true])
  })

  test('the columns of a band, beside payments in three lines', () => {
    const rows = ['', cell('Mode de'), `${cell('')}Date`, cell('règlement'), '', '', cell('Virement')]
    const page = [...rows, `${cell('')}15/03/`, cell('à 30'), `${cell('')}2023`, cell('jours')]
    expect(dateOfClose(...page)).toEqual(['15/03/2023', true])
  })

  test('articles beside the day’s box say nothing of it', () => {
    const article = (label: string, value: string) =>
      `${cell('Prestation')}${cell('1')}${cell('4 944,00')}${cell(label)}${value}`
    expect(dateOfClose(article('Date', '15/03/2023'), '', '', article('Échéance', '14/04/2023'))).toEqual([
      '15/03/2023',
      true,
    ])
  })
})

describe('[guide §3.2 dateFacture] headings of a band, one of which breaks', () => {
  const heads = ['Date de|facturation:', 'Date|d’émission', 'Date de la|facture', 'Date du|document']
  test.each(heads)('«%s» names the day below it, not the one beside its second line', (head) => {
    const [first = '', second = ''] = head.split('|')
    for (const other of ['Date d’échéance:', 'Échéance', 'Date de livraison']) {
      const band = `${cell(first)}${other}\n${cell(second)}14/04/2023\n15/03/2023`
      expect(dateOf(band)).toEqual(['15/03/2023', true])
    }
  })
})

describe('[guide §3.2 dateFacture] places and short labels', () => {
  test.each([
    '69003 LYON, le',
    'Saint-Étienne-du-Bois (01), le',
    'À Lyon, ce',
    'L’Isle-d’Abeau, le',
    'Fait à Lyon, le',
  ])('«%s»', (place) => {
    for (const day of ['15/03/2023', '15 mars 2023', 'mercredi 15 mars 2023'])
      expect(dateOf(`${place} ${day}\nÉchéance : 14/04/2023`)).toEqual(['15/03/2023', true])
  })

  test.each([
    'Sainte-Livrade',
    'Livron-sur-Drôme',
    'LIVRY-GARGAN',
    'Payerne',
    'Rueil-Valdoie',
    'Avançon',
    'Contrexéville',
    'Versailles',
    'Marchelepot',
    'Réalmont',
    'Finistère-Nord',
  ])('«%s, le»: a place whose name begins like another day’s label', (place) => {
    expect(dateOf(`${place}, le 15 mars 2023\nÉchéance : 14/04/2023`)).toEqual(['15/03/2023', true])
  })

  test.each([
    'Livraison',
    'Livré',
    'Commande',
    'Bon de livraison',
    'Échéance',
    'Réglé',
    'Règlement',
    'Payée',
    'Signé',
    'Vérification d’aptitude',
    'Installation',
    'Réception',
    'Imprimé',
    'Prestation réalisée',
  ])('«%s, le» is no place', (label) => {
    expect(dateOf(`${label}, le 14/04/2023\nDate : 15/03/2023`)).toEqual(['15/03/2023', true])
    expect(dateOf(`${label}, le 14/04/2023`)).toBeNull()
  })

  test('a place without a comma is offered, in doubt', () => {
    expect(dateOf('Lyon le 15/03/2023')).toEqual(['15/03/2023', false])
  })

  test.each(['Dt fact. :', 'Date fact.', 'Date doc.', 'Date du doc. :', 'Dte facture :'])(
    '«%s» beside «Éch.»',
    (label) => {
      for (const other of ['Éch. :', 'Dt éch. :', 'ECH.'])
        expect(dateOf(`${label} 15/03/2023     ${other} 14/04/2023`)).toEqual(['15/03/2023', true])
    },
  )
})

describe('[guide §3.2 dateFacture] other ways to say whose day it is', () => {
  test.each([
    'Date : Mars 15, 2023',
    'Facturé au/le : 15/03/2023',
    'Émis : 15/03/2023',
    'Datée du 15/03/2023',
    'Issued on 15-Mar-23',
    'Date of issue: 15/03/2023',
    'Jour de facturation : 15/03/2023',
    'Établie à Lyon le 15/03/2023',
    'Date 20230315',
    'Date facture : 15032023',
    'FACTURE FA12 - Date 15/03/2023 - Échéance 14/04/2023',
    'Invoice date / Date de facture : 15/03/2023\nDue date / Échéance : 14/04/2023',
  ])('«%s»', (head) => {
    expect(dateOf(head)).toEqual(['15/03/2023', true])
  })

  test.each(['Facturé au 15/03/2023', 'Lyon - 15/03/2023', 'Nos bureaux de Lyon, F12 15/03/2023', '15-Mar-23'])(
    '«%s»: in doubt, for want of another',
    (head) => {
      expect(dateOf(head)).toEqual(['15/03/2023', false])
      expect(dateOf(`${head.replaceAll('15', '16')}\nDate : 15/03/2023`)).toEqual(['15/03/2023', true])
    },
  )

  test.each(['Réf. 20230315', 'Code 15032023', 'Date : voir 2023031512'])('«%s» is no day', (head) => {
    expect(dateOf(head)).toBeNull()
  })
})
