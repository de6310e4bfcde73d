import { beforeEach, describe, expect, test } from 'vitest'
import { exampleDemande, exampleDossier } from '../dossier/example'
import type { Piece } from '../dossier/dossier'
import type { TypeFichier } from '../format/profil'
import { rien } from '../lecture/readTexte'
import { examplePoste, exampleTravail, type Example } from './examplePorts'

const piece = (id: string, empreinte = id): Piece => ({
  ...{ id, nomOriginal: `${id}.pdf`, formatFichier: 'PDF', taille: 10, empreinte },
  ...{ pages: 1, remarques: [], documents: 1 },
})

let window: Example
beforeEach(() => {
  window = exampleTravail(examplePoste())
})
const begin = (pieces: { FACTURE: Piece | null; VA: Piece | null }[], lus: Record<string, TypeFichier | null>) =>
  window.travail.session.begin({
    dossier: exampleDossier({
      demandes: pieces.map((held, index) => exampleDemande({ id: `d${index + 1}`, pieces: held })),
    }),
    pieces: new Map(),
    lectures: Object.fromEntries(
      Object.entries(lus).map(([id, valeur]) => [
        id,
        { ...rien, texteLisible: true, type: { valeur, sure: valeur !== null, raison: 'Le titre le dit.' } },
      ]),
    ),
  })
const placesOf = (rang: number) => {
  const { FACTURE, VA } = window.dossier().demandes[rang - 1]?.pieces ?? { FACTURE: null, VA: null }
  return [FACTURE?.id ?? null, VA?.id ?? null]
}
const move = (type: TypeFichier) => window.travail.demandes.movePiece(window.draft(), 'd1', type)

describe('[déplacer] a document in the wrong place', () => {
  test('an attestation on «Facture» goes to its place in one act, and comes back', async () => {
    await begin([{ FACTURE: piece('va'), VA: null }], { va: 'VA' })
    expect(move('FACTURE')).toBe(true)
    expect(placesOf(1)).toEqual([null, 'va'])
    window.travail.undo()
    expect(placesOf(1)).toEqual(['va', null])
  })

  test('both in the wrong place change places', async () => {
    await begin([{ FACTURE: piece('va'), VA: piece('f') }], { va: 'VA', f: 'FACTURE' })
    expect(move('VA')).toBe(true)
    expect(placesOf(1)).toEqual(['f', 'va'])
  })

  test('a right document is not pushed out, and what is not known for certain stays', async () => {
    await begin([{ FACTURE: piece('va'), VA: piece('va2') }], { va: 'VA', va2: 'VA' })
    expect(move('FACTURE')).toBe(false)
    await begin([{ FACTURE: piece('x'), VA: null }], { x: null })
    expect(move('FACTURE')).toBe(false)
    expect(placesOf(1)).toEqual(['x', null])
  })
})

describe('[déplacer] a document that stands in another demande too', () => {
  test('stays here alone, in one act', async () => {
    await begin(
      [
        { FACTURE: piece('a', 'same'), VA: null },
        { FACTURE: piece('b', 'same'), VA: piece('c') },
        { FACTURE: null, VA: piece('d', 'same') },
      ],
      {},
    )
    expect(window.travail.demandes.movePieceHere(window.draft(), 'd2', 'FACTURE')).toBe(true)
    expect([placesOf(1), placesOf(2), placesOf(3)]).toEqual([
      [null, null],
      ['b', 'c'],
      [null, null],
    ])
    window.travail.undo()
    expect([placesOf(1), placesOf(3)]).toEqual([
      ['a', null],
      [null, 'd'],
    ])
    expect(window.travail.demandes.movePieceHere(window.draft(), 'd2', 'VA')).toBe(false)
  })
})
