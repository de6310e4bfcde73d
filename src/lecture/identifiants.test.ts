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
