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
  ])('harmless: «%s»', (sentence) => {
    expect(anySure(`${list}\n\n${sentence}`)).toBe(true)
  })

  test('a row with a sign that nothing explains, or a second heading', () => {
    expect(anySure(list.replace('Sud', 'Sud #'))).toBe(false)
    expect(anySure(list.replace('\n990001026', '\nAutres sites\n990001026'))).toBe(false)
    expect(anySure(list)).toBe(true)
  })
})
