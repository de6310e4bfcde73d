import { beforeEach, describe, expect, test, vi } from 'vitest'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { piecesOf, type Draft } from '../records/draft'
import { addDraft } from '../storage/drafts'
import { exampleDraft } from '../storage/example'
import { examplePoste, exampleTravail, settled, type Example } from './examplePorts'

let poste: ReturnType<typeof examplePoste>
let window: Example
beforeEach(() => {
  poste = examplePoste()
  window = exampleTravail(poste)
})

const octets = (text: string) => new Blob([text], { type: 'application/pdf' })
const keep = async (draft: Draft = exampleDraft(), pieces = new Map<string, Blob>()) => {
  await addDraft(poste.database, draft, pieces)
  return draft
}
const kept = (id: string, numeroAns: string) =>
  keep(
    exampleDraft({
      id,
      nom: `Dépôt ${id}`,
      dossier: exampleDossier({ numeroAns, demandes: [exampleDemande({ id })] }),
    }),
  )
const begin = (example = window, dossier = exampleDossier()) =>
  example.travail.session.begin({ dossier, pieces: new Map() })
const type = (example: Example, numeroAns: string) =>
  example.travail.demandes.setEntete(example.draft(), { ...example.dossier().entete, numeroAns })

describe('[session] beginning a draft', () => {
  test('it is shown, held by this window, and kept with its pièces at once', async () => {
    const pieces = new Map([['exemple-FACTURE', octets('facture')]])
    expect(await window.travail.session.begin({ dossier: exampleDossier(), pieces, nom: 'Le mien' })).toBe(true)
    expect(window.state()).toMatchObject({
      ecriture: true,
      brouillon: { nom: 'Le mien' },
      sauvegarde: { etat: 'enregistre' },
    })
    expect(await window.stored()).toMatchObject({ nom: 'Le mien', dossier: exampleDossier() })
    expect([...(await window.storedPieces())]).toEqual([['exemple-FACTURE', 'facture']])
    expect(window.travail.octetsOf('exemple-FACTURE')).toBe(pieces.get('exemple-FACTURE'))
    expect(window.place.lastDraft()).toBe(window.draft())
    expect(window.state().brouillons.map(({ nom }) => nom)).toEqual(['Le mien'])
  })

  test('without a name it bears the day of its deposit', async () => {
    await begin(window, exampleDossier({ dateDepot: '21/03/2023' }))
    expect(window.state().brouillon?.nom).toBe('Dépôt du 21/03/2023')
    await begin(window, exampleDossier({ dateDepot: '' }))
    expect(window.state().brouillon?.nom).toBe('Dépôt du 20/03/2023')
  })

  test('one without demandes is kept once something is typed, and leaves no empty draft behind', async () => {
    await window.travail.session.beginDepot()
    await window.travail.session.flush()
    expect(await window.stored()).toBeNull()
    type(window, '1234567890')
    await window.travail.session.flush()
    expect((await window.stored())?.dossier.entete.numeroAns).toBe('1234567890')
  })

  test('a new deposit is of the remembered supplier, dated today, with the next free number', async () => {
    await window.travail.entetes.rememberFournisseur(exampleDossier({ vague: 'Va1' }).entete)
    await (await window.travail.depots()).record(await downloadOf(window))
    await window.travail.session.beginDepot()
    expect(window.dossier()).toEqual({
      ...exampleDossier({ numeroFichier: '002', vague: 'Val', demandes: [] }),
    })
  })

  test('the browser is asked once not to clear what is kept, at the first draft of this computer', async () => {
    const ask = vi.spyOn(window.ports.drafts, 'askPersistence')
    await begin()
    await begin()
    expect(ask).toHaveBeenCalledTimes(1)
    const later = exampleTravail(poste)
    await later.travail.brouillons.refresh()
    const asked = vi.spyOn(later.ports.drafts, 'askPersistence')
    await begin(later)
    expect(asked).not.toHaveBeenCalled()
  })

  test('bytes that could not be written with it are written with each later attempt, and «enregistré» is not said before', async () => {
    window.refusals.add = 'plein'
    window.refusals.putPiece = 'plein'
    await window.travail.session.begin({
      dossier: exampleDossier(),
      pieces: new Map([['exemple-VA', octets('va')]]),
    })
    expect(window.state().sauvegarde).toEqual({ etat: 'echec', raison: 'plein' })
    delete window.refusals.add
    delete window.refusals.putPiece
    await window.clock.pass(10_000)
    expect(window.state().sauvegarde.etat).toBe('enregistre')
    expect([...(await window.storedPieces())]).toEqual([['exemple-VA', 'va']])
  })
})

async function downloadOf({ travail, state }: Example) {
  await travail.session.begin({ dossier: exampleDossier(), pieces: new Map() })
  const nomJson = 'JSON-1234567890-20230320-001.json'
  const nomZip = 'PJ-1234567890-20230320-001.zip'
  return { nomJson, nomZip, json: '{}', fichiers: [], dossier: state().dossier, origine: state() }
}

describe('[session] opening a kept draft', () => {
  test('it comes as it was left, with its pièces; the one before stays among the drafts', async () => {
    const draft = await keep(exampleDraft(), new Map([['exemple-VA', octets('va')]]))
    await begin()
    const before = window.draft()
    type(window, '0987654321')
    expect(await window.travail.session.resume('b1')).toBe(true)
    expect(window.state()).toMatchObject({
      brouillon: { id: 'b1', nom: draft.nom, creeLe: draft.creeLe },
      ecriture: true,
    })
    expect(window.dossier()).toEqual(draft.dossier)
    expect(window.travail.octetsOf('exemple-VA')?.size).toBe(2)
    expect(window.state().sauvegarde).toEqual({ etat: 'enregistre', le: draft.modifieLe })
    expect((await window.stored(before))?.dossier.entete.numeroAns).toBe('0987654321')
  })

  test('bytes of the draft before are no longer held', async () => {
    await keep()
    await window.travail.session.begin({ dossier: exampleDossier(), pieces: new Map([['p1', octets('un')]]) })
    await window.travail.session.resume('b1')
    expect(window.travail.octetsOf('p1')).toBeUndefined()
  })

  test.each([
    ['that is not there', {}, 'n’est plus sur ce poste'],
    ['of a newer version', { version: 99 }, 'version plus récente'],
    ['that is damaged', { dossier: 12 }, 'abîmé'],
  ])('one %s is told, and the draft at work stays', async (_, change, words) => {
    await begin()
    const before = window.state()
    if (Object.keys(change).length > 0)
      await poste.database.run((connection) =>
        connection.put('brouillons', Object.assign({ version: 1 }, exampleDraft(), change)),
      )
    expect(await window.travail.session.resume('b1')).toBe(false)
    expect(window.avis().join()).toContain(words)
    expect(window.state().brouillon).toBe(before.brouillon)
    expect(window.dossier()).toBe(before.dossier)
    type(window, '0987654321')
    await window.travail.session.flush()
    expect((await window.stored())?.dossier.entete.numeroAns).toBe('0987654321')
  })

  test('forms start anew: the revision grows with each draft that is shown, and never goes back', async () => {
    await kept('a', '1111111111')
    await kept('b', '2222222222')
    const seen = [window.state().revision]
    for (const id of ['a', 'b', 'a', 'a']) {
      await window.travail.session.resume(id)
      seen.push(window.state().revision)
    }
    await window.travail.session.close()
    seen.push(window.state().revision)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('«Contrôle» is closed again with each draft', async () => {
    await kept('a', '1111111111')
    window.travail.openControle()
    await window.travail.session.resume('a')
    expect(window.state().controleOuvert).toBe(false)
  })

  test('bytes of pièces that were dropped from it go, those it holds stay', async () => {
    const dossier = exampleDossier({ demandes: [exampleDemande({ pieces: { ...exemplePieces, VA: null } })] })
    await keep(exampleDraft({ dossier }), new Map(['exemple-FACTURE', 'exemple-VA'].map((id) => [id, octets(id)])))
    await window.travail.session.resume('b1')
    expect([...(await window.storedPieces()).keys()]).toEqual(['exemple-FACTURE'])
  })

  test('the draft that is open can be opened again: what was typed a moment ago is there', async () => {
    await keep()
    await window.travail.session.resume('b1')
    type(window, '0987654321')
    await window.travail.session.resume('b1')
    expect(window.dossier().entete.numeroAns).toBe('0987654321')
    expect(window.state().ecriture).toBe(true)
  })

  test('opening, leaving and new are serialised: two openings at once end in the second, nothing mixed', async () => {
    await kept('a', '1111111111')
    await kept('b', '2222222222')
    window.gates.open.shut()
    const both = [window.travail.session.resume('a'), window.travail.session.resume('b')]
    await settled()
    expect(window.gates.open.waiting()).toBe(1)
    await window.gates.open.open()
    expect(await Promise.all(both)).toEqual([true, true])
    expect(window.state().brouillon).toMatchObject({ id: 'b', nom: 'Dépôt b' })
    expect(window.dossier().entete.numeroAns).toBe('2222222222')
    expect(window.place.lastDraft()).toBe('b')
    type(window, '3333333333')
    await window.travail.session.flush()
    expect((await window.stored('a'))?.dossier.entete.numeroAns).toBe('1111111111')
    expect((await window.stored('b'))?.dossier.entete.numeroAns).toBe('3333333333')
  })

  test('a new deposit asked for while a draft is being opened comes after it', async () => {
    await kept('a', '1111111111')
    window.gates.open.shut()
    const opening = window.travail.session.resume('a')
    const next = begin(window, exampleDossier({ numeroAns: '5555555555' }))
    await window.gates.open.open()
    await Promise.all([opening, next])
    expect(window.dossier().entete.numeroAns).toBe('5555555555')
    expect((await window.stored('a'))?.dossier.entete.numeroAns).toBe('1111111111')
  })

  test('no listener of a draft outlives it', async () => {
    const none = window.place.listeners()
    await kept('a', '1111111111')
    await window.travail.session.resume('a')
    const one = window.place.listeners()
    expect(one).toBeGreaterThan(none)
    for (const id of ['a', 'a', 'a']) await window.travail.session.resume(id)
    expect(window.place.listeners()).toBe(one)
    await window.travail.session.close()
    expect(window.place.listeners()).toBe(none)
  })
})

describe('[session] what is typed while another draft is on its way', () => {
  test('into the one that is left is kept with it', async () => {
    await kept('a', '1111111111')
    await kept('b', '2222222222')
    await window.travail.session.resume('a')
    const read = vi.spyOn(window.ports.drafts, 'readPieces')
    read.mockImplementationOnce(async () => {
      type(window, '4444444444')
      return Promise.resolve({ ok: true, valeur: new Map() })
    })
    await window.travail.session.resume('b')
    expect(window.state().brouillon?.id).toBe('b')
    expect((await window.stored('a'))?.dossier.entete.numeroAns).toBe('4444444444')
  })

  test('a step opened by its address gets a draft, and what was typed before it came stays', async () => {
    const adopted = window.travail.session.adopt()
    window.travail.store.setState(({ dossier }) => ({
      dossier: { ...dossier, entete: { ...dossier.entete, numeroAns: '6666666666' } },
    }))
    await adopted
    expect(window.dossier().entete.numeroAns).toBe('6666666666')
    expect(window.state().brouillon?.nom).toBe('Dépôt du 20/03/2023')
    type(window, '7777777777')
    await window.travail.session.flush()
    expect((await window.stored())?.dossier.entete.numeroAns).toBe('7777777777')
  })

  test('a draft that is open is not adopted a second time', async () => {
    await kept('a', '1111111111')
    await window.travail.session.resume('a')
    await window.travail.session.adopt()
    expect(window.draft()).toBe('a')
  })
})

describe('[session] leaving', () => {
  test('writes what is still to be written, shows nothing more, and forgets where this window was', async () => {
    await kept('a', '1111111111')
    await window.travail.session.resume('a')
    type(window, '8888888888')
    expect(await window.travail.session.close()).toBe(true)
    expect(window.state()).toMatchObject({ brouillon: null, ecriture: true, lectures: {} })
    expect(window.dossier().demandes).toEqual([])
    expect(window.place.lastDraft()).toBeNull()
    expect((await window.stored('a'))?.dossier.entete.numeroAns).toBe('8888888888')
    expect(await window.travail.session.close()).toBe(true)
  })

  test('lets another window have the draft', async () => {
    await kept('a', '1111111111')
    await window.travail.session.resume('a')
    await window.travail.session.close()
    const other = exampleTravail(poste)
    await other.travail.session.resume('a')
    expect(other.state().ecriture).toBe(true)
  })

  test('the page that is hidden writes at once', async () => {
    await kept('a', '1111111111')
    await window.travail.session.resume('a')
    type(window, '8888888888')
    await window.place.hide()
    expect((await window.stored('a'))?.dossier.entete.numeroAns).toBe('8888888888')
  })

  test('the screen that is shown is kept with the draft', async () => {
    await kept('a', '1111111111')
    await window.travail.session.resume('a')
    window.place.goTo('#/controle')
    await window.travail.session.flush()
    expect((await window.stored('a'))?.etape).toBe('#/controle')
  })
})

describe('[session] storage refuses, then a draft is to be left: the work in memory is not dropped without a word', () => {
  beforeEach(async () => {
    await kept('autre', '2222222222')
    await begin()
    window.refusals.save = 'plein'
    type(window, '9999999999')
    await window.travail.session.flush()
    expect(window.state().sauvegarde).toEqual({ etat: 'echec', raison: 'plein' })
  })

  const ways: [string, () => Promise<boolean>][] = [
    ['«Nouveau dépôt»', () => window.travail.session.beginDepot()],
    ['opening another draft', () => window.travail.session.resume('autre')],
    ['removing it', () => window.travail.brouillons.remove({ id: window.draft(), nom: 'Le mien' })],
    ['closing it', () => window.travail.session.close()],
  ]

  test.each(ways)('%s asks, and nothing is left before an answer', async (_, leave) => {
    const before = window.state()
    const left = leave()
    await settled()
    expect(window.state().departDemande).toBe(true)
    expect(window.state().brouillon).toBe(before.brouillon)
    expect(window.dossier().entete.numeroAns).toBe('9999999999')
    window.travail.session.answerDepart(false)
    expect(await left).toBe(false)
    expect(window.state()).toMatchObject({ departDemande: false, brouillon: before.brouillon, ecriture: true })
    expect(window.dossier().entete.numeroAns).toBe('9999999999')
    delete window.refusals.save
    await window.clock.pass(10_000)
    expect((await window.stored())?.dossier.entete.numeroAns).toBe('9999999999')
  })

  test.each(ways)('%s goes on once the clerk said so', async (_, leave) => {
    const before = window.draft()
    const left = leave()
    await settled()
    window.travail.session.answerDepart(true)
    expect(await left).toBe(true)
    expect(window.draft()).not.toBe(before)
    expect(window.state().departDemande).toBe(false)
  })

  test('«Exporter le brouillon» gives what stands on screen, while it is asked', async () => {
    const left = window.travail.session.close()
    await settled()
    const options = { signal: new AbortController().signal, onProgress: () => undefined }
    const exported = await window.travail.brouillons.exportCurrent(options)
    expect(exported?.nom).toMatch(/^Brouillon-Depot-du-20-03-2023-2023-03-20\.zip$/)
    const file = new File([exported?.octets as Blob], 'b.zip')
    const read = await window.ports.drafts.readExport(file, options)
    expect(read.ok && read.valeur.draft.dossier.entete.numeroAns).toBe('9999999999')
    window.travail.session.answerDepart(false)
    await left
  })

  test('a header alone is work too: it is asked for likewise', async () => {
    delete window.refusals.save
    await window.travail.session.beginDepot()
    window.refusals.save = 'plein'
    type(window, '1234567890')
    const left = window.travail.session.close()
    await settled()
    expect(window.state().departDemande).toBe(true)
    window.travail.session.answerDepart(false)
    expect(await left).toBe(false)
    expect(window.dossier().entete.numeroAns).toBe('1234567890')
  })

  test('a deposit in which nothing was typed is left without a question', async () => {
    delete window.refusals.save
    await window.travail.session.beginDepot()
    window.refusals.save = 'plein'
    expect(await window.travail.session.close()).toBe(true)
  })

  test('an answer that nobody asked for does nothing', () => {
    window.travail.session.answerDepart(true)
    expect(window.dossier().entete.numeroAns).toBe('9999999999')
  })

  test('once it could be written after all, nothing is asked', async () => {
    delete window.refusals.save
    const id = window.draft()
    expect(await window.travail.session.close()).toBe(true)
    expect(window.state().departDemande).toBe(false)
    expect((await window.stored(id))?.dossier.entete.numeroAns).toBe('9999999999')
  })
})

describe('[session] two windows', () => {
  let other: Example
  beforeEach(async () => {
    await keep(exampleDraft(), new Map([['exemple-VA', octets('va')]]))
    await window.travail.session.resume('b1')
    other = exampleTravail(poste)
    await other.travail.session.resume('b1')
  })

  test('the second one shows the draft and changes nothing of it', async () => {
    expect(other.state()).toMatchObject({ ecriture: false, brouillon: { id: 'b1' } })
    expect(other.dossier()).toEqual(exampleDraft().dossier)
    const put = vi.spyOn(other.ports.drafts, 'save')
    expect(type(other, '1111111111')).toBe(false)
    expect(other.travail.demandes.removeDemande('exemple')).toBe(false)
    expect(other.travail.session.keepOctets('b1', 'p9', octets('neuf'))).toBe(false)
    other.place.goTo('#/controle')
    await other.place.hide()
    expect(other.dossier()).toEqual(exampleDraft().dossier)
    expect(put).not.toHaveBeenCalled()
  })

  test('the second one does not collect bytes: the first may just have attached them', async () => {
    window.travail.session.keepOctets('b1', 'neuve', octets('neuve'))
    await settled()
    await exampleTravail(poste).travail.session.resume('b1')
    expect([...(await window.storedPieces('b1')).keys()]).toContain('neuve')
  })

  test('the second one follows what is written in the first, pièces too', async () => {
    const { revision } = other.state()
    type(window, '1212121212')
    await window.travail.session.flush()
    window.travail.session.keepOctets('b1', 'neuve', octets('neuve'))
    await settled()
    expect(other.state()).toMatchObject({ ecriture: false, brouillon: { id: 'b1' } })
    expect(other.dossier().entete.numeroAns).toBe('1212121212')
    expect(other.state().revision).toBeGreaterThan(revision)
    expect(other.travail.octetsOf('neuve')).toBeDefined()
    expect(window.state().ecriture).toBe(true)
  })

  test('what a window could not write before it lost the draft stays on its screen', async () => {
    window.refusals.save = 'plein'
    type(window, '5656565656')
    await window.travail.session.flush()
    await other.travail.session.takeOver()
    type(other, '3434343434')
    await other.travail.session.flush()
    await settled()
    expect(window.state().ecriture).toBe(false)
    expect(window.dossier().entete.numeroAns).toBe('5656565656')
  })

  test('a window at work on another draft takes nothing of it', async () => {
    const third = exampleTravail(poste)
    await third.travail.session.beginDepot()
    const before = third.dossier()
    type(window, '1212121212')
    await window.travail.session.flush()
    await settled()
    expect(third.dossier()).toBe(before)
  })

  test('taking over shows what the other one typed last, and the other one writes no more', async () => {
    type(window, '1212121212')
    await other.travail.session.takeOver()
    expect(other.state().ecriture).toBe(true)
    expect(other.dossier().entete.numeroAns).toBe('1212121212')
    expect(window.state().ecriture).toBe(false)
    expect(type(window, '0000000000')).toBe(false)
    type(other, '3434343434')
    await other.travail.session.flush()
    await window.place.hide()
    expect((await other.stored())?.dossier.entete.numeroAns).toBe('3434343434')
  })

  test('taking over keeps a rename made in the other window', async () => {
    window.travail.session.rename('Nom de là-bas')
    await other.travail.session.takeOver()
    expect(other.state().brouillon?.nom).toBe('Nom de là-bas')
    type(other, '3434343434')
    await other.travail.session.flush()
    expect((await other.stored())?.nom).toBe('Nom de là-bas')
  })

  test('taking over brings the pièces attached in the other window', async () => {
    window.travail.session.keepOctets('b1', 'neuve', octets('neuve'))
    await settled()
    await other.travail.session.takeOver()
    expect(other.travail.octetsOf('neuve')?.size).toBe(5)
  })

  test('taking over starts the forms anew', async () => {
    const { revision } = other.state()
    await other.travail.session.takeOver()
    expect(other.state().revision).toBeGreaterThan(revision)
  })

  test('a draft that cannot be read after it was taken over stays as it is shown', async () => {
    other.refusals.open = 'panne'
    await other.travail.session.takeOver()
    expect(other.state().ecriture).toBe(true)
    expect(other.dossier()).toEqual(exampleDraft().dossier)
  })

  test('a window that has the draft already takes nothing over: what was typed a moment ago stays', async () => {
    await other.travail.session.takeOver()
    type(other, '5656565656')
    await other.travail.session.takeOver()
    expect(other.dossier().entete.numeroAns).toBe('5656565656')
  })

  test('without a draft there is nothing to take over', async () => {
    await other.travail.session.close()
    await other.travail.session.takeOver()
    expect(other.state().brouillon).toBeNull()
  })

  test('a long work of the window that lost the draft ends', async () => {
    const operation = window.travail.beginOperation()
    await other.travail.session.takeOver()
    expect(operation.signal.aborted).toBe(true)
  })

  test('a draft lost while it cannot be written is shown as it stood, and left without a question', async () => {
    window.refusals.save = 'panne'
    type(window, '7878787878')
    await window.travail.session.flush()
    await other.travail.session.takeOver()
    expect(window.state().ecriture).toBe(false)
    expect(window.dossier().entete.numeroAns).toBe('7878787878')
  })
})

describe('[session] every stored draft of today’s version opens', () => {
  const stored = Object.values(
    import.meta.glob<Draft>('../records/fixtures/draft-v*.json', { eager: true, import: 'default' }),
  )
  test.each(stored.map((draft) => [draft.id, draft] as const))('%s', async (id, draft) => {
    await poste.database.run((connection) => connection.put('brouillons', draft))
    expect(await window.travail.session.resume(id)).toBe(true)
    expect(window.dossier().entete).toEqual(draft.dossier.entete)
    expect(
      window
        .dossier()
        .demandes.flatMap(piecesOf)
        .map(({ id }) => id),
    ).toEqual(draft.dossier.demandes.flatMap(piecesOf).map(({ id }) => id))
  })
})
