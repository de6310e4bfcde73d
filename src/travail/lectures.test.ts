import { beforeEach, describe, expect, test, vi } from 'vitest'
import { emptyDemande } from '../dossier/dossier'
import { exampleDossier } from '../dossier/example'
import type { Lecture } from '../lecture/lecture'
import { rien } from '../lecture/readTexte'
import { enLectureOf } from './lectures'
import { addDraft } from '../storage/drafts'
import { exampleDraft } from '../storage/example'
import { examplePdf, examplePoste, exampleTravail, settled, type Example } from './examplePorts'

let window: Example
const facture: Lecture = { ...rien, texteLisible: true, devise: 'EUR' }
const begin = () =>
  window.travail.session.begin({ dossier: exampleDossier({ demandes: [emptyDemande('a')] }), pieces: new Map() })
beforeEach(async () => {
  window = exampleTravail(examplePoste())
  window.readings.of = () => facture
  await begin()
})
const attach = (nom = 'f.pdf') =>
  window.travail.attachFile(window.travail.beginOperation(), 'a', 'FACTURE', examplePdf(nom))
const lectures = () => Object.values(window.state().lectures)
const keep = (kept: unknown) =>
  addDraft(
    window.poste.database,
    exampleDraft({ extra: { lectures: kept } }),
    new Map(['exemple-FACTURE', 'exemple-VA'].map((id) => [id, new Blob([`%PDF-1.7\n${id}`])])),
  )

describe('[lectures] what is attached is read behind the clerk’s back', () => {
  test('once, and kept with the draft, for its fields and its checks', async () => {
    const stop = window.travail.watchPieces()
    const read = vi.spyOn(window.ports.pieces, 'read')
    await attach()
    await settled()
    window.travail.demandes.addDemande()
    await settled()
    expect(read).toHaveBeenCalledTimes(1)
    expect(lectures()).toEqual([facture])
    expect([...window.state().contexte.lus.values()]).toMatchObject([{ devise: 'EUR' }])
    await window.travail.session.flush()
    expect(Object.values((await window.stored())?.extra.lectures ?? {})).toEqual([facture])
    stop()
  })

  test('what was attached before is read too, and nothing after the end', async () => {
    await attach()
    const stop = window.travail.watchPieces()
    await settled()
    expect(lectures()).toHaveLength(1)
    stop()
    await attach('g.pdf')
    await settled()
    expect(lectures()).toHaveLength(1)
  })

  test('a pièce with nothing to read in it is not read again', async () => {
    window.readings.of = () => null
    const read = vi.spyOn(window.ports.pieces, 'read')
    window.travail.watchPieces()
    await attach()
    await settled()
    window.travail.demandes.addDemande()
    await settled()
    expect(lectures()).toEqual([null])
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('while it is read that is said, for the draft at work alone; a reader that fails ends it too', async () => {
    window.travail.watchPieces()
    window.gates.read.shut()
    await attach()
    await settled()
    expect(enLectureOf(window.state())).toBe(1)
    await window.gates.read.open()
    await settled()
    expect(enLectureOf(window.state())).toBe(0)

    window.gates.read.shut()
    await attach('g.pdf')
    await settled()
    await begin()
    expect(enLectureOf(window.state())).toBe(0)
    await window.gates.read.open()

    vi.spyOn(window.ports.pieces, 'read').mockRejectedValue(new Error('reader'))
    await attach('h.pdf')
    await settled()
    expect(enLectureOf(window.state())).toBe(0)
    expect(lectures()).toEqual([null])
  })

  test('a late reading of a left draft is dropped', async () => {
    window.travail.watchPieces()
    window.gates.read.shut()
    await attach()
    await settled()
    expect(window.gates.read.waiting()).toBe(1)
    await begin()
    await window.gates.read.open()
    expect(window.state().lectures).toEqual({})
    expect(window.state().contexte.lus.size).toBe(0)
  })

  test('the draft that was left and opened again while it was read is read for it', async () => {
    const first = window.draft()
    window.travail.watchPieces()
    window.gates.read.shut()
    await attach()
    await window.travail.session.flush()
    await begin()
    await window.travail.session.resume(first)
    await window.gates.read.open()
    await settled()
    expect(lectures()).toEqual([facture])
  })
})

describe('[lectures] kept readings of another shape (older version, forged export) are read anew', () => {
  test.each<[string, unknown, string[]]>([
    ['none', undefined, ['exemple-FACTURE', 'exemple-VA']],
    ['a text', 'lecture', ['exemple-FACTURE', 'exemple-VA']],
    ['one without its parts', { 'exemple-FACTURE': { montantHT: 27450 }, 'exemple-VA': null }, ['exemple-FACTURE']],
    ['one with other parts', { 'exemple-FACTURE': facture, 'exemple-VA': { ...facture, dates: [12] } }, ['exemple-VA']],
    ['those of today', { 'exemple-FACTURE': facture, 'exemple-VA': null }, []],
  ])('%s: «Ouvrir» opens, and what does not fit is read', async (_, kept, readAgain) => {
    await keep(kept)
    const said: string[] = []
    window.readings.of = (text) => {
      said.push(text.replace('%PDF-1.7\n', ''))
      return facture
    }
    window.travail.watchPieces()
    expect(await window.travail.session.resume('b1')).toBe(true)
    await settled()
    expect(said).toEqual(readAgain)
    expect(Object.keys(window.state().lectures).sort()).toEqual(['exemple-FACTURE', 'exemple-VA'])
  })
})

describe('[attach] one file for a place that the clerk chose', () => {
  test('it is attached, with its bytes', async () => {
    expect(await attach()).toBeNull()
    const piece = window.dossier().demandes[0]?.pieces.FACTURE
    expect(piece?.nomOriginal).toBe('f.pdf')
    expect(window.travail.octetsOf(piece?.id ?? '')?.size).toBe('%PDF-1.7\nf.pdf'.length)
  })

  test('one that is no pièce is refused, with its way out, and changes nothing', async () => {
    const before = window.dossier()
    const file = new File(['texte'], 'lettre.doc')
    expect(await window.travail.attachFile(window.travail.beginOperation(), 'a', 'VA', file)).toEqual({
      ...{ fichier: file, faute: 'Format inconnu.', remede: 'Joignez un PDF.', recours: { kind: 'ouvrir' } },
    })
    expect(window.dossier()).toBe(before)
  })

  const late: [string, (operation: { stop: () => void }) => unknown][] = [
    ['after the draft was left', () => begin()],
    ['after the draft was closed', () => window.travail.session.close()],
    ['after the page of the pièce was left', (operation) => operation.stop()],
  ]
  test.each(late)('a late answer %s attaches nothing', async (_, leave) => {
    const first = window.draft()
    window.gates.examine.shut()
    const operation = window.travail.beginOperation()
    const attached = window.travail.attachFile(operation, 'a', 'FACTURE', examplePdf('f.pdf'))
    await settled()
    await leave(operation)
    await window.gates.examine.open()
    expect(await attached).toBeNull()
    expect(window.dossier().demandes.every(({ pieces }) => pieces.FACTURE === null)).toBe(true)
    expect(await window.storedPieces(first)).toEqual(new Map())
    expect((await window.stored(first))?.dossier.demandes[0]?.pieces.FACTURE).toBeNull()
  })

  test('a late answer after another window took the draft over attaches nothing', async () => {
    const other = exampleTravail(window.poste)
    await other.travail.session.resume(window.draft())
    window.gates.examine.shut()
    const attached = attach()
    await settled()
    await other.travail.session.takeOver()
    await window.gates.examine.open()
    await attached
    expect(window.dossier().demandes[0]?.pieces.FACTURE).toBeNull()
    expect(await other.storedPieces()).toEqual(new Map())
  })
})
