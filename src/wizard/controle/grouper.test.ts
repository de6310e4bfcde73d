import fc from 'fast-check'
import { expect, test } from 'vitest'
import { constat } from '../../dossier/constat'
import type { TypeFichier } from '../../format/profil'
import { grouperCommuns, type Place } from './grouper'

type Drawn = TypeFichier | 'scenarioTroisNon'

const place = (demande: string, drawn: Drawn): Place => ({
  demande,
  href: `#/${demande}`,
  found:
    drawn === 'scenarioTroisNon'
      ? constat(drawn, { champ: 'isDirectToDMP', demande }, undefined)
      : constat('pieceManquante', { champ: drawn, demande }, { type: drawn }),
})
const demandes = (nombre: number) => Array.from({ length: nombre }, (_, rank) => `d${rank}`)

test('the same fault in two hundred demandes is one line, the others stay with their demande', () => {
  const all = [...demandes(200).map((id) => place(id, 'FACTURE')), place('d7', 'VA')]
  const { communs, autres } = grouperCommuns(all)
  expect(communs.map(({ places }) => places.length)).toEqual([200])
  expect(autres).toEqual([place('d7', 'VA')])
})

test('three demandes with the same fault are told where they are', () => {
  expect(grouperCommuns(demandes(3).map((id) => place(id, 'VA'))).communs).toEqual([])
})

test('erreurs come before alertes', () => {
  const { communs } = grouperCommuns(demandes(5).flatMap((id) => [place(id, 'scenarioTroisNon'), place(id, 'FACTURE')]))
  expect(communs.map(({ places: [{ found }] }) => found.gravite)).toEqual(['erreur', 'alerte'])
})

test('whatever is found, each constat is told once', () => {
  const places = fc.array(
    fc.tuple(fc.constantFrom(...demandes(8)), fc.constantFrom('FACTURE', 'VA', 'scenarioTroisNon')),
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
