import { beforeEach, describe, expect, test, vi } from 'vitest'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { addDraft, removeDraft } from '../storage/drafts'
import { exampleDepot, exampleDraft } from '../storage/example'
import { saveDepot } from '../storage/history'
import { saveModeleRetenu } from '../storage/modele'
import { saveSupplier } from '../storage/supplier'
import { examplePoste, exampleTravail, settled, type Example } from './examplePorts'

let poste: ReturnType<typeof examplePoste>
let window: Example
beforeEach(async () => {
  poste = examplePoste()
  window = exampleTravail(poste)
  for (const [id, modifieLe] of [
    ['old', '2023-01-01T00:00:00.000Z'],
    ['new', '2023-02-01T00:00:00.000Z'],
  ] as const)
    await addDraft(poste.database, exampleDraft({ id, modifieLe, nom: id }), new Map())
})

describe('[start] the beginning of a visit', () => {
  test('reads the drafts, the deposits, the supplier and the modèle of this computer', async () => {
    const modele = { nomFichier: 'm.json', texte: '{}', luLe: '2023-01-01T00:00:00.000Z', valeursFixes: {} }
    await saveDepot(poste.database, exampleDepot())
    await saveSupplier(poste.database, { numeroAns: '1', SIRET: '2', vague: 'Va1' })
    await saveModeleRetenu(poste.database, modele)
    await window.travail.start(3_000)
    expect(window.state()).toMatchObject({
      brouillons: [{ id: 'new' }, { id: 'old' }],
      depots: [{ id: 'h1' }],
      fournisseur: { numeroAns: '1', SIRET: '2', vague: 'Va1' },
      modele,
      brouillon: null,
    })
    expect(window.state().contexte.nomsDeposes).toEqual([exampleDepot().nomJson])
  })

  test('goes on with the draft that this window was at, whatever the screen', async () => {
    window.ports.place.keepLastDraft('old')
    await window.travail.start(3_000)
    expect(window.draft()).toBe('old')
  })

  test('a screen of the work opens the draft changed last', async () => {
    window.place.goTo('#/demandes')
    await window.travail.start(3_000)
    expect(window.draft()).toBe('new')
  })

  test('what the clerk begins while the lists are on their way is what he works at, and is there once', async () => {
    for (const id of ['old', 'new']) await removeDraft(poste.database, id, '2023-03-20T00:00:00.000Z')
    const resume = vi.spyOn(window.ports.drafts, 'open')
    const starting = window.travail.start(3_000)
    const beginning = window.travail.session.beginDepot()
    window.place.goTo('#/entete')
    await beginning
    const draft = window.draft()
    await starting
    expect(window.draft()).toBe(draft)
    expect(resume).not.toHaveBeenCalled()
  })

  test('a draft that is gone is not gone on with', async () => {
    window.ports.place.keepLastDraft('never')
    await window.travail.start(3_000)
    expect(window.state().brouillon).toBeNull()
    expect(window.avis()).toEqual([])
  })

  test('a screen of the work without any draft begins a deposit', async () => {
    for (const id of ['old', 'new']) await removeDraft(poste.database, id, '2023-03-20T00:00:00.000Z')
    window.place.goTo('#/entete')
    await window.travail.start(3_000)
    expect(window.state().brouillon?.nom).toBe('Dépôt du 20/03/2023')
    expect(window.dossier()).toEqual({
      ...exampleDossier({ numeroAns: '', SIRET: '', demandes: [] }),
    })
  })

  test('a draft that cannot be opened leaves a deposit to type in, and says why', async () => {
    await poste.database.run((connection) =>
      connection.put('brouillons', Object.assign({ id: 'new' }, { version: 99 })),
    )
    window.ports.place.keepLastDraft('new')
    window.place.goTo('#/entete')
    await window.travail.start(3_000)
    expect(window.avis().join()).toContain('version plus récente')
    expect(window.draft()).not.toBe('new')
    expect(window.state().brouillon).not.toBeNull()
  })

  test('removed drafts are deleted for good after 30 days', async () => {
    await removeDraft(poste.database, 'old', '2023-02-18T11:59:59.999Z')
    await removeDraft(poste.database, 'new', '2023-02-18T12:00:00.001Z')
    await window.travail.start(3_000)
    await settled()
    await window.travail.brouillons.restore('old')
    await window.travail.brouillons.restore('new')
    expect(window.state().brouillons.map(({ id }) => id)).toEqual(['new'])
  })
})

describe('[start] storage that does not answer in time', () => {
  test('is gone on without: a deposit can be typed, and the lists are filled when they come', async () => {
    const drafts = await window.ports.drafts.list()
    let answer = () => undefined as void
    vi.spyOn(window.ports.drafts, 'list').mockReturnValueOnce(
      new Promise((resolve) => (answer = () => resolve(drafts))),
    )
    window.place.goTo('#/demandes')
    const started = window.travail.start(3_000)
    await window.clock.pass(3_000)
    await started
    const adopted = window.draft()
    expect(adopted).not.toBe('')
    window.travail.demandes.addDemandes([exampleDemande({ id: 'typed' })])
    answer()
    await settled()
    expect(window.draft()).toBe(adopted)
    expect(window.dossier().demandes.map(({ id }) => id)).toEqual(['typed'])
    expect(window.state().brouillons.map(({ id }) => id)).toEqual(['new', 'old'])
  })

  test('storage that refuses is told, and nothing else', async () => {
    window.refusals.list = 'indisponible'
    await window.travail.start(3_000)
    expect(window.state().sauvegarde).toEqual({ etat: 'echec', raison: 'indisponible' })
  })
})

test('[start] a screen of the work reached later gets a deposit to type in', async () => {
  await window.travail.start(3_000)
  expect(window.state().brouillon).toBeNull()
  window.place.goTo('#/retour/h1')
  await settled()
  expect(window.state().brouillon).toBeNull()
  window.place.goTo('#/entete')
  await settled()
  expect(window.state().brouillon?.nom).toBe('Dépôt du 20/03/2023')
})

test('[clock] midnight passes while the page is open: what is judged by the day is judged anew', async () => {
  const { contexte } = window.state()
  window.travail.refreshToday()
  expect(window.state().contexte).toBe(contexte)
  await window.clock.pass(12 * 3_600_000)
  window.travail.refreshToday()
  expect(window.state().contexte.today).toBe('21/03/2023')
})

test('[bilan] what is found is computed once for each state of dossier and context', async () => {
  await window.travail.fetchJudging()
  const one = window.travail.bilanOf(window.state())
  expect(window.travail.bilanOf({ ...window.state() })).toBe(one)
  window.travail.openControle()
  expect(window.state().controleOuvert).toBe(true)
  expect(window.travail.bilanOf(window.state())).toBe(one)
})
