import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const [supplier, client] = ['73282932000074', '35600000000048']
const read = (text: string) => readContenu(exampleContenu(text))

describe('[guide §3.2 SIRET] whose number it is', () => {
  test.each<[string, string, [string, boolean] | null]>([
    ['named', `SIRET du fournisseur : ${supplier}\nSIRET client : ${client}`, [supplier, true]],
    [
      'spaced, in the legal line',
      'X SAS au capital de 50 000 € – SIRET 732 829 320 00074 – RCS Lyon',
      [supplier, true],
    ],
    ['below a heading', `Vendeur\nX SAS\nSIRET ${supplier}\n\nClient\nY\nSIRET ${client}`, [supplier, true]],
    [
      'the other one is the client’s',
      `X SAS\nSIRET ${supplier}\nFacturé à :\nLabo Y\nSIRET ${client}`,
      [supplier, true],
    ],
    ['in a sentence', `la prestation fournie par X SAS, SIRET ${supplier} a été installée`, [supplier, true]],
    ...['(SIRET', 'SIRET', 'SIRET n°', 'N° SIRET :'].flatMap((label) =>
      ['la solution de X SAS', 'le logiciel livré par X SAS', 'le SGL de X SAS', 'la société X SAS, éditeur,'].map(
        (words): [string, string, [string, boolean]] => [
          `of a sentence «${words}», after «${label}» at the end of its line`,
          `Le laboratoire Y certifie ${words} ${label}\n${supplier}) pour ses sites.`,
          [supplier, true],
        ],
      ),
    ),
    ...['732 829 320\n00074', '732 829\n320 00074', '732\n829 320 00074', '732829\n32000074'].map(
      (broken): [string, string, [string, boolean]] => [
        `broken at the end of a line: ${broken}`,
        `fournie par X SAS, SIRET ${broken} a été installée`,
        [supplier, true],
      ],
    ),
    ...['Identifiant', 'SIRET', 'N° SIRET'].map((label): [string, string, [string, boolean]] => [
      `in two tables side by side, «${label}» in both`,
      `Cadre            A1 : déposée par un fournisseur    Type      Facture
FOURNISSEUR                        DESTINATAIRE
Raison sociale   X SAS             Raison sociale   Labo Y
${label.padEnd(17)}${supplier}    ${label.padEnd(17)}${client}`,
      [supplier, true],
    ]),
    ...['FACTURE CLIENT', 'Facture client', 'Avoir client', 'FACTURE ACQUÉREUR'].flatMap((title) =>
      ['Doit', 'Doit :', 'Client', 'Facturé à'].map((heading): [string, string, [string, boolean]] => [
        `of the block that «${heading}» heads, under a title «${title}»`,
        `${title}\nX SAS\nSIRET ${supplier}\n\n${heading}\nSELAS Y\nSIRET ${client}`,
        [supplier, true],
      ]),
    ),
    [
      'of the legal mentions at the foot',
      `X SAS\nSIRET ${supplier}\n\nSELAS Y\nSIRET ${client}\n\nX SAS au capital de 50 000 € - RCS Lyon ${supplier.slice(0, 9)}`,
      [supplier, true],
    ],
    [
      'of the block that names it, though the client’s letterhead stands above',
      `Labo Y – RCS ${client.slice(0, 9)} – SIRET ${client}\n\nFournisseur\nX SAS\nSIRET ${supplier}`,
      [supplier, false],
    ],
    ...['732 829 320\n00074', '732 829\n320 00074', '732829320\n00074'].map(
      (broken): [string, string, [string, boolean]] => [
        `broken in a cell, other cells beside it: ${broken}`,
        `Vendeur                       Date\nX SAS                         15/03/2023\n${broken.replace('\n', '          N° 12\n').replace(/^/, 'SIRET : ')}\n`,
        [supplier, false],
      ],
    ),
    ...['et de la société X SAS (SIRET', 'et de X SAS (n° SIRET :'].map(
      (words): [string, string, [string, boolean]] => [
        `in brackets in a sentence «${words}» under the client’s letterhead`,
        `Laboratoire Y\n12 rue Z\n\nLe 15/03/2023, en présence du biologiste ${words} ${supplier}), la VA est prononcée.`,
        [supplier, false],
      ],
    ),
    ['nobody’s', `SIRET ${supplier}`, [supplier, false]],
    ['only the client’s', `Client\nLabo Y\nSIRET ${client}`, null],
    ['a wrong key', 'Fournisseur : SIRET 73282932000075', ['73282932000075', false]],
    ['fourteen digits that are none', 'Référence 73282932000075', null],
    ['an IBAN', 'IBAN FR76 3000 6000 0112 3456 7890 189', null],
  ])('%s', (_name, text, expected) => {
    const lu = read(text).siretFournisseur
    expect(lu && [lu.valeur, lu.sure]).toEqual(expected)
  })
})

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

test.each<[string, unknown]>([
  ['Dossier finbio000006', ['FINBIO000006', true]],
  ['Dossier ASP n° FINBIO 000 006', ['FINBIO000006', true]],
  ['FINBIO000006 puis FINBIO000007', ['FINBIO000006', false]],
  ['FINBIO00006', null],
  ['FINBIO0000061', null],
])('[guide §3.2 numeroASP] «%s»', (text, expected) => {
  const { numeroASP } = read(text)
  expect(numeroASP && [numeroASP.valeur, numeroASP.sure]).toEqual(expected)
})

test.each<[string, string[]]>([
  ['Numéro éditeur : 00012', ['00012']],
  ['N° éditeur    A0012', ['A0012']],
  ['Numéro éditeur : 123456', []],
  ['Éditeur 00012', []],
])('[guide §3.2 numeroEditeur] «%s»', (text, expected) => {
  expect(read(text).numerosEditeur).toEqual(expected)
})

test('form values without a place are read too', () => {
  const contenu = {
    ...exampleContenu('Attestation de vérification d’aptitude'),
    champs: ['FINBIO000510', 'FINESS 990003063'],
  }
  const { numeroASP, finess } = readContenu(contenu)
  expect([numeroASP?.valeur, numeroASP?.cadre, finess[0]?.valeur]).toEqual(['FINBIO000510', null, '990003063'])
})

describe('[guide §3.2 siretFournisseur] two blocks side by side that begin at different heights', () => {
  test.each(['Prestataire', 'Vendeur', 'Émetteur'])('«%s» beside «Client»', (label) => {
    const at = (left: string, right: string) => `${left.padEnd(40)}${right}`.trimEnd()
    const names = [at('Labosoft', ''), at('', 'Labo Sud'), at('1 rue du Modèle', ''), at('', '2 rue des Essais')]
    const siret = at('SIRET 99900101900010', '')
    for (const heads of [
      [at(label, ''), at('', 'Client')],
      [at('', 'Client'), at(label, '')],
    ]) {
      const { siretFournisseur } = read(['FACTURE', '', ...heads, ...names, siret].join('\n'))
      expect(siretFournisseur && [siretFournisseur.valeur, siretFournisseur.sure]).toEqual(['99900101900010', true])
    }
    const swapped = [at('Client', ''), at('', label), ...names, siret]
    expect(read(['FACTURE', '', ...swapped].join('\n')).sirets.map(({ role }) => role)).toEqual(['client'])
  })
})

describe('[guide §3.2 siretFournisseur] an attestation is the client’s letter', () => {
  const [own, other] = ['73282932000074', '35600000000048']
  const body =
    'PROCÈS-VERBAL DE VÉRIFICATION D’APTITUDE\nJe soussigné déclare apte le logiciel.\nSite Nord : FINESS 990001018'
  const siretOf = (text: string) => readContenu(exampleContenu(text)).siretFournisseur

  test.each([
    `SIRET ${other} – FINESS EJ 990001026`,
    `N° SIRET ${other} – RCS Issanges – entité juridique FINESS 990001026`,
    `SIRET : ${other}\nFINESS juridique :\n990001026`,
  ])('a SIRET beside a FINESS in its letterhead is not the supplier’s: %s', (head) => {
    expect(siretOf(`SELARL Biolumel\n${head}\n\n\n${body}`)).toBeNull()
  })

  test.each([
    `Nous, SELARL Cerbaval (SIRET ${other}), confirmons la bonne installation de\nLab par X Systèmes, SIRET ${own}, dans nos locaux.`,
    `Commandé le 21 février 2023 à X Systèmes, SIRET\n${own}, et déclaré apte par Labo Y (SIRET ${other}), client.`,
    `Les opérations de vérification du logiciel livré par le GCS\nOndre (SIRET ${own}) se sont déroulées.`,
  ])('who sold is the supplier: %s', (sentence) => {
    expect(siretOf(`${body}\n${sentence}`)?.valeur).toBe(own)
  })

  test('a sentence in the column beside says nothing of a margin’s number', () => {
    const rows = [
      `V/Réf. : BC6075               opérations de vérification du logiciel livré par le GCS Ondre`,
      `SIRET : ${other}        e-Santé (SIRET ${own}) se sont déroulées`,
      `FINESS juridique :            au 28 novembre 2022.`,
    ]
    expect(siretOf(`${body}\n${rows.join('\n')}`)).toMatchObject({ valeur: own, sure: true })
  })

  test('of an invoice, a hospital that sells may print a FINESS of its own', () => {
    const facture = 'FACTURE N° 7\nTotal HT   10 000,00 €\nTVA 20 %   2 000,00 €\nTotal TTC   12 000,00 €'
    expect(siretOf(`${facture}\nSIRET ${own} – FINESS juridique 990001026`)?.valeur).toBe(own)
  })

  test.each(['732 829 320 00 074', '732 829 320 00074', '732 829 320 000 74'])('grouped as «%s»', (written) => {
    expect(siretOf(`${body}\nFournisseur : X SAS, SIRET ${written}`)?.valeur).toBe(own)
  })
})

test.each([
  'FINBIO n° 001617',
  'FINBIO N°001617',
  'FINBIO : 001617',
  'FINBIO 001617',
  'FINBIO-001617',
  'finbio no 001 617',
])('[guide §3.2 numeroASP] «%s»', (written) => {
  expect(readContenu(exampleContenu(`Dossier ${written}.`)).numeroASP?.valeur).toBe('FINBIO001617')
})
