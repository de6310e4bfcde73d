import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'

const [a, b, c, d] = ['990001018', '990001026', '990001034', '990001042']

/** Of all ways to draw it, the same list, and never sure. */
const expectDoubted = (text: string, numbers: readonly string[]) => {
  for (const lu of readFinessDrawn(text)) expect(lu).toEqual({ valeurs: numbers, sure: false })
}

describe('[guide §3.2 beneficiaires] one answer other than those of all the other rows', () => {
  test.each([
    ['Apte', 'Plus tard'],
    ['Apte', 'Non démarré'],
    ['Apte', 'À planifier'],
    ['OK', 'NP'],
    ['APTE', 'SANS OBJET'],
    ['Accepted / apte', 'Pending / en cours'],
    ['Installé', 'Cf. courrier'],
    ['Oui', '–'],
    ['Mis en service', 'T4'],
    ['Apte', ''],
  ])('«%s», and for one «%s»', (yes, no) => {
    const row = (site: string, n: string, answer: string) => `${n}       ${site.padEnd(12)}99000 Ville       ${answer}`
    for (const gap of ['\n', '\n\n'])
      expectDoubted(
        [
          'FINESS          Site        Commune           État',
          row('Nord', a, yes),
          row('Sud', b, no),
          row('Port', c, yes),
        ].join(gap),
        [a, c],
      )
  })

  test.each([
    ['Apte', 'Non démarré'],
    ['Apte', 'À planifier'],
    ['Reçu', 'En attente'],
  ])('cards side by side: «%s» and «%s»', (yes, no) => {
    const card = (left: string, right: string) => `${left.padEnd(45)}${right}`
    for (const [first, second] of [
      [no, yes],
      [yes, no],
    ])
      expectDoubted(
        [
          card(`Nord             ${first ?? ''}`, `Sud              ${second ?? ''}`),
          card(`FINESS ${a}`, `FINESS ${b}`),
          card('99001 Alpette', '99002 Bellerive'),
          '',
          card(`Port             ${yes}`, `Gare             ${yes}`),
          card(`FINESS ${c}`, `FINESS ${d}`),
          card('99003 Cordonne', '99004 Doucelle'),
        ].join('\n'),
        [first === yes ? a : b, c, d],
      )
  })

  test('an answer set in two close lines of its cell', () => {
    const { pages, ...rest } = exampleContenu(
      `Procès-verbal du système de gestion du laboratoire\n\nFINESS          Site        Remarque\n${a}       Nord\n${b}       Sud         ligne nulle, non\n                            installé\n${c}       Port`,
    )
    const close = pages.map((page) => ({ ...page, items: page.items.map((item) => ({ ...item, y: 0.9 * item.y })) }))
    const { finess } = readContenu({ ...rest, pages: close })
    expect(finess.map(({ valeur, sure }) => [valeur, sure])).toEqual([
      [a, false],
      [c, false],
    ])
  })
})

describe('[guide §3.2 beneficiaires] a sign or a code that a legend explains', () => {
  const signs = ['(*)', '*', '**', '†', '(1)', '(a)', '§', '▲']
  const words = [
    'Bascule reportée : laboratoire non compris',
    'site fermé',
    'n’est pas encore équipé',
    'reste à installer',
  ]
  test.each(signs)('«%s»', (sign) => {
    for (const word of words)
      for (const row of [
        (site: string, n: string) => `${site.padEnd(20)}${n}`,
        (site: string, n: string) => `${n}       ${site}`,
      ])
        expectDoubted(
          `Sites, par numéro FINESS\n${row('Nord', a)}\n${row(`Sud ${sign}`, b)}\n${row('Port', c)}\n\n${sign} ${word}.`,
          [a, c],
        )
  })

  test.each([
    'St. : OK = apte, VA prononcée ; NP = non présenté, VA non prononcée.',
    'NP : non présenté',
    'Légende : (NP) = reporté ; (OK) = reçu.',
  ])('«%s»', (legend) => {
    for (const yes of ['OK', ''])
      expectDoubted(
        `FINESS          Site        St.\n${a}       Nord        ${yes}\n${b}       Sud         NP\n${c}       Port        ${yes}\n\n${legend}`,
        [a, c],
      )
  })
})

describe('[guide §3.2 beneficiaires] headings and sentences that leave sites out', () => {
  test.each([
    'Restent à basculer (l’aptitude n’est pas donnée à ce jour)',
    '5 Sites exclus de la présente attestation / Excluded sites',
    'Reste à équiper :',
    'Non retenus',
    'Reportés à 2024',
    'Hors attestation',
    'En attente',
    'Prochaine vague',
  ])('«%s»', (heading) => {
    for (const head of ['Sites prononcés aptes', 'Sites (FINESS) :'])
      expectDoubted(`N° FINESS\n${head}\n${a}   Nord\n${c}   Port\n${heading}\n${b}   Sud`, [a, c])
  })

  test.each([
    `Votre site du Sud (Finess ${b}) sera équipé et facturé à part au printemps.`,
    `Le site FINESS ${b} (Sud) ne fait pas partie de la vérification : déménagement en cours.`,
    `Le site du Sud (FINESS ${b}) reste à équiper.`,
    `Le laboratoire du Sud, FINESS ${b}, ne l’a pas encore reçu.`,
    `FINESS ${b} : report en 2024, à venir.`,
  ])('«%s»', (sentence) => {
    for (const heads of ['Sites équipés (numéros FINESS) :', 'Sites équipés'])
      expectDoubted(`${heads}\n   ${a}   Nord\n   ${c}   Port\n\n${sentence}`, [a, c])
  })

  test('what a sentence says of a number behind it is not said of the one before', () => {
    expectDoubted(
      `Elle vaut pour Nord (Finess ${a}), Port (Finess ${c}) et Saint-\nJorian (Finess ${d}). En revanche le laboratoire du Sud (Finess ${b}), fermé\npour travaux, ne l’a pas encore reçu.`,
      [a, c, d],
    )
  })

  test.each(['hormis le no 2 (Sud)', 'sauf le n° 2', 'à l’exception du numéro 2', 'sauf la ligne 2', 'hors n° 2 et 4'])(
    '«%s»',
    (words) => {
      const rows = ['Nord', 'Sud', 'Port', 'Gare'].map(
        (site, rank) => `${site} (Finess géographique ${[a, b, c, d][rank] ?? ''})`,
      )
      const kept = words.includes('4') ? [a, c] : [a, c, d]
      const sentence = `Le présent certificat vaut pour tous, ${words}, où le\nlogiciel n’est pas encore en service.`
      expectDoubted(
        `Laboratoires :\n${rows.map((row, rank) => `   ${rank + 1}. ${row}`).join('\n')}\n\n${sentence}`,
        kept,
      )
      expectDoubted(`Laboratoires :\n${rows.map((row) => `   ${row}`).join('\n')}\n\n${sentence}`, kept)
    },
  )
})

describe('[guide §3.2 beneficiaires] a block beside the list', () => {
  test('an entité juridique under its label, and other labels, in a column of their own', () => {
    const aside = (left: string, right: string) => `${left.padEnd(30)}${right}`
    const text = [
      aside('LABORATOIRE', 'FINESS          Site'),
      aside('ENTITÉ JURIDIQUE', ''),
      aside(d, `${a}       Nord`),
      '',
      aside('DOSSIER SÉGUR', `${b}       Sud`),
      aside('FINBIO000529', ''),
      aside('CLIENT', `${c}       Port`),
    ].join('\n')
    for (const lu of readFinessDrawn(text)) expect(lu.valeurs).toEqual([a, b, c])
  })

  test('«(ET)» heads a column of one', () => {
    for (const lu of readFinessDrawn(
      `Dest. serv. (ET)   Raison        CP Loc.\n${a}          Labo Nord     99045 Ravières`,
    ))
      expect(lu).toEqual({ valeurs: [a], sure: false })
  })
})
