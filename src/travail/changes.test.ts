import { beforeEach, describe, expect, test } from 'vitest'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import type { Piece } from '../dossier/dossier'
import { examplePoste, exampleTravail, type Example } from './examplePorts'

let window: Example
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  await begin()
})
const dAbord = 'Annulez d’abord ce que vous avez fait depuis, avec « Annuler » en haut de la page.'
const begin = (names = ['a', 'b']) =>
  window.travail.session.begin({
    dossier: exampleDossier({ demandes: names.map((id) => exampleDemande({ id })) }),
    pieces: new Map(),
  })
const piece = (id: string): Piece => ({
  ...{ id, nomOriginal: `${id}.pdf`, formatFichier: 'PDF', taille: 10, empreinte: id },
  ...{ pages: 1, remarques: [], documents: 1 },
})
const offered = () => window.state().avis.find(({ annulation }) => annulation?.kind === 'etape')?.annulation
const press = (annulation = offered()) => annulation && window.travail.reverse(annulation)
const ids = () => window.dossier().demandes.map(({ id }) => id)
const pieceIds = (id: string) => {
  const found = window.dossier().demandes.find((demande) => demande.id === id)
  return [found?.pieces.FACTURE?.id ?? null, found?.pieces.VA?.id ?? null]
}
const otherDraft = 'another draft'

describe('[door] another draft’s id changes nothing', () => {
  const saisie = exampleDemande({ montantCommande: '1' }).saisie
  test.each<[string, () => unknown]>([
    ['the header', () => window.travail.demandes.setEntete(otherDraft, exampleDossier({ numeroAns: '0' }).entete)],
    ['a demande', () => window.travail.demandes.setSaisie(otherDraft, 'a', saisie)],
    ['a pièce', () => window.travail.demandes.attachPiece(otherDraft, 'a', 'VA', piece('p'))],
    [
      'several pièces',
      () =>
        window.travail.demandes.attachPieces(
          otherDraft,
          [exampleDemande({ id: 'c' })],
          [{ demande: 'a', type: 'VA', piece: piece('p') }],
        ),
    ],
    ['bytes', () => window.travail.session.keepOctets(otherDraft, 'p', new Blob(['p']))],
  ])('%s', (_, change) => {
    const before = window.dossier()
    expect(change()).toBe(false)
    expect(window.dossier()).toBe(before)
    expect(window.state()).toMatchObject({ annulable: null, avis: [] })
    expect(window.travail.octetsOf('p')).toBeUndefined()
  })
})

describe('[door] a draft that another window holds is not changed', () => {
  test.each<[string, () => unknown]>([
    ['typed in', () => window.travail.demandes.setEntete(window.draft(), exampleDossier({ numeroAns: '0' }).entete)],
    ['added to', () => window.travail.demandes.addDemande()],
    ['added to from a file', () => window.travail.demandes.addDemandes([exampleDemande({ id: 'c' })])],
    ['duplicated in', () => window.travail.demandes.duplicateDemande('a')],
    ['taken from', () => window.travail.demandes.removeDemande('a')],
    ['moved in', () => window.travail.lots.move(new Set(['a']), 'fin')],
    ['attached to', () => window.travail.demandes.attachPiece(window.draft(), 'a', 'VA', piece('p'))],
    ['detached from', () => window.travail.demandes.removePiece('a', 'VA')],
    ['marked', () => window.travail.demandes.setVerifies(['x'], true)],
    ['passed over', () => window.travail.demandes.setPasseOutre('x', 'parce que')],
    ['undone', () => window.travail.undo()],
    ['done again', () => window.travail.redo()],
  ])('%s', async (_, change) => {
    window.travail.demandes.removePiece('b', 'VA')
    const other = exampleTravail(window.poste)
    await other.travail.session.resume(window.draft())
    await other.travail.session.takeOver()
    const before = window.dossier()
    change()
    expect(window.dossier()).toBe(before)
  })
})

describe('[undo] an undo belongs to its draft', () => {
  test('«Annuler» of a removal in draft A, pressed in draft B: nothing comes into B', async () => {
    window.travail.demandes.removeDemande('a')
    const annulation = offered()
    await begin(['c', 'd'])
    const before = window.dossier()
    expect(annulation).toBeDefined()
    press(annulation)
    expect(window.dossier()).toBe(before)
    expect(offered()).toBeUndefined()
    expect(window.state()).toMatchObject({ annulable: null, retablissable: null })
  })

  test('nor with the keyboard', async () => {
    window.travail.demandes.removeDemande('a')
    await begin(['c', 'd'])
    const before = window.dossier()
    window.travail.undo()
    window.travail.redo()
    expect(window.dossier()).toBe(before)
  })

  test('nor what was done here before another window went on with the draft', async () => {
    window.travail.demandes.removePiece('a', 'VA')
    const other = exampleTravail(window.poste)
    await other.travail.session.resume(window.draft())
    await other.travail.session.takeOver()
    await window.travail.session.takeOver()
    window.travail.undo()
    expect(pieceIds('a')[1]).toBeNull()
    expect(window.state()).toMatchObject({ ecriture: true, annulable: null, avis: [] })
  })

  test('nor what was taken back in A is done again in B', async () => {
    window.travail.demandes.removeDemande('a')
    window.travail.undo()
    await begin(['c', 'd'])
    window.travail.redo()
    expect(ids()).toEqual(['c', 'd'])
  })
})

describe('[undo] an undo reverses its own change only', () => {
  test('«Annuler» of a heap leaves a VA attached since, and says so', () => {
    const nouvelle = exampleDemande({ id: 'c', pieces: { FACTURE: null, VA: null } })
    window.travail.demandes.attachPieces(
      window.draft(),
      [nouvelle],
      [{ demande: 'c', type: 'FACTURE', piece: piece('f') }],
    )
    const heap = offered()
    window.travail.demandes.attachPiece(window.draft(), 'c', 'VA', piece('va'))
    press(heap)
    expect(pieceIds('c')).toEqual([null, 'va'])
    expect(window.avis()).toEqual([`En partie annulé. La demande n° 3 a été complétée depuis : elle reste. ${dAbord}`])
  })

  test('undo of a removed pièce does not replace a newer one, and says so', () => {
    window.travail.demandes.removePiece('a', 'FACTURE')
    const removal = offered()
    window.travail.demandes.attachPiece(window.draft(), 'a', 'FACTURE', piece('neuve'))
    press(removal)
    expect(pieceIds('a')[0]).toBe('neuve')
    expect(window.avis().at(-1)).toBe(
      `Cela ne peut pas être annulé maintenant. La facture de la demande n° 1 a changé depuis : elle reste comme elle est. ${dAbord}`,
    )
  })

  test('a removed demande comes back to its place, with what was typed in others since', () => {
    window.travail.demandes.removeDemande('a')
    window.travail.demandes.setSaisie(window.draft(), 'b', exampleDemande({ montantCommande: '12' }).saisie)
    press()
    expect(ids()).toEqual(['a', 'b'])
    expect(window.dossier().demandes[1]?.saisie.montantCommande).toBe('12')
  })

  test('a pièce whose demande was removed since is said', () => {
    window.travail.demandes.removePiece('a', 'VA')
    const removal = offered()
    window.travail.demandes.removeDemande('a')
    press(removal)
    expect(window.avis().at(-1)).toBe(
      `Cela ne peut pas être annulé maintenant. La demande a été supprimée depuis. ${dAbord}`,
    )
    expect(ids()).toEqual(['b'])
  })

  test('of values that were taken together, the one that was typed over since stays, and is named', () => {
    const lus = [
      { champ: 'dateFacture', valeurs: ['15/03/2023'] },
      { champ: 'montantSegurHTFacture', valeurs: ['27 450,00'] },
    ] as const
    const add = exampleDemande({ dateFacture: '', montantSegurHTFacture: '' }).saisie
    window.travail.demandes.setSaisie(window.draft(), 'a', add)
    window.travail.demandes.takeLus(
      window.draft(),
      'a',
      lus.map((lu) => ({
        ...lu,
        valeurs: [...lu.valeurs],
        source: 'FACTURE',
        texte: lu.valeurs[0],
        valeur: '',
        doute: null,
      })),
    )
    const taken = window.dossier().demandes[0]?.saisie ?? add
    expect(taken.montantSegurHTFacture).not.toBe('')
    window.travail.demandes.setSaisie(window.draft(), 'a', { ...taken, dateFacture: '16/03/2023' })
    window.travail.undo()
    expect(window.dossier().demandes[0]?.saisie).toMatchObject({ dateFacture: '16/03/2023', montantSegurHTFacture: '' })
    expect(window.avis().at(-1)).toBe(
      'En partie annulé. « Date de la facture » de la demande n° 1 a été modifié depuis et reste tel quel.',
    )
  })

  test('a total is not taken back from under the amounts that were added up to it since', () => {
    const empty = exampleDemande({ montantSegurHTFacture: '' }).saisie
    window.travail.demandes.setSaisie(window.draft(), 'a', empty)
    window.travail.demandes.takeLu(window.draft(), 'a', 'montantSegurHTFacture', '27 450,00')
    const taken = window.dossier().demandes[0]?.saisie ?? empty
    window.travail.demandes.setSaisie(window.draft(), 'a', { ...taken, montantsAdditionnes: ['27 450,00', ''] })
    window.travail.undo()
    expect(window.dossier().demandes[0]?.saisie.montantSegurHTFacture).toBe(taken.montantSegurHTFacture)
    expect(window.avis().at(-1)).toContain('« Montant Ségur HT » de la demande n° 1 a été modifié depuis')
  })

  test('what a later act held comes back once that act is taken back', () => {
    window.travail.demandes.removePiece('a', 'FACTURE')
    const removal = offered()
    const before = pieceIds('b')
    window.travail.demandes.attachPiece(window.draft(), 'a', 'FACTURE', piece('neuve'))
    press(removal)
    window.travail.undo()
    expect(window.state().annulable).toContain('retiré')
    window.travail.undo()
    expect(pieceIds('a')[0]).not.toBeNull()
    expect(pieceIds('b')).toEqual(before)
    expect(window.state().annulable).toBeNull()
  })

  test('a demande that was added and then filled in stays', () => {
    window.travail.demandes.addDemande()
    const id = ids()[2] ?? ''
    window.travail.demandes.setSaisie(window.draft(), id, exampleDemande().saisie)
    window.travail.undo()
    expect(ids()).toHaveLength(3)
    expect(window.avis().at(-1)).toBe(
      'Cela ne peut plus être annulé. La demande n° 3 a été complétée depuis : elle reste.',
    )
  })

  test('the same reason is said once', () => {
    const placees = (['FACTURE', 'VA'] as const).map((type) => ({ demande: 'a', type, piece: piece(type) }))
    window.travail.demandes.attachPieces(window.draft(), [], placees)
    const heap = offered()
    window.travail.demandes.removeDemande('a')
    press(heap)
    expect(window.avis().at(-1)).toBe(
      `Cela ne peut pas être annulé maintenant. La demande a été supprimée depuis. ${dAbord}`,
    )
  })

  test('a notice whose act was taken back offers nothing more: it says what was', () => {
    window.travail.demandes.removeDemande('a')
    window.travail.undo()
    expect(window.avis()).toEqual(['Annulé : demande n° 1 supprimée.'])
    expect(offered()).toBeUndefined()
    expect(window.state()).toMatchObject({ annulable: null, retablissable: 'Demande n° 1 supprimée.' })
    window.travail.redo()
    expect(ids()).toEqual(['b'])
    expect(window.state()).toMatchObject({ annulable: 'Demande n° 1 supprimée.', retablissable: null })
  })
})

describe('[changes] forms start anew where values changed under them', () => {
  test('an act on values renews the form of its demande alone', () => {
    const before = window.state().revisions
    window.travail.demandes.setSaisie(window.draft(), 'a', exampleDemande({ montantCommande: '1' }).saisie)
    expect(window.state().revisions).toBe(before)
    window.travail.demandes.removePiece('a', 'VA')
    expect(window.state().revisions).toBe(before)
  })
})

describe('[changes] what is kept of them', () => {
  test('a pièce taken off and put back is in the draft that is kept', async () => {
    window.travail.demandes.removePiece('a', 'VA')
    window.travail.undo()
    await window.travail.session.flush()
    expect((await window.stored())?.dossier.demandes[0]?.pieces).toEqual(exemplePieces)
  })
})
