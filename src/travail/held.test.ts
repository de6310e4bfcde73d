import { beforeEach, describe, expect, test, vi } from 'vitest'
import { exampleDemande, exampleDossier } from '../dossier/example'
import { refuse, reussi, type Resultat } from '../records/resultat'
import { createPieceDrain, delayOf, hasWork } from './held'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from './examplePorts'

const bytes = (size: number) => ({ size, type: 'application/pdf' })

describe('[drain] bytes of pièces are written once, by one drain', () => {
  let put: ReturnType<typeof vi.fn<(draft: string, piece: string) => Promise<Resultat<unknown>>>>
  beforeEach(() => {
    put = vi.fn(() => Promise.resolve(reussi(undefined)))
  })
  const names = () => put.mock.calls.map(([, piece]) => piece)

  test('in the order they came, into their draft', async () => {
    const drain = createPieceDrain({ putPiece: put }, 'b1')
    for (const id of ['p1', 'p2', 'p3']) drain.add(id, bytes(1))
    expect(await drain.write()).toEqual(reussi(undefined))
    expect(put.mock.calls.map(([draft, piece]) => [draft, piece])).toEqual([
      ['b1', 'p1'],
      ['b1', 'p2'],
      ['b1', 'p3'],
    ])
  })

  test('two writers at once are one: what came while it wrote is written by it', async () => {
    const drain = createPieceDrain({ putPiece: put }, 'b1')
    drain.add('p1', bytes(1))
    const first = drain.write()
    drain.add('p2', bytes(1))
    expect(drain.write()).toBe(first)
    await first
    expect(names()).toEqual(['p1', 'p2'])
    await drain.write()
    expect(put).toHaveBeenCalledTimes(2)
  })

  test('what the machine refuses waits for the next attempt, and nothing after it is lost', async () => {
    put.mockResolvedValueOnce(refuse('plein'))
    const drain = createPieceDrain({ putPiece: put }, 'b1')
    for (const id of ['p1', 'p2']) drain.add(id, bytes(1))
    expect(await drain.write()).toEqual(refuse('plein'))
    expect(await drain.write()).toEqual(reussi(undefined))
    expect(names()).toEqual(['p1', 'p1', 'p2'])
  })
})

test('[held] a dossier is work once it has a demande', () => {
  expect(hasWork(exampleDossier({ demandes: [] }))).toBe(false)
  expect(hasWork(exampleDossier())).toBe(true)
})

test('[held] up to 400 demandes are written 300 ms after a change, thousands less often', () => {
  const many = (count: number) => exampleDossier({ demandes: Array.from({ length: count }, () => exampleDemande()) })
  expect([0, 1, 200, 400].map((count) => delayOf(many(count)))).toEqual([300, 300, 300, 300])
  expect(delayOf(many(2_000))).toBe(1_500)
})

describe('[held] a draft in this window’s hands', () => {
  let window: Example
  const ids = Array.from({ length: 60 }, (_, rank) => `d${rank}`)
  beforeEach(async () => {
    window = exampleTravail(examplePoste())
    const demandes = ids.map((id) => exampleDemande({ id, pieces: { FACTURE: null, VA: null } }))
    await window.travail.session.begin({ dossier: exampleDossier({ demandes }), pieces: new Map() })
  })
  const attach = (id: string) =>
    window.travail.attachFile(window.travail.beginOperation(), id, 'FACTURE', examplePdf(`${id}.pdf`))

  test('60 pièces attached one after another cause 60 writes of bytes, not 3 600', async () => {
    const put = vi.spyOn(window.ports.drafts, 'putPiece')
    for (const id of ids) {
      await attach(id)
      await window.clock.pass(300)
    }
    await window.travail.session.flush()
    expect(put).toHaveBeenCalledTimes(60)
    expect((await window.storedPieces()).size).toBe(60)
    expect(window.state().sauvegarde.etat).toBe('enregistre')
  })

  test('«enregistré» is not said while bytes are not written', async () => {
    window.refusals.putPiece = 'plein'
    await attach('d0')
    await window.clock.pass(300)
    expect(window.state().sauvegarde).toEqual({ etat: 'echec', raison: 'plein' })
    expect((await window.stored())?.dossier.demandes[0]?.pieces.FACTURE?.nomOriginal).toBe('d0.pdf')
    delete window.refusals.putPiece
    await window.clock.pass(10_000)
    expect(window.state().sauvegarde.etat).toBe('enregistre')
    expect([...(await window.storedPieces()).values()]).toEqual(['%PDF-1.7\nd0.pdf'])
  })

  test('bytes refused without any later change are tried again too', async () => {
    window.refusals.putPiece = 'panne'
    window.travail.session.keepOctets(window.draft(), 'seule', new Blob(['seule']))
    await settled()
    await window.clock.pass(300)
    expect(window.state().sauvegarde).toEqual({ etat: 'echec', raison: 'panne' })
    delete window.refusals.putPiece
    await window.clock.pass(10_000)
    expect([...(await window.storedPieces()).keys()]).toEqual(['seule'])
  })

  test('what is typed is written 300 ms later, with its time', async () => {
    window.travail.demandes.setEntete(window.draft(), exampleDossier({ numeroAns: '5' }).entete)
    expect(window.state().sauvegarde.etat).toBe('enregistrement')
    await window.clock.pass(300)
    expect(window.state().sauvegarde).toEqual({ etat: 'enregistre', le: '2023-03-20T12:00:00.300Z' })
    expect(await window.stored()).toMatchObject({
      modifieLe: '2023-03-20T12:00:00.300Z',
      dossier: { entete: { numeroAns: '5' } },
    })
  })

  test.each([
    ['the page is hidden', () => window.place.hide()],
    ['the draft is written at once', () => window.travail.session.flush()],
    ['another draft is begun', () => window.travail.session.begin({ dossier: exampleDossier(), pieces: new Map() })],
  ])('what waits for its sign to be painted is written when %s', async (_, go) => {
    const draft = window.draft()
    const typed = exampleDossier({ numeroAns: '5' }).entete
    window.travail.typed.wait(() => void window.travail.demandes.setEntete(draft, typed))
    await go()
    expect((await window.stored(draft))?.dossier.entete.numeroAns).toBe('5')
  })

  test('a change of what is only shown writes nothing', async () => {
    const save = vi.spyOn(window.ports.drafts, 'save')
    window.travail.openControle()
    window.travail.notices.say('Bonjour.')
    await window.clock.pass(1000)
    expect(save).not.toHaveBeenCalled()
  })

  test('a move to another screen while writing fails adds no attempt of its own', async () => {
    window.refusals.save = 'plein'
    window.travail.demandes.setEntete(window.draft(), exampleDossier({ numeroAns: '5' }).entete)
    await window.clock.pass(300)
    const save = vi.spyOn(window.ports.drafts, 'save')
    window.place.goTo('#/controle')
    await window.clock.pass(300)
    expect(save).not.toHaveBeenCalled()
  })
})
