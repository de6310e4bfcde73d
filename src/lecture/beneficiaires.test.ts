import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (text: string) => readContenu(exampleContenu(text))
const finessOf = (text: string) => read(text).finess
const valeurs = (text: string) =>
  finessOf(text)
    .map(({ valeur }) => valeur)
    .sort()
const allSure = (text: string) => finessOf(text).every(({ sure }) => sure)
const [a, b, c] = ['990001018', '990001026', '990001034']

describe('[guide §3.2 beneficiaires] nine digits are a FINESS only where the document says so', () => {
  test.each<[string, string, string[]]>([
    ['a sentence', 'FINESS : 990001018, 990001026 et 2A9990012', ['990001018', '990001026', '2A9990012']],
    [
      'a list below',
      'Sites équipés – FINESS :\n• 990001018 Site Nord\n• 990 001 026 Site Sud',
      ['990001018', '990001026'],
    ],
    ['grouped as people do', 'FINESS ET 99 0001 018\nFINESS ET 99 000102 6', ['990001018', '990001026']],
    [
      'a table with other numbers',
      `
Site      SIREN        FINESS EJ    FINESS ET    Téléphone
Nord      356000000    990009003    990001018    320123456
Sud       356000000    990009003    990001026    320123457`,
      ['990001018', '990001026'],
    ],
    [
      'a cell of several lines',
      'Client        Labo X\nFINESS ET     990001018\n              990001026\nDossier       123456782',
      ['990001018', '990001026'],
    ],
    [
      'a table with another number between, one cell of it empty',
      `
Site      FINESS ET    SIREN        FINESS EJ
Nord      990001018    356000000    990009003
Sud                    356000000    990009003`,
      ['990001018'],
    ],
    ['the entité juridique', 'FINESS juridique : 990009003\nFINESS géographique : 990001018', ['990001018']],
    ['both in a sentence', 'N° FINESS entité juridique : 990009003 – établissement : 990001018', ['990001018']],
    ['the word after its own', 'Entité juridique, n° FINESS 990009003, établissement 990001018', ['990001018']],
    [
      'a list of each',
      'FINESS EJ : 990009003, 990009011 – FINESS ET : 990001018, 990001026',
      ['990001018', '990001026'],
    ],
    ['a site of a legal entity', "FINESS de l'établissement de l'entité juridique : 990001018", ['990001018']],
    ['a SIREN of the document', 'RCS Lyon 732829320 - SIRET 73282932000074\nFINESS 990001018 732829320', ['990001018']],
    ['a SIRET', 'FINESS : 990001018\nSIRET 732 829 320 00074', ['990001018']],
    ...['Nord', 'Nouvelle Halle', 'Notre-Dame', 'Télégraphe', 'Refuge', 'Site du Marché', 'Coderie'].flatMap(
      (site): [string, string, string[]][] => [
        [`«${site}» in a table`, `Site            N° FINESS\n${site.padEnd(16)}990001018`, ['990001018']],
        [`«${site}» in a list`, `Établissements (n° FINESS) :\n– ${site} : 990001018`, ['990001018']],
      ],
    ),
    ['a reference further on', 'FINESS : 990001018\nContrat 123456782\nN° client : 123456790', ['990001018']],
    ['a house number after it', 'FINESS 990001018 12 rue des Lilas', ['990001018']],
    ['no such word', 'Référence 990001018', []],
  ])('%s', (_name, text, expected) => {
    expect(read(text).finess.map(({ valeur }) => valeur)).toEqual(expected)
  })

  test('a number that a line breaks is one', () => {
    for (const [start, end] of [
      ['99 000', '102 6'],
      ['990', '001 026'],
      ['990 001', '026'],
      ['99', '0001026'],
    ])
      expect(read(`FINESS : 990 001 018, ${start}\n${end}`).finess.map(({ valeur }) => valeur)).toEqual([
        '990001018',
        '990001026',
      ])
    const { finess } = read('Sites équipés (FINESS) : 99 000101 8 / 99 000\n102 6')
    expect(finess.map(({ valeur }) => valeur)).toEqual(['990001018', '990001026'])
  })

  test.each(['Labo Nord 2', 'Site n° 12', 'Plateau technique 3'])(
    '«%s» all but touches the number of its row',
    (site) => {
      for (const number of ['99 0001 026', '990 001 026', '99 0001026', '990001026'])
        expect(
          read(`Site           N° FINESS\nLabo Sud 1     99 0001 018\n${site} ${number}`).finess.map(
            ({ valeur }) => valeur,
          ),
        ).toEqual(['990001018', '990001026'])
    },
  )
  test.each(['entité juridique', 'entité juridique (', 'EJ', 'structure juridique,'])(
    '«%s» at the end of a line says whose the number of the next is',
    (words) => {
      const said = (next: string) => `Sites FINESS 990001018 et 990001026, rattachés à l’${words}\n${next}`
      for (const next of ['FINESS 990009003.', 'n° FINESS 990009003', 'FINESS 99 0009003)'])
        expect(read(said(next)).finess.map(({ valeur }) => valeur)).toEqual(['990001018', '990001026'])
      expect(read(said('FINESS ET 990001034')).finess.map(({ valeur }) => valeur)).toContain('990001034')
    },
  )

  const shapes: ((numero: string) => string)[] = [
    (numero) => numero,
    (numero) => numero.replace(/(..)(.{4})/, '$1 $2 '),
    (numero) => numero.replace(/(..)/, '$1 '),
    (numero) => numero.replace(/(...)(...)/, '$1 $2 '),
    (numero) => numero.replace(/(..)(...)/, '$1 $2 '),
  ]
  test.each(shapes.map((shape) => [shape('990001018'), shape] as const))(
    'two columns that all but touch, numbers as %s',
    (_example, shape) => {
      for (const heads of [
        'FINESS EJ FINESS ET',
        'N° FINESS EJ N° FINESS ET',
        'FINESS juridique FINESS géographique',
      ]) {
        const row = (site: string, numero: string) => `${site}     ${shape('990009003')} ${shape(numero)}`
        const table = `Site            ${heads}\n${row('Labo Sud 1', '990001018')}\n${row('Labo Nord ', '990001026')}`
        expect(read(table).finess.map(({ valeur }) => valeur)).toEqual(['990001018', '990001026'])
      }
      const list = `FINESS géographiques : ${['990001018', '990001026', '990001034'].map(shape).join(' ')}`
      expect(read(list).finess.map(({ valeur }) => valeur)).toEqual(['990001018', '990001026', '990001034'])
    },
  )

  const four = ['990001018', '990001026', '990001034', '990001042']
  test.each([0, 1, 2, 3])('a list whose label stands beside its line %d', (beside) => {
    const list = four.map((numero, rank) => (rank === beside ? 'FINESS ET' : '').padEnd(14) + numero).join('\n')
    const found = read(`Dossier       A12\n${list}`).finess.map(({ valeur }) => valeur)
    expect(found.sort()).toEqual(four)
  })
  test.each([1, 2, 3])('a list whose label stands in a line of its own after %d of its lines', (before) => {
    const lines: string[] = four.map((numero) => ''.padEnd(14) + numero)
    lines.splice(before, 0, 'FINESS ET')
    expect(
      read(`Dossier       A12\n${lines.join('\n')}`)
        .finess.map(({ valeur }) => valeur)
        .sort(),
    ).toEqual(four)
  })

  const columns = (...cells: string[]) =>
    cells
      .map((cell) => cell.padEnd(16))
      .join('')
      .trimEnd()
  test.each([
    ['99 0001', '018'],
    ['990 001', '018'],
    ['99 000', '1018'],
    ['990', '001 018'],
    ['99', '000', '1018'],
  ])('a number broken in a narrow cell beside other columns: «%s» over «%s»', (...parts) => {
    const site = ['Labo Aix', 'en Provence', 'sud']
    const below = parts.map((part, rank) => columns(part, site[rank] ?? '', rank === 0 ? 'Conforme' : ''))
    const table = [columns('N° FINESS', 'Site', 'Décision'), ...below, columns('990001026', 'Labo Nord', 'Conforme')]
    expect(read(table.join('\n')).finess.map(({ valeur }) => valeur)).toEqual(['990001018', '990001026'])
  })
  test.each([
    ['99', '0001018'],
    ['99 0001', '018'],
    ['990', '001 018'],
  ])('a sentence in a column beside another ends with «%s», and goes on with «%s»', (first, second) => {
    const wide = (left: string, right: string) => `${left.padEnd(40)}${right}`.trimEnd()
    const other = ['Labo Nord : FINESS 990001026', 'Labo Est : FINESS 990001034']
    const page = [wide(`Plateau technique sud : FINESS ${first}`, other[0] ?? ''), wide(second, other[1] ?? '')]
    const found = read(page.join('\n')).finess
    expect(found.map(({ valeur, sure }) => [valeur, sure]).sort()).toEqual(
      ['990001018', '990001026', '990001034'].map((numero) => [numero, true]),
    )
  })
  test.each(['99', '99 0001', '990 00'])(
    'a list is in doubt when «FINESS %s» is left of one of its numbers',
    (left) => {
      const page = `Labo Nord : FINESS 990001026\nLabo Sud : FINESS ${left}\nDossier A12`
      expect(read(page).finess.map(({ valeur, sure }) => [valeur, sure])).toEqual([['990001026', false]])
    },
  )
  test.each(['Sites FINESS 2023', 'FINESS : 4 sites', 'FINESS 1'])('«%s» leaves no number open', (said) => {
    expect(read(`${said}\nLabo Nord : FINESS 990001026`).finess.map(({ sure }) => sure)).toEqual([true])
  })
  test('what stands under a number is no end of it unless the key holds', () => {
    const table = [
      columns('N° FINESS', 'Quantité', 'Site'),
      columns('990001026', '12', 'A'),
      columns('', '3456789', ''),
    ]
    expect(read(table.join('\n')).finess.map(({ valeur }) => valeur)).toEqual(['990001026'])
  })

  /** A page whose lines stand half as far apart: cells of one row at different heights. */
  const readClose = (text: string) => {
    const contenu = exampleContenu(text)
    const pages = contenu.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => ({ ...item, y: 20 + (item.y - 20) / 2 })),
    }))
    return readContenu({ ...contenu, pages }).finess.map(({ valeur }) => valeur)
  }
  test.each([
    ['99 0001', '018'],
    ['990 001', '018'],
    ['99', '0001018'],
  ])('a label between the halves «%s» and «%s» of its number', (first, second) => {
    expect(readClose(`Dossier\n\n${columns('', first)}\n${columns('FINESS ET')}\n${columns('', second)}`)).toEqual([
      '990001018',
    ])
  })

  test.each(['TVA', 'Client', 'Commande', 'N° de pièce', 'Compte'])(
    'a list goes on although «%s» of another block stands beside it',
    (label) => {
      for (const [head, own] of [
        ['N° FINESS ET', (numero: string) => `${numero} – Labo`],
        ['Sites FINESS', (numero: string) => numero],
        ['FINESS : 990001042 –', (numero: string) => `${numero} – 990001034`],
      ] as const) {
        const page = [
          columns('Total HT', head),
          columns('12 000,00', own('990001018')),
          columns(label, own('990001026')),
        ]
        const found = read(page.join('\n')).finess.map(({ valeur }) => valeur)
        expect(found).toEqual(expect.arrayContaining(['990001018', '990001026']))
      }
    },
  )
  test.each(['N° client', 'Compte', 'SIREN'])('«%s» under a labelled number names another', (label) => {
    const form = `${columns('N° FINESS', '990001018')}\n${columns(label, '990001026')}`
    expect(read(form).finess.map(({ valeur }) => valeur)).toEqual(['990001018'])
  })

  test('a wrong key is a doubt', () => {
    expect(read('FINESS : 990001018, 990001019').finess.map(({ sure }) => sure)).toEqual([true, false])
  })
})

describe('[guide §3.2 beneficiaires] a legend behind a list', () => {
  const legends = [
    'Numéros FINESS géographiques.',
    '(FINESS ET entre crochets)',
    'N° FINESS géographique de chaque site.',
    '(numéros FINESS)',
  ]
  test.each(legends)('«%s» names the numbers before it, on whatever line they stand', (legend) => {
    for (const text of [
      `Les sites équipés de la société : LBM Nord [${a}], Labo Sud [${b}], LBM\nMarché (Issanges) [${c}] ${legend}`,
      `Les sites équipés de la société : LBM Nord ${a}, Labo Sud ${b},\nLBM Marché (Issanges) ${c}.\n${legend}`,
      `Les sites équipés de la société : LBM Nord (Issanges)\n${a}, Labo Marché (Issanges) ${b}, LBM Port (Issanges) ${c}. ${legend}`,
    ]) {
      expect(valeurs(text)).toEqual([a, b, c])
      expect(allSure(text)).toBe(true)
    }
  })

  test.each(['SIREN', 'Compte', 'N° client', 'RCS', 'TVA FR12', 'FINESS juridique'])(
    'a number that is named otherwise is none of them: %s',
    (label) => {
      expect(valeurs(`Société X, ${label} ${b}\nSites équipés : LBM Nord ${a}. Numéros FINESS géographiques.`)).toEqual(
        [a],
      )
    },
  )

  test('a heading with a colon names what follows it only', () => {
    expect(valeurs(`Votre interlocuteur ${b}\nNuméros FINESS géographiques :\n${a}`)).toEqual([a])
  })

  test('a number like the others that nothing names puts the list in doubt', () => {
    const text = `LBM Sud ${b}\n\n\n\nSites :\nLBM Nord : FINESS ${a}`
    expect(valeurs(text)).toEqual([a])
    expect(allSure(text)).toBe(false)
  })
})

describe('[guide §3.2 beneficiaires] a site that the document leaves out', () => {
  const sentences = [
    `Le site de Lannouarn (FINESS ${b}), fermé depuis le 11 juin 2022, n’est pas concerné.`,
    `À l’exception du site de Lannouarn (FINESS ${b}).`,
    `Le site Port (FINESS ${b}) est exclu de la demande.`,
    `Site FINESS ${b}, non concerné`,
    `Le site de Lannouarn (FINESS ${b}), fermé depuis le 11 juin\n2022, n’est pas concerné.`,
  ]
  test.each(sentences)('%s', (sentence) => {
    for (const list of [
      `Site           FINESS\nNord           ${a}\nSud            ${c}`,
      `FINESS ${a}\nFINESS ${c}`,
    ]) {
      expect(valeurs(`${list}\n${sentence}`)).toEqual([a, c])
      expect(allSure(`${list}\n${sentence}`)).toBe(false)
    }
  })

  test('what another sentence denies says nothing of it', () => {
    expect(
      allSure(
        `Aucune anomalie n’a été relevée. La TVA n’est pas due. Site FINESS ${a}.\nL’escompte n’est pas accordé.`,
      ),
    ).toBe(true)
  })
})

test.each([
  '99 0001 01 8',
  '99 000 10 18',
  '990-001-018',
  '99.0001.018',
  '99 00 01 01 8',
  '99000 1018',
  '9900 01018',
  '990001 018',
])('[guide §3.2 beneficiaires] digits grouped as «%s» are a number when their key holds', (written) => {
  expect(valeurs(`N° FINESS géographique :\n– ${written}, Site Hôpital, Vaucressac`)).toEqual([a])
  expect(valeurs(`Site           FINESS\nNord           ${written}`)).toEqual([a])
  expect(valeurs(`N° FINESS géographique :\n– ${written.replace(/8$/, '7')}, Site Hôpital`)).not.toContain(a)
})

test.each(['–', '-', '—', '|', '•'])(
  '[guide §3.2 beneficiaires] «entité juridique» behind «%s» in a letterhead',
  (dash) => {
    const head = `N° SIRET 73282932000074 ${dash} RCS Issanges ${dash} entité juridique FINESS ${b}`
    expect(valeurs(`${head}\n\nSite Centre : FINESS ${a}`)).toEqual([a])
  },
)

test('[guide §3.2 beneficiaires] a block beside a table has its own heading', () => {
  const text = [
    'SIRET : 73282932000074        Laboratoire               FINESS ET',
    'FINESS juridique :',
    `${c}                     Site Port                 ${a}`,
    `                              Site Nord                 ${b}`,
  ].join('\n')
  expect(valeurs(text)).toEqual([a, b])
})

describe('[guide §3.2 beneficiaires] headings that say «établissement», and not FINESS', () => {
  const heads = ['N° établissement', 'Code ET', 'Identifiant géographique', 'Code établissement', 'N° ET']
  test.each(heads)('«%s»: offered, in doubt', (head) => {
    for (const text of [
      `Site                ${head}\nNord                ${a}\nSud                 ${b}`,
      `${head} : ${a}\n${head} : ${b}`,
      `Code EJ             ${head}\n${c}           ${a}\n${c}           ${b}`,
    ]) {
      expect(valeurs(text)).toEqual([a, b])
      expect(allSure(text)).toBe(false)
    }
  })

  test('«EJ» and «ET» alone head two columns', () => {
    expect(valeurs(`EJ                  ET\n${c}           ${a}`)).toEqual([a])
  })

  test('a number whose key does not hold is none', () => {
    expect(valeurs('Code établissement : 990001019')).toEqual([])
  })
})

describe('[guide §3.2 beneficiaires] both kinds under one label', () => {
  test.each(['FINESS (EJ / ET)', 'FINESS EJ / FINESS ET', 'FINESS EJ/ET', 'N° FINESS juridique / géographique'])(
    '«%s»',
    (label) => {
      for (const text of [
        `${label} : ${c} / ${a}`,
        `${label} : ${c} – ${a}`,
        `Site                ${label}\nNord                ${c} / ${a}`,
      ])
        expect(valeurs(text)).toEqual([a])
    },
  )

  test('«EJ» and «ET» beside their numbers, without the word: in doubt', () => {
    for (const text of [`EJ ${c} – ET ${a}`, `EJ : ${c} / ET : ${a}`]) {
      expect(valeurs(text)).toEqual([a])
      expect(allSure(text)).toBe(false)
    }
  })

  test('a heading of sites below one of the entité juridique', () => {
    const text = `Établissement juridique : FINESS ${c}\nÉtablissements géographiques :\n- Nord : ${a}\n- Sud : ${b}`
    expect(valeurs(text)).toEqual([a, b])
  })

  test('two that a stroke parts', () => {
    expect(valeurs(`FINESS ET : ${a}/${b}`)).toEqual([a, b])
  })

  test('a legend over a table', () => {
    expect(valeurs(`1  Nord   Lyon   ${a}\n2  Sud    Lyon   ${b}\nNuméros FINESS ET ci-dessus de la liste`)).toEqual([
      a,
      b,
    ])
  })
})
