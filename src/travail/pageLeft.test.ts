import { beforeEach, describe, expect, test } from 'vitest'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from './examplePorts'

let window: Example
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  await window.travail.session.begin({
    dossier: exampleDossier({ demandes: [exampleDemande({ id: 'a' })] }),
    pieces: new Map(),
  })
  window.place.goTo('#/demandes')
})
const sheet = () => window.travail.triStore.getState().tri

describe('[page] what was opened on a page closes with it', () => {
  test('the sheet of dropped files, whose files can be had back', async () => {
    await window.travail.trier([examplePdf('une.pdf'), examplePdf('deux.pdf')])
    window.place.goTo('#/demandes?champ=lignesImport')
    expect(sheet()?.elements).toHaveLength(2)
    window.place.goTo('#/controle')
    await settled()
    expect(sheet()).toBeNull()
    const [avis] = window.state().avis
    if (avis?.annulation) window.travail.reverse(avis.annulation)
    await settled()
    expect(sheet()?.elements.map(({ nom }) => nom)).toEqual(['une.pdf', 'deux.pdf'])
  })

  test('what could not be taken; told after the move, it stands on the new page', async () => {
    const { tell } = await window.travail.opening()
    const panneau = () => window.travail.panel.getState().panneau
    window.place.goTo('#/controle')
    tell([{ kind: 'alerte', faute: 'Absente.', remede: 'Joignez-la.' }])
    await settled()
    expect(panneau()).not.toBeNull()
    window.place.goTo('#/demandes')
    await settled()
    expect(panneau()).toBeNull()
  })

  test('the question whether an unwritten draft may be left: the clerk stays', async () => {
    window.refusals.save = 'plein'
    window.travail.demandes.removePiece('a', 'VA')
    const begun = window.travail.session.beginDepot()
    await settled()
    expect(window.state().departDemande).toBe(true)
    window.place.goTo('#/')
    expect(await begun).toBe(false)
    expect(window.dossier().demandes).toHaveLength(1)
  })
})
