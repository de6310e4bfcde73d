import fc from 'fast-check'
import { expect, test } from 'vitest'
import { constat } from '../../dossier/constat'
import { grouperCommuns, type Place } from './grouper'

const place = (demande: string, regle: 'FACTUREManquante' | 'VAManquante' | 'scenarioTroisNon'): Place => ({
  demande,
  href: `#/${demande}`,
  found: constat(regle, { champ: 'FACTURE', demande }, undefined),
})
const demandes = (nombre: number) => Array.from({ length: nombre }, (_, rank) => `d${rank}`)

test('the same fault in two hundred demandes is one line, the others stay with their demande', () => {
  const all = [...demandes(200).map((id) => place(id, 'FACTUREManquante')), place('d7', 'VAManquante')]
  const { communs, autres } = grouperCommuns(all)
  expect(communs.map(({ places }) => places.length)).toEqual([200])
  expect(autres).toEqual([place('d7', 'VAManquante')])
})

test('three demandes with the same fault are told where they are', () => {
  expect(grouperCommuns(demandes(3).map((id) => place(id, 'VAManquante'))).communs).toEqual([])
})

test('erreurs come before alertes', () => {
  const { communs } = grouperCommuns(
    demandes(5).flatMap((id) => [place(id, 'scenarioTroisNon'), place(id, 'FACTUREManquante')]),
  )
  expect(communs.map(({ places: [{ found }] }) => found.gravite)).toEqual(['erreur', 'alerte'])
})

test('whatever is found, each constat is told once', () => {
  const places = fc.array(
    fc.tuple(fc.constantFrom(...demandes(8)), fc.constantFrom('FACTUREManquante', 'VAManquante', 'scenarioTroisNon')),
  )
  fc.assert(
    fc.property(places, (drawn) => {
      const all = drawn.map(([id, regle]) => place(id, regle))
      const { communs, autres } = grouperCommuns(all)
      const told = [...communs.flatMap(({ places }) => places), ...autres]
      expect(told).toHaveLength(all.length)
      expect(new Set(told)).toEqual(new Set(all))
    }),
  )
})
