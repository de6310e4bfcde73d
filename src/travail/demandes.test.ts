import { beforeEach, describe, expect, test } from 'vitest'
import { emptySaisie, type Piece } from '../dossier/dossier'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { examplePoste, exampleTravail, type Example } from './examplePorts'

let window: Example
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  await window.travail.session.begin({
    dossier: exampleDossier({ demandes: ['a', 'b', 'c'].map((id) => exampleDemande({ id, libelleInterne: id })) }),
    pieces: new Map(),
  })
})
const demandes = () => window.travail.demandes
const all = () => window.dossier().demandes
const ids = () => all().map(({ id }) => id)
const find = (id: string) => all().find((demande) => demande.id === id)
const piece = (id: string): Piece => ({
  ...{ id, nomOriginal: `${id}.pdf`, formatFichier: 'PDF', taille: 10, empreinte: id },
  ...{ pages: 1, remarques: [], documents: 1 },
})

describe('[demandes] the list', () => {
  test('an added one is empty, at the end, with its rank; nothing is said', () => {
    expect(demandes().addDemande()).toBe(4)
    expect(all()[3]).toMatchObject({ saisie: emptySaisie, pieces: { FACTURE: null, VA: null }, rejet: null })
    expect(window.avis()).toEqual([])
    expect(window.state().annulable).toBe('Demande ajoutée.')
  })

  test('those of a file come at the end, in its order, as one act', () => {
    demandes().addDemandes(['x', 'y'].map((id) => exampleDemande({ id })))
    expect(ids()).toEqual(['a', 'b', 'c', 'x', 'y'])
    expect(window.avis()).toEqual(['2 demandes ajoutées au dépôt en cours.'])
    window.travail.undo()
    expect(ids()).toEqual(['a', 'b', 'c'])
  })

  test('they come into an empty list too', () => {
    for (const id of ['a', 'b', 'c']) demandes().removeDemande(id)
    demandes().addDemandes([exampleDemande({ id: 'x' })])
    expect(ids()).toEqual(['x'])
  })

  test('a duplicate stands after its model, without what is particular to it', () => {
    const id = demandes().duplicateDemande('b')
    expect(ids()).toEqual(['a', 'b', id, 'c'])
    const copy = find(id ?? '')
    expect(copy?.saisie).toEqual({
      ...exampleDemande().saisie,
      ...{ numeroASP: '', numeroEditeur: '', beneficiaires: [], beneficiairesEnCours: '', libelleInterne: 'b (copie)' },
    })
    expect(copy?.pieces).toEqual({ FACTURE: null, VA: null })
    expect(window.avis().join()).toContain('Restent à remplir : les deux numéros, les FINESS et les pièces.')
  })

  test('a duplicate of an unnamed demande is unnamed, and of none there is none', () => {
    demandes().setSaisie(window.draft(), 'b', exampleDemande({ libelleInterne: '  ' }).saisie)
    expect(find(demandes().duplicateDemande('b') ?? '')?.saisie.libelleInterne).toBe('')
    expect(demandes().duplicateDemande('z')).toBeNull()
  })

  test('a removed one is named by its rank, and comes back where it was', () => {
    expect(demandes().removeDemande('b')).toBe(true)
    expect(window.avis()).toEqual(['Demande n° 2 supprimée.'])
    window.travail.undo()
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(demandes().removeDemande('z')).toBe(false)
  })

  test('several removed come back in their order, whichever is taken back first', () => {
    for (const id of ['a', 'b']) demandes().removeDemande(id)
    window.travail.undo()
    window.travail.undo()
    expect(ids()).toEqual(['a', 'b', 'c'])
  })
})

describe('[demandes] what is typed', () => {
  test('is taken for its demande alone; the others keep their identity', () => {
    const [a, , c] = all()
    demandes().setSaisie(window.draft(), 'b', exampleDemande({ montantCommande: '12,00' }).saisie)
    expect(find('b')?.saisie.montantCommande).toBe('12,00')
    expect(all()[0]).toBe(a)
    expect(all()[2]).toBe(c)
  })

  test('lists that say the same keep their identity, so that what was derived from them stands', () => {
    const before = find('b')?.saisie
    demandes().setSaisie(window.draft(), 'b', structuredClone(exampleDemande({ identDMP: [] }).saisie))
    expect(find('b')?.saisie.beneficiaires).toBe(before?.beneficiaires)
    expect(find('b')?.saisie.identDMP).not.toBe(before?.identDMP)
  })

  test('the header is taken, and can be typed without an act to take back', () => {
    const { entete } = exampleDossier({ SIRET: '1' })
    expect(demandes().setEntete(window.draft(), entete)).toBe(true)
    expect(window.dossier().entete).toBe(entete)
    expect(window.state().annulable).toBeNull()
  })

  test('of a demande that is gone it changes no other', () => {
    const before = all()
    demandes().setSaisie(window.draft(), 'z', emptySaisie)
    expect(all()).toEqual(before)
  })
})

describe('[demandes] pièces', () => {
  test('one attached to an empty place is not said, one that replaces another is', () => {
    demandes().removePiece('a', 'VA')
    window.travail.notices.dropSteps()
    expect(demandes().attachPiece(window.draft(), 'a', 'VA', piece('p1'))).toBe(true)
    expect(window.avis()).toEqual([])
    demandes().attachPiece(window.draft(), 'a', 'VA', piece('p2'))
    expect(window.avis()).toEqual(['« p1.pdf » remplacé par « p2.pdf ».'])
    window.travail.undo()
    expect(find('a')?.pieces.VA?.id).toBe('p1')
  })

  test('one taken off is named, and comes back', () => {
    demandes().removePiece('a', 'FACTURE')
    expect(find('a')?.pieces.FACTURE).toBeNull()
    expect(window.avis()).toEqual(['« Facture prestation Ségur.pdf » retiré.'])
    window.travail.undo()
    expect(find('a')?.pieces).toEqual(exemplePieces)
    expect(demandes().removePiece('z', 'VA')).toBe(false)
  })

  test('several at once are one act, counted in words', () => {
    const nouvelles = ['x', 'y'].map((id) => exampleDemande({ id, pieces: { FACTURE: null, VA: null } }))
    demandes().attachPieces(window.draft(), nouvelles, [
      { demande: 'x', type: 'FACTURE', piece: piece('p1') },
      { demande: 'a', type: 'VA', piece: piece('p2') },
    ])
    expect(window.avis()).toEqual(['2 pièces jointes, 2 demandes créées.'])
    expect(find('x')?.pieces.FACTURE?.id).toBe('p1')
    window.travail.undo()
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(find('a')?.pieces.VA).toEqual(exemplePieces.VA)
    window.travail.redo()
    expect(ids()).toEqual(['a', 'b', 'c', 'x', 'y'])
    expect(find('a')?.pieces.VA?.id).toBe('p2')
  })

  test('a demande that is not there takes none', () => {
    expect(demandes().attachPiece(window.draft(), 'z', 'VA', piece('p'))).toBe(false)
  })
})

describe('[demandes] marks', () => {
  test('alertes are marked as seen at that time, and unmarked; other marks stay', () => {
    demandes().setVerifies(['k1', 'k2'], true)
    expect(window.dossier().verifies).toEqual({ k1: '2023-03-20T12:00:00.000Z', k2: '2023-03-20T12:00:00.000Z' })
    demandes().setVerifies(['k1'], false)
    expect(Object.keys(window.dossier().verifies)).toEqual(['k2'])
  })

  test('an erreur is let stand for a reason, and blocks again without it', () => {
    demandes().setPasseOutre('k1', 'Le portail l’accepte.')
    demandes().setPasseOutre('k2', 'Vu avec l’ASP.')
    demandes().setPasseOutre('k1', null)
    expect(window.dossier().passesOutre).toEqual({ k2: 'Vu avec l’ASP.' })
  })
})

test('[demandes] what is taken out of a list in its form can be had back, with the notice or long after', () => {
  const draft = window.state().brouillon?.id ?? ''
  const before = find('b')?.saisie.beneficiaires ?? []
  expect(before.length).toBeGreaterThan(1)
  const revisions = window.state().revisions
  expect(demandes().dropValues(draft, 'b', { beneficiaires: before.slice(1) }, 'Retiré.')).toBe(true)
  expect(find('b')?.saisie.beneficiaires).toEqual(before.slice(1))
  // The form that did it goes on; one whose values come back under it starts anew.
  expect(window.state().revisions).toEqual(revisions)
  expect(window.avis()).toEqual(['Retiré.'])
  window.travail.undo()
  expect(find('b')?.saisie.beneficiaires).toEqual(before)
  expect(window.state().revisions).not.toEqual(revisions)
  expect(demandes().dropValues('un autre', 'b', { beneficiaires: [] }, 'Retiré.')).toBe(false)
})

describe('[demandes] an amount that is a sum', () => {
  const saisie = () => find('a')?.saisie ?? emptySaisie
  const type = (typed: Partial<typeof emptySaisie>) =>
    demandes().setSaisie(window.draft(), 'a', { ...saisie(), ...typed })
  const changee = '« Montant Ségur HT » de la demande n° 1 a été modifié depuis et reste tel quel.'

  test('its parts do not come back beside another amount typed since', () => {
    type({ montantsAdditionnes: ['10 000,00', '17 450,00'], montantSegurHTFacture: '27 450,00' })
    demandes().dropValues(window.draft(), 'a', { montantsAdditionnes: [] }, 'Montants additionnés, leur somme gardée.')
    type({ montantSegurHTFacture: '27 000,00' })
    window.travail.undo()
    expect(saisie()).toMatchObject({ montantsAdditionnes: [], montantSegurHTFacture: '27 000,00' })
    expect(window.avis().at(-1)).toBe(`Cela ne peut plus être annulé. ${changee}`)
  })

  test('is not taken away by itself while its parts stand; they come and go together', () => {
    type({ montantSegurHTFacture: '' })
    demandes().takeLu(window.draft(), 'a', 'montantSegurHTFacture', '27 450,00')
    type({ montantsAdditionnes: ['27 450,00', ''] })
    window.travail.undo()
    expect(saisie()).toMatchObject({ montantsAdditionnes: ['27 450,00', ''], montantSegurHTFacture: '27 450,00' })
    type({ montantsAdditionnes: ['27 000,00', '450,00'] })
    const left = { montantsAdditionnes: ['27 000,00'], montantSegurHTFacture: '27 000,00' }
    demandes().dropValues(window.draft(), 'a', left, 'Montant 2 retiré.')
    window.travail.undo()
    expect(saisie()).toMatchObject({
      ...{ montantsAdditionnes: ['27 000,00', '450,00'], montantSegurHTFacture: '27 450,00' },
    })
  })
})
