import { describe, expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const read = (body: string) => readContenu(exampleContenu(`FACTURE N° 7\nDate de facture : 15/03/2023\n\n${body}`))
const offered = (body: string) => {
  const { candidatsHT } = read(body)
  return candidatsHT.map(({ valeur, sure }) => [valeur, sure])
}
const row = (label: string, amount: string) => `${label.padEnd(60)}${amount.padStart(12)}`
const rows = (...pairs: readonly (readonly [string, string])[]) => pairs.map((pair) => row(...pair)).join('\n')
const totals = rows(['Total HT', '13 000,00'], ['TVA 20 %', '2 600,00'], ['Total TTC', '15 600,00'])
const head = row('Désignation', 'Montant HT')
const lines = rows(['Forfait de mise en œuvre SGL', '10 000,00'], ['Contrat annuel', '3 000,00'])

describe('[guide §3.2 montantSegurHTFacture] the part of the Ségur that the document tells is offered, the total among the choices', () => {
  test.each([
    'dont prestation Ségur BIO-SGL',
    'Dont Ségur',
    '- dont part Ségur',
    'Part Ségur HT',
    'Part Ségur, hors taxes',
    'Montant hors taxes de la prestation Ségur',
    'Part de la prestation Ségur',
    'La part relevant du Ségur',
    'Montant de la prestation Ségur HT',
    'Montant à déclarer au titre du Ségur',
    'Montant HT BIO-SGL',
    'Montant éligible Ségur',
    'Total Ségur HT',
    'Total prestation BIO-SGL',
  ])('«%s», before or after the total', (label) => {
    const part = row(label, '10 000,00')
    for (const body of [`${head}\n${lines}\n${totals}\n${part}`, `${head}\n${lines}\n${part}\n${totals}`])
      expect(offered(body).slice(0, 2)).toEqual([
        [10_000_00, false],
        [13_000_00, false],
      ])
  })

  test.each([
    'Part de la prestation Ségur dans la présente facture : 10 000,00 EUR HT (ligne 1).',
    'Dossier ASP n° FINBIO000174. Part de la prestation Ségur dans la présente facture :\n10 000,00 EUR HT (ligne 1).',
    'Commentaire. Montant de la prestation Ségur BIO-SGL : 10 000,00 € HT',
  ])('in a sentence: %s', (told) => {
    expect(offered(`${head}\n${lines}\n${totals}\n\n${told}`).slice(0, 2)).toEqual([
      [10_000_00, false],
      [13_000_00, false],
    ])
  })

  test.each([
    'Avance Ségur de 30 % reçue',
    'Montant de l’avance Ségur',
    'Part hors Ségur',
    'dont maintenance hors périmètre Ségur',
    'Plafond Ségur',
    'Montant unitaire Ségur par site',
  ])('«%s» is no such part', (label) => {
    expect(offered(`${head}\n${lines}\n${totals}\n${row(label, '3 900,00')}`)[0]).toEqual([
      13_000_00,
      expect.anything(),
    ])
  })

  const programmes = [
    ['BIO-SGL – Biologie, vague 1', 'DRIM-M – Imagerie, vague 2'],
    ['BIO-SGL (vague 1)', 'OSIS – Officine'],
    ['Couloir biologie : Ségur BIO-SGL', 'Couloir hôpital : Ségur DPI'],
    ['Prestation Ségur', 'Maintenance et matériel'],
    ['Ségur du numérique', 'Maintenance hors Ségur'],
  ] as const
  test.each(programmes)('sub-totals of «%s» and «%s»', (own, other) => {
    const section = (title: string, labelled: string, amount: string) =>
      `   ${title}\n${head}\n${row('Licence', amount)}\n${row(labelled, amount)}`
    for (const label of [() => 'Sous-total HT', (title: string) => `Total HT ${title}`, () => 'Sous-total'])
      for (const sections of [
        [section(own, label(own), '10 000,00'), section(other, label(other), '3 000,00')],
        [section(other, label(other), '3 000,00'), section(own, label(own), '10 000,00')],
      ])
        expect(
          offered(`${sections.join('\n')}\n${totals.replace('Total HT', 'Total général HT')}`).slice(0, 2),
        ).toEqual([
          [10_000_00, false],
          [13_000_00, false],
        ])
  })

  test.each([
    'Récapitulatif par programme',
    'Répartition par dossier ASP',
    'Ventilation',
    'Synthèse par activité',
    'Récapitulatif par code analytique',
  ])('rows under «%s» that add up', (title) => {
    for (const [own, other] of programmes) {
      const summary = `${title}\n${row(own, '10 000,00')}\n${row(other, '3 000,00')}`
      for (const body of [`${head}\n${lines}\n${summary}\n${totals}`, `${head}\n${lines}\n${totals}\n${summary}`])
        expect(offered(body)[0]).toEqual([10_000_00, false])
    }
  })

  test.each(['DRIM-M', 'DRIM-Box', 'RI-DPI', 'OSIS', 'MDV', 'LGC', 'ESMS', 'imagerie', 'officine', 'DPI hôpital'])(
    'lines of BIO-SGL and %s, in words or in a column',
    (other) => {
      for (const line of [
        (programme: string) => `Prestation Ségur ${programme}`,
        (programme: string) => `${programme} – licence`,
        (programme: string) => `Licence      Ségur ${programme}`,
      ])
        expect(
          offered(`${head}\n${row(line('BIO-SGL'), '10 000,00')}\n${row(line(other), '3 000,00')}\n${totals}`),
        ).toEqual([
          [10_000_00, false],
          [13_000_00, false],
        ])
    },
  )

  test.each(['Maintenance', 'Matériel', 'DRIM-M – Imagerie', 'Hors Ségur', '2. Téléphonie', 'Section B – Maintenance'])(
    'under «%s» stand lines of something else: the total is not sure',
    (title) => {
      const sections = `Section A – Ségur\n${row('Licence', '10 000,00')}\n${title}\n${row('Contrat', '3 000,00')}`
      expect(offered(`${head}\n${sections}\n${totals}`)[0]?.[1]).toBe(false)
    },
  )

  test('all of it Ségur: the total', () => {
    const summary = `Récapitulatif par code analytique\n${row('Ségur – acquisition', '10 000,00')}\n${row('Ségur – mise en œuvre', '3 000,00')}`
    expect(offered(`${head}\n${lines}\n${summary}\n${totals}`)[0]?.[0]).toBe(13_000_00)
  })
})

test('[guide §3.2 montantSegurHTFacture] a capital in the letterhead is no line of the invoice: what is outside the Ségur is left out', () => {
  const sold = rows(['Prestation Ségur SGL', '10 000,00'], ['Maintenance 2024 (hors périmètre Ségur)', '3 000,00'])
  const letterhead = 'Forme juridique / capital    SAS – 180 000 EUR      Coordonnées bancaires'
  expect(offered(`${letterhead}\n${head}\n${sold}\n${totals}`).slice(0, 2)).toEqual([
    [10_000_00, false],
    [13_000_00, false],
  ])
})

describe('[guide §3.2 montantSegurHTFacture] a total that says that it holds both', () => {
  test.each([
    'Net amount / Total HT (Ségur + hors Ségur)',
    'Total HT Ségur et hors Ségur',
    'Total HT (hors Ségur compris)',
    'Total HT, y compris hors Ségur',
  ])('«%s»: the sub-total of the Ségur is offered, in doubt', (label) => {
    for (const sub of ['Sous-total Ségur', 'Subtotal Ségur / Sous-total Ségur (net)']) {
      const { montantHT } = read(`Item                                        Montant HT
Version Ségur                                 9 487,50
${sub.padEnd(46)}9 487,50
Hébergement, non-Ségur / hors Ségur           1 480,00
${label.padEnd(45)} 10 967,50
TVA 20%                                       2 193,50
Total TTC                                    13 161,00`)
      expect([montantHT?.valeur, montantHT?.sure]).toEqual([9_487_50, false])
    }
  })
})

test.each([
  'Répartition par site',
  'Ventilation par laboratoire',
  'Site breakdown / Répartition par site',
  'Ventilation',
])('[guide §3.2 montantSegurHTFacture] «%s» shares the total out among sites, whatever they are called', (heading) => {
  const { montantHT } = read(`Désignation                  Montant HT
Version Ségur                  8 000,00
Total HT                       8 000,00
TVA 20%                        1 600,00
Total TTC                      9 600,00
${heading}
990001018   Labo Nord                4 000,00
990001026   Biologie Sud             4 000,00`)
  expect(montantHT?.valeur).toBe(8_000_00)
})

test('[guide §3.2 montantSegurHTFacture] sites below a priced line are no heading of a sub-total', () => {
  const { montantHT } = read(`Description                                        Montant
Prestation Ségur du numérique en santé
Logiciel SGL, déploiement                          21 120,00
Site de la Gare, Le Mesnil
Site Europe, Saint-Jory
Formation et accompagnement                         5 280,00
Sous-total :                                       26 400,00
Hors Ségur
Maintenance annuelle                                2 140,00
Sous-total :                                        2 140,00
Montant hors taxes                                 28 540,00
TVA 20 %                                            5 708,00
Total                                              34 248,00`)
  expect([montantHT?.valeur, montantHT?.sure]).toEqual([26_400_00, false])
})
