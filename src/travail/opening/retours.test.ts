import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LigneRetour } from '../../format/retour'
import type { Issue } from '../../format/retourIssue'
import type { DemandeTelechargee, DepotTelecharge } from '../../records/depotTelecharge'
import { bilanOf, enAttenteOf, rapprocher, showBilan, suivisOf } from './retours'

const depotOf = (nombre: number): DepotTelecharge => ({
  ...{ id: 'h1', draftId: 'b1', nomJson: 'a.json', nomZip: 'a.zip', date: '2023-03-20T12:00:00.000Z' },
  ...{ numeroAns: '1234567890', dateDepot: '20/03/2023', numeroFichier: '001' },
  ...{ verifies: [], passesOutre: [], deposeLe: null, retour: null },
  demandes: Array.from({ length: nombre }, (_, index): DemandeTelechargee => ({
    ...{ numeroASP: `FINBIO${String(index + 1).padStart(6, '0')}`, numeroEditeur: String(index + 1).padStart(5, '0') },
    ...{ libelleInterne: '', centimes: null, beneficiaires: [], pieces: [] },
  })),
})
const answer = (numLigne: number, issue: Issue): LigneRetour => ({
  ...{ rang: numLigne, numLigne: String(numLigne), codeTraitement: '', libelleTraitement: '' },
  ...{ numeroASP: `FINBIO${String(numLigne).padStart(6, '0')}`, numeroEditeur: String(numLigne).padStart(5, '0') },
  issue,
})
const issues: readonly Issue[] = ['acceptee', 'rejetee', 'sansReponse', 'aVerifier']

test('[retour] every demande of the deposit is told once, in its order; those the file leaves out wait', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.constantFrom(...issues)), { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      (said, backwards) => {
        const retours = said.flatMap((issue, index) => (issue === null ? [] : [answer(index + 1, issue)]))
        const trouve = rapprocher(backwards ? retours.toReversed() : retours, depotOf(said.length))
        const suivis = suivisOf(trouve)
        expect(suivis.map(({ numLigne }) => numLigne)).toEqual(said.map((_, index) => index + 1))
        expect(suivis.map(({ retour }) => retour.issue)).toEqual(said.map((issue) => issue ?? 'sansReponse'))
        expect(suivis.map(({ absente }) => absente)).toEqual(said.map((issue) => issue === null))
        const counts = Object.values(bilanOf(suivis.map(({ retour }) => retour)))
        expect(counts.reduce((sum, one) => sum + one, 0)).toBe(said.length)
        expect(enAttenteOf(trouve)).toEqual(
          said.flatMap((issue, index) => (issue === null || issue === 'sansReponse' ? [index + 1] : [])),
        )
      },
    ),
  )
})

test('[retour] the counts agree in number, and what is not treated yet is said', () => {
  const none = { acceptee: 0, rejetee: 0, aVerifier: 0, sansReponse: 0 }
  expect(showBilan(none)).toBe('0 acceptée, 0 rejetée')
  expect(showBilan({ ...none, acceptee: 1, sansReponse: 1 })).toBe(
    '1 acceptée, 0 rejetée, 1 pas encore traitée par le portail',
  )
  expect(showBilan({ acceptee: 2, rejetee: 2, aVerifier: 2, sansReponse: 2 })).toBe(
    '2 acceptées, 2 rejetées, 2 à vérifier par vous, 2 pas encore traitées par le portail',
  )
})
