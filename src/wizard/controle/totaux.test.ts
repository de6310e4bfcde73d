import { expect, test } from 'vitest'
import { exampleDemande, exemplePieces } from '../../dossier/example'
import { totauxOf } from './totaux'

test('the totals are of what can be read: an amount that is none adds nothing, a place without a pièce is not counted', () => {
  const demandes = [
    exampleDemande({ montantSegurHTFacture: '27 450,10' }),
    exampleDemande({ montantSegurHTFacture: 'x', beneficiaires: [], pieces: { ...exemplePieces, VA: null } }),
  ]
  expect(totauxOf(demandes)).toEqual({ montant: 2_745_010, finess: 3, pieces: 3 })
  expect(totauxOf([])).toEqual({ montant: 0, finess: 0, pieces: 0 })
})
