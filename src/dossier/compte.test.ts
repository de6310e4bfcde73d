import { expect, test } from 'vitest'
import { bloquantsOf, compteOf, showBloquants, showCompte, type Compte } from './compte'
import { constat, verifieLe } from './constat'

const compte = (erreurs: number, manques: number, alertes = 0): Compte => ({ erreurs, manques, alertes })

test.each<[Compte, string]>([
  [compte(0, 0), ''],
  [compte(1, 0), '1 erreur'],
  [compte(2, 0, 1), '2 erreurs, 1 alerte'],
  [compte(1, 5, 2), '6 erreurs dont 5 à compléter, 2 alertes'],
  [compte(0, 1), '1 point à compléter'],
  [compte(0, 2, 2), '2 points à compléter, 2 alertes'],
])('%j reads «%s»', (one, text) => expect(showCompte(one)).toBe(text))

test('the figure of the banner is the one of the steps: what is wrong and what is not filled in yet', () => {
  expect(bloquantsOf(compte(1, 5))).toBe(6)
  expect(showBloquants(compte(1, 5))).toBe('6 erreurs empêchent le téléchargement')
  expect(showBloquants(compte(0, 1))).toBe('1 erreur empêche le téléchargement')
})

const cle = (...valeurs: string[]) =>
  constat(
    'beneficiaireCle',
    { champ: 'beneficiaires', demande: 'a', items: valeurs.map((valeur, rang) => ({ rang, valeur })) },
    { valeurs },
  )

test('one alerte about several FINESS counts once, and is seen once each of them was', () => {
  const both = cle('999999991', '999999992')
  const first = Object.fromEntries(cle('999999991').marques.map((key) => [key, '2023-03-15T10:00:00Z']))
  const all = { ...first, ...Object.fromEntries(cle('999999992').marques.map((key) => [key, '2023-03-16T10:00:00Z'])) }
  expect(both.message.faute).toContain('999999991 et 999999992')
  expect([verifieLe(both, {}), verifieLe(both, first), verifieLe(both, all)]).toEqual([
    null,
    null,
    '2023-03-16T10:00:00Z',
  ])
  expect(compteOf([both], first).alertes).toBe(1)
  expect(compteOf([both], all).alertes).toBe(0)
})
