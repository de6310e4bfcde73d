import { describe, expect, test } from 'vitest'
import { readFinessDrawn } from './exampleFiness'

const list = 'FINESS          Site\n990001018       Nord\n990001026       Sud'
const anySure = (text: string) => readFinessDrawn(text).some(({ sure }) => sure)

describe('[guide §3.2 beneficiaires] a list is sure only where nothing speaks against it', () => {
  test.each([
    'Certains points restent en suspens.',
    'Une partie est reportée à une date ultérieure.',
    'La seconde phase est prévue en mai.',
    'Suspendu pour le reste.',
    'Déploiement partiel.',
    'À l’exclusion de l’hôpital.',
    'Réserves\nMontbardoux',
    'La présente attestation ne vaut pas pour le laboratoire de Montbardoux.',
    'Laboratoire de Montbardoux : mis en attente.',
    'Laboratoire de Montbardoux : non-conformité.',
  ])('in doubt: «%s»', (sentence) => {
    expect(anySure(`${list}\n\n${sentence}`)).toBe(false)
    expect(anySure(`${sentence}\n\n${list}`)).toBe(false)
  })

  test.each([
    'VA prononcée sans réserve.',
    'Réserves : néant',
    'Aucune réserve n’est émise.',
    'Prix hors taxes, sauf erreur ou omission.',
    'Pas d’escompte. Réserve de propriété.',
    'TVA non applicable.',
    'Réserves\nNéant',
    'Levée des réserves',
    'Aucun écart',
    'Message transféré',
    'Le présent document ne vaut pas facture.',
    'Sans non-conformité.',
  ])('harmless: «%s»', (sentence) => {
    expect(anySure(`${list}\n\n${sentence}`)).toBe(true)
  })

  const villes = 'FINESS          Site\n990001018       Nordville\n990001026       Sudville'

  test.each([
    'Sudville suivra en 2024.',
    'Pour Sudville, voir attestation du 03/04/2023.',
    'Nordville : conforme',
    'Sudville démarrera au printemps',
  ])('in doubt, for it tells of some by their names: «%s»', (sentence) => {
    expect(anySure(`${villes}\n\n${sentence}`)).toBe(false)
    expect(anySure(`${sentence}\n\n${villes}`)).toBe(false)
  })

  test.each(['Fait à Nordville, le 3 avril 2023', '12 rue des Ormes, 99000 Sudville', 'Nordville, le 3 avril 2023'])(
    'no site is told of where a paper was signed or somebody sits: «%s»',
    (sentence) => {
      expect(anySure(`${villes}\n\n${sentence}`)).toBe(true)
      expect(anySure(`${sentence}\n\n${villes}`)).toBe(true)
    },
  )

  test('a row with a sign that nothing explains, or a second heading', () => {
    expect(anySure(list.replace('Sud', 'Sud #'))).toBe(false)
    expect(anySure(list.replace('\n990001026', '\nAutres sites\n990001026'))).toBe(false)
    expect(anySure(list)).toBe(true)
  })

  test.each([
    'La vérification d’aptitude a été prononcée pour les sites n° 1, 3 du tableau.',
    'Les lignes 1 à 1 du tableau valent attestation.',
    'Les lignes données à titre de rappel figurent en gris dans le tableau.',
    'La VA est prononcée pour les 3 sites suivants.',
    'La VA est prononcée pour le site principal.',
    'Les sites équipés sont ceux du premier lot.',
    'Sites dont le nom est souligné : VA prononcée.',
    'Vérification d’aptitude prononcée pour les sites de Nord.',
    'VA prononcée pour Nord.',
    'L’attestation vaut pour Nord.',
    'SITES ENVISAGES',
    'Sites Désinstallés',
  ])('in doubt, for what it says of sites is not understood: «%s»', (sentence) => {
    expect(anySure(`${list}\n\n${sentence}`)).toBe(false)
    expect(anySure(`${sentence}\n\n${list}`)).toBe(false)
  })

  test.each([
    'Liste des sites équipés',
    'La vérification d’aptitude est prononcée pour l’ensemble des sites géographiques ci-dessous.',
    'La VA est prononcée pour les deux sites suivants.',
    'Sites n° 1 et 2 : VA prononcée.',
    'LABORATOIRE DELMAS',
    'Laboratoire Cassiopée, 12 rue des Tanneurs',
    'Je soussignée Anne Ronsard, directrice du laboratoire, atteste la VA sans réserve des sites suivants :',
  ])('understood as plain: «%s»', (sentence) => {
    expect(anySure(`${list}\n\n${sentence}`)).toBe(true)
    expect(anySure(`${sentence}\n\n${list}`)).toBe(true)
  })
})
