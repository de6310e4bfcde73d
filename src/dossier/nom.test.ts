import { expect, test } from 'vitest'
import { emptyDemande, type Saisie } from './dossier'
import { nomOf, showDemande, showNom, showRangNom } from './nom'

const demande = (saisie: Partial<Saisie>) => {
  const empty = emptyDemande('a')
  return { ...empty, saisie: { ...empty.saisie, ...saisie } }
}

test.each<[Partial<Saisie>, string | null]>([
  [{ libelleInterne: ' Labo des Lilas ', numeroEditeur: '00001', numeroASP: 'FINBIO000006' }, 'Labo des Lilas'],
  [{ libelleInterne: '  ', numeroEditeur: '00001', numeroASP: 'FINBIO000006' }, '00001'],
  [{ numeroASP: 'FINBIO000006' }, 'FINBIO000006'],
  [{ numeroEditeur: '12' }, '12'],
  [{ montantSegurHTFacture: '27450' }, null],
])('%j is called %s', (saisie, nom) => expect(nomOf(demande(saisie))).toBe(nom))

test('a demande without a name is known by its rank, said once', () => {
  const [nameless, named] = [demande({}), demande({ numeroEditeur: '00002' })]
  expect([showNom(nameless, 2), showRangNom(nomOf(nameless), 2), showDemande(nameless, 2)]).toEqual(
    Array(3).fill('Demande 2'),
  )
  expect([showNom(named, 2), showRangNom(nomOf(named), 2), showDemande(named, 2)]).toEqual([
    '00002',
    '2 · 00002',
    'Demande 2 · 00002',
  ])
})
