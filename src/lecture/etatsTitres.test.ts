import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'

const [a, b, c, d] = ['990001018', '990001026', '990001034', '990001042']
const expectDoubted = (text: string, numbers: readonly string[]) => {
  for (const lu of readFinessDrawn(text)) expect(lu).toEqual({ valeurs: numbers, sure: false })
}

describe('[guide §3.2 beneficiaires] two lists, each under its own heading', () => {
  const titres: [string, string][] = [
    ['A. Sites pour lesquels la VA est prononcée', 'B. Sites restant à déployer (pour information)'],
    ['1) Sites aptes', '2) Sites non aptes'],
    ['LOT 1 - sites recettés', 'LOT 2 - recette prévue au trimestre suivant'],
    ['Liste A : sites couverts', 'Liste B : pour mémoire'],
    ['Tableau 1 – Établissements équipés', 'Tableau 2 – Établissements à équiper'],
    ['I. Périmètre de la VA', 'II. Reportés'],
    ['Vague 1', 'Vague 2 : bascule prévue en 2024'],
    ['Sites concernés', 'Autres sites (pour information)'],
    ['Sites recettés', 'Restent à recetter'],
    ['Annexe 1 : laboratoires reçus', 'Annexe 2 : laboratoires ajournés'],
    ['SITES RECETTES', 'SITES EN ATTENTE'],
  ]
  test.each(titres)('«%s», «%s»', (yes, no) => {
    for (const heads of [
      'FINESS ET     Site      Commune',
      'Site (FINESS)  Nom',
      'Établissement FINESS   Site',
      'FINESS',
    ])
      expectDoubted(
        `${yes}\n${heads}\n${a}     Nord      Ravières\n${c}     Port      Bellerive\n\n${no}\n${heads}\n${b}     Sud       Cordonne\n${d}     Gare      Doucelle`,
        [a, c],
      )
    expectDoubted(`N° FINESS\n\n${yes}\n${a}     Nord\n${c}     Port\n${no}\n${b}     Sud\n${d}     Gare`, [a, c])
  })

  test.each(titres)('side by side: «%s», «%s»', (yes, no) => {
    const aside = (left: string, right: string) => `${left.padEnd(52)}${right}`.trimEnd()
    for (const heads of [`${aside('FINESS        Site', 'FINESS        Site')}\n`, ''])
      for (const gap of ['', '  '])
        expectDoubted(
          `Sites du laboratoire, par FINESS\n\n${aside(yes, no)}\n${heads}${[
            aside(`${gap}${a}     Nord`, `${gap}${b}     Sud`),
            aside(`${gap}${c}     Port`, ''),
            aside(`${gap}${d}     Gare`, ''),
          ].join('\n')}`,
          [a, c, d],
        )
  })

  test('a total and its amount over a list of two columns are no headings', () => {
    for (const { valeurs } of readFinessDrawn(
      `À déduire : remise 4 %        - 656,00\nTotal HT                      15 744,00\nSite            FINESS        Site          FINESS\nNord            ${a}     Sud           ${b}\nPort            ${c}     Gare          ${d}`,
    ))
      expect(valeurs).toEqual([a, b, c, d])
  })

  test('the heads of one table are no headings side by side', () => {
    for (const { valeurs } of readFinessDrawn(
      `FINESS        Recette prévue en      FINESS        Recette prévue en\n${a}     2022                   ${b}     2022`,
    ))
      expect(valeurs).toEqual([a, b])
  })
})
