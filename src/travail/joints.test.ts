import { beforeEach, describe, expect, test } from 'vitest'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { emptyDemande } from '../dossier/dossier'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from './examplePorts'
import { enExamenOf } from './joints'

let window: Example
const begin = async () => {
  const demandes = [emptyDemande('a'), exampleDemande({ id: 'b' })]
  await window.travail.session.begin({ dossier: exampleDossier({ demandes }), pieces: new Map() })
}
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  await begin()
  window.place.goTo('#/demandes/1')
})
const letter = new File(['texte'], 'lettre.doc')
const joints = () => window.travail.joints.store.getState()
const names = () => window.dossier().demandes.map(({ pieces }) => pieces.FACTURE?.nomOriginal)

describe('[joints] a file given to a place', () => {
  test('is told to be examined, wherever the clerk is, until it is attached', async () => {
    window.gates.examine.shut()
    const done = window.travail.joints.attach('a', 'FACTURE', examplePdf('f.pdf'))
    await settled()
    window.place.goTo('#/telechargement')
    expect(enExamenOf(joints())).toBe(1)
    await window.gates.examine.open()
    await done
    expect(joints()).toEqual({})
    expect(names()[0]).toBe('f.pdf')
    expect(window.avis()).toEqual([])
  })

  test('that is refused after its page was left is told there, and at its place', async () => {
    window.gates.examine.shut()
    const done = window.travail.joints.attach('a', 'VA', letter)
    await settled()
    window.place.goTo('#/demandes/2')
    await window.gates.examine.open()
    await done
    expect(window.avis()).toEqual(['« lettre.doc » n’a pas été joint. Format inconnu. Joignez un PDF.'])
    expect(joints()['a VA']).toMatchObject({ kind: 'refus', refus: { faute: 'Format inconnu.' } })
    window.travail.joints.forget('a', 'VA')
    expect(joints()).toEqual({})
  })

  test('that is refused on its page is told at its place alone', async () => {
    await window.travail.joints.attach('a', 'VA', letter)
    expect(window.avis()).toEqual([])
    expect(joints()['a VA']).toMatchObject({ kind: 'refus', refus: { fichier: letter } })
  })

  test('whose demande was taken out meanwhile is told, for the demande may come back', async () => {
    window.gates.examine.shut()
    const done = window.travail.joints.attach('a', 'FACTURE', examplePdf('f.pdf'))
    await settled()
    window.place.goTo('#/demandes')
    window.travail.demandes.removeDemande('a')
    await window.gates.examine.open()
    await done
    expect(window.avis().at(-1)).toBe(
      '« f.pdf » n’a pas été joint. Sa demande a été supprimée pendant l’examen. Annulez la suppression, puis joignez-le de nouveau.',
    )
    window.travail.undo()
    expect(joints()['a FACTURE']).toMatchObject({ kind: 'refus' })
  })

  test('gives way to a later one; what is stopped leaves nothing', async () => {
    window.gates.examine.shut()
    const first = window.travail.joints.attach('a', 'FACTURE', examplePdf('avant.pdf'))
    const last = window.travail.joints.attach('a', 'FACTURE', examplePdf('après.pdf'))
    const stopped = window.travail.joints.attach('b', 'FACTURE', examplePdf('non.pdf'))
    await settled()
    window.travail.joints.stop('b', 'FACTURE')
    await window.gates.examine.open()
    await Promise.all([first, last, stopped])
    expect(names()[0]).toBe('après.pdf')
    expect(names()[1]).not.toBe('non.pdf')
    expect(joints()).toEqual({})
  })

  test('goes with its draft', async () => {
    await window.travail.joints.attach('a', 'VA', letter)
    window.gates.examine.shut()
    const done = window.travail.joints.attach('a', 'FACTURE', letter)
    await settled()
    await begin()
    expect(joints()).toEqual({})
    await window.gates.examine.open()
    await done
    expect(joints()).toEqual({})
    expect(window.avis()).toEqual([])
  })
})
