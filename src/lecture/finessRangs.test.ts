import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'

const [a, b, c, d] = ['990001018', '990001026', '990001034', '990001042']
const grouped = (n: string) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`
const noms = ['Nord', 'Sud', 'Port', 'Gare']

/** Lists that print the ranks of their rows, as digits or letters, or don't. */
const listes = (ranks: readonly string[] | null) =>
  [a, b, c, d]
    .map((n) => [n, grouped(n)])
    .reduce<[string, string]>(
      ([one, other], [n = '', g = ''], row) => {
        const rank = ranks ? `${ranks[row] ?? ''}    ` : '   '
        const nom = noms[row] ?? ''
        return [`${one}\n${rank}${n}       ${nom}`, `${other}\n${rank}${nom.padEnd(12)}${g}`]
      },
      [`${ranks ? 'N°   ' : '   '}FINESS ET       Site`, `${ranks ? 'N°   ' : '   '}Site        FINESS ET`],
    )

const expectKept = (sentence: string, numbers: readonly string[], ranks: readonly string[] | null) => {
  for (const liste of listes(ranks))
    for (const text of [`${sentence}\n\n${liste}`, `${liste}\n\n${sentence}`])
      for (const lu of readFinessDrawn(text)) expect(lu).toEqual({ valeurs: numbers, sure: false })
}
const chiffres = ['1', '2', '3', '4']
const zeros = ['01', '02', '03', '04']

describe('[guide §3.2 beneficiaires] rows chosen by their ranks', () => {
  test.each([
    'La vérification d’aptitude a été prononcée pour les\nsites n° 1, 3 et 4 du tableau. Les autres lignes sont données pour rappel.',
    'La VA est prononcée pour les lignes 1, 3 et 4.',
    'Elle ne vaut que pour les sites 1, 3 et 4 de la liste.',
    'Seuls les sites n° 1, 3 et 4 sont couverts par la présente attestation.',
    'La présente attestation porte sur les sites nos 1, 3 et 4.',
    'LA VA EST PRONONCEE POUR LES SITES 01, 03 ET 04',
    'Le laboratoire atteste que le logiciel est apte pour les sites portant les numéros 1, 3, 4 uniquement.',
    'La VA est limitée aux lignes 1, 3 & 4 du tableau.',
    'Sont attestés les sites de rang 1, 3 et 4 : la VA porte sur les n° 1, n° 3 et n° 4.',
    'La vérification d’aptitude est acquise pour les sites 1 et 3 à 4 du tableau.',
  ])('«%s»', (sentence) => {
    for (const ranks of [chiffres, zeros, null]) expectKept(sentence, [a, c, d], ranks)
  })

  test.each([
    'La VA est prononcée pour les lignes 1 à 3.',
    'La VA est prononcée pour les sites 1-3.',
    'La VA est prononcée pour les trois premiers sites de la liste.',
    'L’attestation vaut pour les 3 premières lignes du tableau.',
    'Prononcée pour les premier, deuxième et troisième sites : la VA ne vaut pas pour le dernier.',
  ])('«%s»', (sentence) => {
    for (const ranks of [chiffres, zeros, null]) expectKept(sentence, [a, b, c], ranks)
  })

  test.each([
    'La VA est prononcée pour les repères A et C.',
    'La VA est prononcée pour les sites repérés A et C : les repères B et D n’en font pas partie.',
    'Seuls les sites A et C sont couverts par l’attestation.',
    'L’attestation ne vaut pas pour les lignes B et D.',
  ])('letters: «%s»', (sentence) => {
    expectKept(sentence, [a, c], ['A', 'B', 'C', 'D'])
  })

  test('all of them, or what is said besides, leaves none out', () => {
    for (const sentence of [
      'La VA est prononcée pour les lignes 1 à 4.',
      'La VA est prononcée pour les sites A à déployer.',
      'Le site 2 a été visité le 3 mai, le site 4 le 5 mai.',
      'La VA est prononcée pour les sites du lot 1.',
      'Procès-verbal n° 2 de vérification d’aptitude.',
      'La VA porte sur les lignes 1 et 2 de la commande.',
    ])
      for (const liste of listes(chiffres))
        for (const { valeurs } of readFinessDrawn(`${sentence}\n\n${liste}`)) expect(valeurs).toEqual([a, b, c, d])
  })
})

describe('[guide §3.2 beneficiaires] rows left out by their ranks', () => {
  test.each([
    'LA PRESENTE ATTESTATION NE VAUT PAS POUR LES SITES 02 ET 04 DE CETTE LISTE (BASCULE EN 2024).',
    'La présente attestation ne vaut pas pour les sites 2 et 4.',
    'Elle n’est pas prononcée pour les lignes 2 et 4 du tableau.',
    'La VA est ajournée pour les sites n° 2 et n° 4.',
    'Les sites n° 2 et 4 ne sont pas concernés.',
    'Les sites 2 et 4 restent à équiper.',
    'Les lignes 2 et 4 sont exclues de la présente attestation.',
    'La VA est prononcée pour tous les sites ci-dessus, les lignes 2 et 4 étant exclues.',
    'La VA est prononcée pour tous les sites, à l’exception de ceux des lignes 2 et 4.',
    'La VA est prononcée le 3 mai pour tous, hors n° 2 et 4.',
    'La VA n’a pas été prononcée pour le deuxième site de la liste ni pour le dernier.',
  ])('«%s»', (sentence) => {
    for (const ranks of [chiffres, zeros, null]) expectKept(sentence, [a, c], ranks)
  })
})
