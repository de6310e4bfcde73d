import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'

const [a, b, c, d] = ['990001018', '990001026', '990001034', '990001042']
const expectDoubted = (text: string, numbers: readonly string[]) => {
  for (const lu of readFinessDrawn(text)) expect(lu).toEqual({ valeurs: numbers, sure: false })
}
const spaced = (n: string) => n.split('').join(' ')

describe('[guide §3.2 beneficiaires] a sign of a font of signs, in one of several columns', () => {
  test.each(['4', 'ü', '3', 'n', '✔', 'X', 'l'])('«%s»', (sign) => {
    for (const write of [(n: string) => n, spaced])
      for (const heads of [
        ['apte', 'non apte', 'sans objet'],
        ['VA prononcée', 'VA ajournée', 's.o.'],
        ['OUI', 'NON', 'N/A'],
      ]) {
        const row = (n: string, site: string, column: number) =>
          `${write(n).padEnd(22)}${site.padEnd(10)}${' '.repeat(18 * column + 2)}${sign}`
        const [one = '', two = '', three = ''] = heads
        expectDoubted(
          `Sites par FINESS (cocher la case utile) :\n${' '.repeat(32)}${one.padEnd(18)}${two.padEnd(18)}${three}\n${[
            row(a, 'Nord', 0),
            row(b, 'Sud', 1),
            row(c, 'Port', 0),
            row(d, 'Gare', 2),
          ].join('\n')}`,
          [a, c],
        )
      }
  })

  test.each([
    ['4', '8'],
    ['ü', 'û'],
    ['n', 'o'],
  ])('«%s» and «%s» under one heading', (yes, no) => {
    expectDoubted(
      `FINESS          Site      VA prononcée\n${a}       Nord      ${yes}\n${b}       Sud       ${no}\n${c}       Port      ${yes}`,
      [a, c],
    )
  })

  test('counts, ranks and letters of something else are no marks', () => {
    for (const text of [
      `N°   FINESS          Site      Postes\n1    ${a}       Nord      4\n2    ${b}       Sud       4\n3    ${c}       Port      8`,
      `Type   FINESS          Site\nn      ${a}       Nord\no      ${b}       Sud\nn      ${c}       Port`,
      `FINESS          Site      Postes    VA prononcée\n${a}       Nord      4         oui\n${b}       Sud       4         oui\n${c}       Port      3         oui`,
    ])
      for (const { valeurs } of readFinessDrawn(text)) expect(valeurs).toEqual([a, b, c])
  })
})

describe('[guide §3.2 beneficiaires] a mark that some rows lack', () => {
  const rows = (mark: string, isBefore: boolean) =>
    [a, b, c, d]
      .map((n, rank) => {
        const own = n === b ? '' : mark
        const site = ['Nord', 'Sud', 'Port', 'Gare'][rank] ?? ''
        return isBefore ? `${own.padEnd(6)}${n}       ${site}` : `${n}       ${site.padEnd(10)}${own}`
      })
      .join('\n')
  const legends = [
    (mark: string) => `${mark} : site pour lequel la VA est prononcée.`,
    (mark: string) => `${mark} = VA prononcée`,
    (mark: string) => `Légende : ${mark} = site concerné par l’attestation`,
    () => 'La VA est prononcée pour les sites marqués d’une croix ou cochés.',
  ]
  test.each(['X', '✔', '☒', '●'])('«%s», and what it stands for', (mark) => {
    for (const legend of legends) {
      expectDoubted(`${''.padEnd(6)}FINESS ET       Nom\n${rows(mark, true)}\n\n${legend(mark)}`, [a, c, d])
      expectDoubted(`FINESS ET       Nom\n${rows(mark, false)}\n\n${legend(mark)}`, [a, c, d])
    }
  })

  test.each(['VA', 'Apte', 'Recetté', 'Périmètre'])('under the heading «%s»', (head) => {
    for (const mark of ['X', '✔', '4', 'ü'])
      expectDoubted(`FINESS ET       Nom       ${head}\n${rows(mark, false)}`, [a, c, d])
  })

  test('of something else leaves none out', () => {
    for (const head of ['Siège', 'Urgences'])
      expectDoubted(`FINESS ET       Nom       ${head}\n${rows('X', false)}`, [a, b, c, d])
    expectDoubted(`FINESS ET       Nom\n${rows('*', false)}\n\n* : équipé d’un automate`, [a, b, c, d])
  })
})

describe('[guide §3.2 beneficiaires] a day of the attestation that some rows lack', () => {
  const words = ['néant', '-', 's.o.', 'à définir', '2024', 'T1 2024', 'prévue le 12/03/2024', 'non prononcée', '']
  test.each(words)('«%s»', (word) => {
    for (const head of [
      'Date de la VA',
      'VA le',
      'Recetté le',
      'Date de vérification d’aptitude',
      'Mise en service le',
    ])
      for (const write of [(n: string) => n, spaced])
        for (const days of [
          ['23/09/2023', '2/10/23', '20.09.2023'],
          ['23 sept. 2023', '1er octobre 2023', '20 septembre 2023'],
        ]) {
          const row = (n: string, site: string, day: string) => `${write(n).padEnd(22)}${site.padEnd(12)}${day}`
          expectDoubted(
            [
              `${'FINESS (ET)'.padEnd(22)}${'Nom'.padEnd(12)}${head}`,
              row(a, 'Nord', days[0] ?? ''),
              row(b, 'Sud', word),
              row(c, 'Port', days[1] ?? ''),
              row(d, 'Gare', days[2] ?? ''),
            ].join('\n'),
            [a, c, d],
          )
        }
  })

  test('a day of something else', () => {
    for (const head of ['Date de facture', 'Date d’ouverture', 'Visite'])
      for (const { valeurs } of readFinessDrawn(
        `FINESS          Nom       ${head}\n${a}       Nord      23/09/2023\n${b}       Sud       néant\n${c}       Port      24/09/2023`,
      ))
        expect(valeurs).toEqual([a, b, c])
  })
})
