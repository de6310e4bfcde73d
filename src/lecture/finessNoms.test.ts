import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'

const [a, b, c, d] = ['990001018', '990001026', '990001034', '990001042']
const sites = ['Point de prélèvement Coudrec', 'Vernoux-la-Forge Clinique', 'Aubin-sur-Lys Clinique', 'Site Wissendorf']
const listes = [
  [a, b, c, d].map((n, row) => `   – ${n}   ${sites[row] ?? ''}`).join('\n'),
  `FINESS ET      Site                              Ville\n${[a, b, c, d].map((n, row) => `${n}      ${(sites[row] ?? '').padEnd(34)}Ville-${'ABCD'[row] ?? ''}`).join('\n')}`,
]
const expectKept = (sentence: string, numbers: readonly string[]) => {
  for (const liste of listes)
    for (const text of [`Sites par FINESS\n\n${sentence}\n\n${liste}`, `FINESS des sites\n\n${liste}\n\n${sentence}`])
      for (const lu of readFinessDrawn(text)) expect(lu).toEqual({ valeurs: numbers, sure: false })
}

describe('[guide §3.2 beneficiaires] sites that a sentence tells by their names', () => {
  test.each([
    'Je soussigné, RPPS 10958294326, déclare qu’il est apte à l’usage attendu sur tous les sites listés,\nà l’exception de Vernoux-la-Forge Clinique, qui conserve son ancien logiciel.',
    'La VA vaut pour tous sauf Vernoux-la-Forge, dont la bascule est prévue en mars.',
    'Hormis la Clinique de Vernoux-la-Forge, tous sont aptes.',
    'Tous les sites ont été recettés, excepté Vernoux-la-Forge Clinique.',
    'La VA n’est pas prononcée pour Vernoux-la-Forge Clinique.',
    'La présente attestation ne vaut pas pour Vernoux-la-Forge.',
    'Vernoux-la-Forge Clinique n’est pas couvert par la présente attestation.',
    'Vernoux-la-Forge conserve son ancien logiciel jusqu’en juin.',
    'En revanche, Vernoux-la-Forge Clinique reste sur son ancien système.',
    'LA VA EST PRONONCEE POUR TOUS LES SITES SAUF VERNOUX-LA-FORGE CLINIQUE',
    'La VA est ajournée pour Vernoux-la-Forge Clinique.',
  ])('«%s»', (sentence) => {
    expectKept(sentence, [a, c, d])
  })

  test.each([
    'Seuls Coudrec, Aubin-sur-Lys et Wissendorf sont couverts par l’attestation.',
    'La VA ne vaut que pour Coudrec, Aubin-sur-Lys Clinique et Wissendorf.',
    'La VA est prononcée uniquement pour Coudrec, Aubin-sur-Lys et Wissendorf.',
  ])('«%s»', (sentence) => {
    expectKept(sentence, [a, c, d])
  })

  test.each([
    'À l’exception de la Clinique, tous les sites sont aptes.',
    'Fait à Coudrec, sans que la responsabilité de Wissendorf soit engagée.',
    'Le responsable de Coudrec a constaté qu’aucune anomalie n’est apparue.',
  ])('none is told: «%s»', (sentence) => {
    for (const liste of listes)
      for (const { valeurs } of readFinessDrawn(`Sites par FINESS\n\n${sentence}\n\n${liste}`))
        expect(valeurs).toEqual([a, b, c, d])
  })

  test.each(['rayer les sites non concernés', 'Biffer les lignes inutiles', 'barrez ceux qui ne sont pas équipés'])(
    'what is struck is drawn only: «%s»',
    (words) => {
      expectKept(`La VA est prononcée sur les sites suivants (${words}) :`, [a, b, c, d])
    },
  )
})
