import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import type { Lecture, Lu } from './lecture'
import { readContenu } from './readContenu'

const read = (...pages: string[]) => readContenu(exampleContenu(...pages))
const told = (lu: Lu<unknown> | null) => lu && [lu.valeur, lu.sure]
const summary = ({ type, dateFacture, montantHT }: Lecture) => [type.valeur, told(dateFacture), told(montantHT)]

const totals = `
                                   Total HT        10 000,00 €
                                   TVA 20 %         2 000,00 €
                                   Total TTC       12 000,00 €`

describe('[guide §3.2 montantSegurHTFacture] reads the full amount before tax, however the invoice is laid out', () => {
  test.each<[string, string, [number, boolean] | null]>([
    ['labels left of right-aligned amounts', totals, [1000000, true]],
    [
      'a row of headings above a row of amounts',
      `
Total HT     Escompte   Port HT   Total TVA   Total TTC    Acompte   NET A PAYER
22 250,00    0,00       0,00      4 450,00    26 700,00    0,00      26 700,00`,
      [2225000, true],
    ],
    [
      'an items table and a VAT table beside the totals',
      `
Code     Désignation                Qté      P.U. HT     Montant HT
SEG      Prestation Ségur SGL       1,00    24 300,00     24 300,00

Taux     Base HT      Montant TVA         Total HT        24 300,00
20,00    24 300,00    4 860,00            TVA              4 860,00
                                          Total TTC       29 160,00
                                          NET A PAYER     29 160,00 €`,
      [2430000, true],
    ],
    [
      'two VAT rates, whose bases are no totals',
      `
Taux     Base HT      Montant TVA
20 %     9 000,00     1 800,00
10 %     1 000,00       100,00

                      Total HT     10 000,00
                      Total TVA     1 900,00
                      Total TTC    11 900,00`,
      [1000000, true],
    ],
    [
      'a total row below columns of articles',
      `
Désignation            Qté    PU HT       Total HT    Total TTC
Prestation Ségur A     1      4 000,00    4 000,00    4 800,00
Prestation Ségur B     1      6 000,00    6 000,00    7 200,00
TOTAL                                     10 000,00   12 000,00`,
      [1000000, true],
    ],
    ['points in the thousands', totals.replace(/(\d) (\d{3},)/g, '$1.$2'), [1000000, true]],
    ['English marks', totals.replace(/(\d) (\d{3}),/g, '$1,$2.'), [1000000, true]],
    ['whole euros', totals.replaceAll(',00', ''), [1000000, true]],
    [
      'H.T. and T.T.C.',
      totals.replace('HT', 'H.T.').replace('TTC', 'T.T.C.').replace('TVA', 'T.V.A.'),
      [1000000, true],
    ],
    ['letters in full', totals.replace('HT', 'hors taxes').replace('TTC', 'toutes taxes comprises'), [1000000, true]],
    ['the currency before', totals.replace(/(\d[\d ]*,00) €/g, 'EUR $1'), [1000000, true]],
    [
      'a discount between two totals before tax',
      `
Total HT        30 000,00
Remise 8,5 %    -2 550,00
Net HT          27 450,00
TVA              5 490,00
Net à payer     32 940,00`,
      [2745000, true],
    ],
    [
      'an advance taken off after tax',
      `${totals}
                                   Avance ASP déjà perçue   -3 600,00 €
                                   Net à payer               8 400,00 €`,
      [1000000, true],
    ],
    [
      'a total for each site',
      `
Site Nord   Total HT              4 000,00 €
Site Sud    Total HT              6 000,00 €
            Total général HT     10 000,00 €
            TVA 20 %              2 000,00 €
            Total général TTC    12 000,00 €`,
      [1000000, true],
    ],
    ['one sentence', 'Montant TTC : 12 000,00 € dont TVA 2 000,00 € soit 10 000,00 € HT', [1000000, true]],
    [
      'no VAT at all, and it says so',
      `
Total HT        5 200,00 €
Net à payer     5 200,00 €
TVA non applicable, article 293 B du CGI`,
      [520000, true],
    ],
    [
      'a penalty, a capital, a threshold, an instalment beside the total',
      `${totals}
Indemnité forfaitaire pour frais de recouvrement : 40,00 €
SAS au capital de 50 000,00 €. Franco de port à partir de 300,00 € HT.
Échéance le 31/01/2024 par virement : 12 000,00 €`,
      [1000000, true],
    ],
  ])('%s', (_name, body, expected) => {
    expect(told(read(`FACTURE n° 12\nDate de facture : 15/03/2023\n${body}`).montantHT)).toEqual(expected)
  })
})

describe('[guide §3.2 montantSegurHTFacture] is never sure when the invoice leaves room for another amount', () => {
  test.each<[string, string, number | null]>([
    [
      'an advance taken off before the total: the amount before it is offered',
      `
Désignation                                   Montant HT
Prestation Ségur SGL                          27 450,00 €
Avance 30 % facture n° 2022/310               -8 235,00 €
                              Total HT        19 215,00 €
                              TVA 20 %         3 843,00 €
                              Total TTC       23 058,00 €`,
      2745000,
    ],
    [
      'a deduction that is not called an advance',
      `
Désignation                                   Montant HT
Prestation Ségur SGL                          27 450,00 €
Prise en charge ASP                           -8 235,00 €
                              Total HT        19 215,00 €
                              TVA 20 %         3 843,00 €
                              Total TTC       23 058,00 €`,
      2745000,
    ],
    [
      'only the balance is invoiced',
      `
Désignation                                   Montant HT
Solde 70 % de la prestation Ségur             10 000,00 €${totals}`,
      1000000,
    ],
    ['an advance invoice', `Facture d'acompte${totals}`, 1000000],
    [
      'other things are sold beside the Ségur one',
      `
Désignation                                   Montant HT
Prestation Ségur SGL                          27 450,00 €
Maintenance annuelle hors Ségur                1 540,00 €
                              Total HT        28 990,00 €
                              TVA 20 %         5 798,00 €
                              Total TTC       34 788,00 €`,
      2745000,
    ],
    [
      'a sub-total is the Ségur part',
      `
Sous-total HT Ségur           27 450,00 €
Sous-total HT matériel         1 540,00 €
Total HT                      28 990,00 €
TVA 20 %                       5 798,00 €
Total TTC                     34 788,00 €`,
      2745000,
    ],
    [
      'the order’s totals are recalled',
      `Commande du 01/12/2022 : Total HT 30 000,00 €  TVA 6 000,00 €  Total TTC 36 000,00 €${totals}`,
      1000000,
    ],
    ['a stage of the works', `Situation n° 2${totals}`, 1000000],
    ['sums that do not fit', totals.replace('2 000,00', '2 100,00').replace('12 000,00', '12 500,00'), 1000000],
    ['another currency', totals.replaceAll('€', 'CHF'), 1000000],
    ['a total without anything to check it', 'Total HT        10 000,00 €', 1000000],
    ['only an amount with tax', 'Total TTC       12 000,00 €', null],
  ])('%s', (_name, body, expected) => {
    const { montantHT } = read(`FACTURE n° 12\nDate de facture : 15/03/2023\n${body}`)
    expect(told(montantHT)).toEqual(expected === null ? null : [expected, false])
  })

  test('two invoices in one file: both totals are candidates', () => {
    const invoice = (date: string, ht: string, tva: string, ttc: string) =>
      `FACTURE\nDate de facture : ${date}\n\nTotal HT     ${ht} €\nTVA     ${tva} €\nTotal TTC     ${ttc} €`
    const { montantHT, candidatsHT, dateFacture } = read(
      invoice('01/03/2023', '18 000,00', '3 600,00', '21 600,00'),
      invoice('03/04/2023', '9 450,00', '1 890,00', '11 340,00'),
    )
    expect(montantHT?.sure).toBe(false)
    expect(candidatsHT.map(({ valeur }) => valeur).sort()).toEqual([1800000, 945000])
    expect(dateFacture?.sure).toBe(false)
  })
})

describe('[guide §3.2 dateFacture] is the day of the invoice, not one of the others it bears', () => {
  test.each<[string, string, [string, boolean] | null]>([
    ['label before', 'Date de facture : 15/03/2023', ['15/03/2023', true]],
    ['label in the cell to the left', 'Date d’émission        15.03.2023', ['15/03/2023', true]],
    [
      'label above, among others',
      `
Numéro       Date facture    Commande du    À régler avant le
F2023-1      15 mars 2023    01/12/2022     14/05/2023`,
      ['15/03/2023', true],
    ],
    ['in the title', 'Facture n° 2023-17 du 1er avril 2023', ['01/04/2023', true]],
    ['after the town', 'Villefictive, le mercredi 31 mai 2023', ['31/05/2023', true]],
    ['ISO, beside a number that looks like a day', 'N° 2023-02-28-A      Date 2023-03-15', ['15/03/2023', true]],
    ['two digits of a year', 'Émise le 05/04/23', ['05/04/2023', true]],
    [
      'a list of labelled days',
      `
Date de commande    01/10/2022
Date de livraison   20/01/2023
Date de la facture  01/02/2023
Date de paiement    01/03/2023
Période du 01/01/2023 au 31/12/2023`,
      ['01/02/2023', true],
    ],
    ['a bare «Date» and its printing day', 'Date : 12/06/2023\nDate d’impression : 20/06/2023', ['12/06/2023', true]],
    [
      'another invoice is spoken of',
      'Date : 12/06/2023\nCette facture complète la facture n° F-10 du 02/03/2023',
      ['12/06/2023', true],
    ],
    ['a label nobody knows', 'Date de comptabilisation : 12/06/2023', ['12/06/2023', false]],
    ['no label', 'Réf 12\n12/06/2023', ['12/06/2023', false]],
    ['two days for the invoice', 'Date de facture : 12/06/2023\nFacturée le 13/06/2023', ['12/06/2023', false]],
    ['only days of something else', 'Échéance : 14/04/2023\nCommande du 08/11/2022', null],
    ['a payment’s day', 'Règlement      Date          Montant\nVirement       05/11/2017    201,00 €', null],
    ['a day in a sentence', 'Suite à notre réunion tenue chez vous et à votre mail du 12/01/2023', null],
    ['a day that does not exist', 'Date de facture : 31/02/2023', null],
  ])('%s', (_name, body, expected) => {
    expect(told(read(`FACTURE\n${body}\n${totals}`).dateFacture)).toEqual(expected)
  })
})

describe('[guide §3.1 typeFichier] tells an invoice from an attestation from the rest', () => {
  const attestation = `
Attestation de vérification d’aptitude

Je soussigné atteste que la vérification d’aptitude a été prononcée le 10/03/2023.
Facture n° 12 du 15/03/2023, Total HT : 10 000,00 €, TVA 2 000,00 €, TTC 12 000,00 €
Signature et cachet`
  test.each<[string, string, unknown[]]>([
    ['an invoice', `FACTURE N° 1\nDate : 15/03/2023\n${totals}`, ['FACTURE', ['15/03/2023', true], [1000000, true]]],
    [
      'an invoice that speaks of the attestation',
      `FACTURE N° 1\nDate : 15/03/2023\nSolution apte après vérification d’aptitude (VA), attestation jointe.\n${totals}`,
      ['FACTURE', ['15/03/2023', true], [1000000, true]],
    ],
    [
      'letters set apart',
      `F A C T U R E\nDate : 15/03/2023\n${totals}`,
      ['FACTURE', ['15/03/2023', true], [1000000, true]],
    ],
    ['an attestation that quotes the invoice', attestation, ['VA', null, null]],
    ['a procès-verbal', attestation.replace('Attestation', 'Procès-verbal'), ['VA', null, null]],
    ['an order', `BON DE COMMANDE\nDate de commande : 08/11/2022\n${totals}`, [null, null, null]],
    ['a quote', `DEVIS N° 3\nDate : 08/11/2022\n${totals}\nBon pour accord`, [null, null, null]],
    ['a pro forma invoice', `FACTURE PRO FORMA\nDate : 08/11/2022\n${totals}`, [null, null, null]],
    ['a title without any amount', 'FACTURE', [null, null, null]],
  ])('%s', (_name, text, expected) => {
    expect(summary(read(text))).toEqual(expected)
  })

  test('an invoice and its attestation in one file: nothing is sure', () => {
    const { type } = read(`FACTURE N° 1\nDate de facture : 15/03/2023\n${totals}`, attestation)
    expect(type.sure).toBe(false)
  })
})

describe('[guide §3.2] what a credit note, a form, a scan and a disorderly file give', () => {
  test.each(['AVOIR n° 3', 'FACTURE D’AVOIR', 'Note de crédit n° 3'])(
    '«%s» is negative whatever sign it prints, and not sure',
    (title) => {
      const { avoir, montantHT } = read(`${title}\nDate : 15/03/2023\n${totals}`)
      expect([avoir, told(montantHT)]).toEqual([true, [-1000000, false]])
    },
  )

  test('a scan without text and a text of random signs give nothing', () => {
    const garbage = Array.from({ length: 40 }, (_, row) => `Xq${row} zwk vtr plk Gds mnb hjkl wxz qsd fghj`).join('\n')
    for (const lecture of [read(''), read(garbage), read('\ue001\ue002\ue003 \ue004\ue005')])
      expect([lecture.texteLisible, lecture.montantHT, lecture.type.valeur]).toEqual([false, null, null])
  })

  test('recognised text: sums still prove an amount, nothing proves a date', () => {
    const contenu = { ...exampleContenu(`FACTURE\nDate de facture : 15/03/2023\n${totals}`), invisible: true }
    const { dateFacture, montantHT } = readContenu(contenu)
    expect([told(dateFacture), told(montantHT)]).toEqual([
      ['15/03/2023', false],
      [1000000, true],
    ])
  })

  test('the order in which a file draws its text, its words or letters apart, change nothing', () => {
    const contenu = exampleContenu(`FACTURE N° 1\nDate : 15/03/2023\n${totals}`)
    const pages = contenu.pages.map((page) => ({
      ...page,
      items: page.items
        .flatMap(({ texte, x, largeur, ...rest }) =>
          [...texte.matchAll(/\S/g)].map((sign) => {
            const step = largeur / texte.length
            return { ...rest, texte: sign[0], x: x + step * sign.index, largeur: step }
          }),
        )
        .reverse(),
    }))
    expect(summary(readContenu({ ...contenu, pages }))).toEqual(summary(readContenu(contenu)))
  })

  test('the frame of an amount is where it stands', () => {
    const { montantHT } = read(`FACTURE N° 1\nDate : 15/03/2023\n${totals}`)
    const amount = exampleContenu(`FACTURE N° 1\nDate : 15/03/2023\n${totals}`).pages[0]?.items.find(({ texte }) =>
      texte.startsWith('10 '),
    )
    expect(montantHT).toMatchObject({
      page: 1,
      imprime: '10 000,00',
      cadre: { x: amount?.x, y: amount?.y, hauteur: 10 },
    })
  })

  test('an XML by itself is read, whether it is an invoice or an order', () => {
    const readXml = (nom: string) =>
      readContenu({
        pages: [],
        champs: [],
        xml: [`<${nom} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${nom}-2"><ID>1</ID></${nom}>`],
        invisible: false,
      })
    expect(readXml('Invoice')).toMatchObject({ texteLisible: true, type: { valeur: 'FACTURE' } })
    expect(readXml('Order')).toMatchObject({ texteLisible: true, type: { valeur: null } })
  })

  test('a document beyond measure is read in part', () => {
    const many = Array.from({ length: 200_000 }, (_, rank) => ({
      texte: '27 450,00 €',
      x: (rank % 50) * 70,
      y: Math.floor(rank / 50) * 12,
      largeur: 60,
      hauteur: 10,
    }))
    const page = { largeur: 4000, hauteur: 50_000, items: many }
    expect(readContenu({ pages: [page], champs: [], xml: [], invisible: false }).montants).toEqual([2745000])
  }, 30_000)
})
