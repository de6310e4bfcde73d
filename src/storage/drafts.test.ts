import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { exampleDemande, exampleDossier, exemplePieces } from '../dossier/example'
import { createDatabase, type Database } from './database'
import {
  addDraft,
  collectPieces,
  listDrafts,
  openDraft,
  purgeDrafts,
  putPiece,
  readPieces,
  removeDraft,
  restoreDraft,
  saveDraft,
} from './drafts'
import { exampleDepot, exampleDraft } from './example'
import { removeDepot, saveDepot } from './history'
import { refuse, reussi } from '../records/resultat'

let database: Database
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  database = createDatabase()
})

const octets = (text: string) => new Blob([text], { type: 'application/pdf' })
async function textsOf(draftId: string): Promise<Record<string, string>> {
  const read = await readPieces(database, draftId)
  if (!read.ok) throw new Error(read.raison)
  const texts: Record<string, string> = {}
  for (const [id, blob] of read.valeur) texts[id] = await blob.text()
  return texts
}
const store = (record: object) => database.run((connection) => connection.put('brouillons', record as { id: string }))
const draft = exampleDraft()
const withoutVA = exampleDraft({
  dossier: exampleDossier({ demandes: [exampleDemande({ pieces: { ...exemplePieces, VA: null } })] }),
})

test('[drafts] a saved draft is opened as it was', async () => {
  const saved = exampleDraft({ extra: { lecture: { p1: { montant: '27 450,00' } } } })
  await saveDraft(database, saved)
  expect(await openDraft(database, 'b1')).toEqual(reussi(saved))
})

test('[drafts] autosave puts one record, and no bytes', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put')
  await saveDraft(database, draft)
  expect(put).toHaveBeenCalledTimes(1)
  put.mockRestore()
})

test.each([
  ['of a newer version', { ...draft, version: 99 }, 'plusRecent'],
  ['without a dossier', { id: 'b1', version: 1 }, 'illisible'],
  ['that was never saved', { id: 'b2' }, 'absent'],
])('[drafts] a draft %s is refused, and stays as it is', async (_case, record, raison) => {
  await store(record)
  expect(await openDraft(database, 'b1')).toEqual(refuse(raison))
  await collectPieces(database, 'b1')
  expect(await database.run((connection) => connection.get('brouillons', record.id))).toEqual(reussi(record))
})

test('[list] drafts with date, demandes and size of pièces, the last changed first, even those that cannot be opened', async () => {
  await saveDraft(database, draft)
  await saveDraft(
    database,
    exampleDraft({ id: 'b2', modifieLe: '2024-01-01T00:00:00.000Z', dossier: exampleDossier({ demandes: [] }) }),
  )
  await store({ ...draft, id: 'b3', modifieLe: '2022-01-01T00:00:00.000Z', version: 99 })
  const { nom, creeLe, modifieLe } = draft
  expect(await listDrafts(database)).toEqual(
    reussi([
      { id: 'b2', nom, creeLe, modifieLe: '2024-01-01T00:00:00.000Z', demandes: 0, taille: 0, raison: null },
      { id: 'b1', nom, creeLe, modifieLe, demandes: 1, taille: 48_213 + 61_027, raison: null },
      { id: 'b3', nom, creeLe, modifieLe: '2022-01-01T00:00:00.000Z', demandes: 0, taille: 0, raison: 'plusRecent' },
    ]),
  )
})

describe('[pièces] bytes live outside the draft', () => {
  test.each(['DataCloneError', 'UnknownError'])(
    'where the browser stores no Blob (%s, as WebKit in private windows), the bytes themselves are kept',
    async (name) => {
      const store = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')?.value as IDBObjectStore['put']
      const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        record: object,
        key,
      ) {
        if ('octets' in record && record.octets instanceof Blob) throw new DOMException('', name)
        return store.call(this, record, key)
      })
      expect(await addDraft(database, draft, new Map([['p1', octets('un')]]))).toMatchObject({ ok: true })
      expect(await putPiece(database, 'b1', 'p2', octets('deux'))).toMatchObject({ ok: true })
      put.mockRestore()
      expect(await textsOf('b1')).toEqual({ p1: 'un', p2: 'deux' })
      const read = await readPieces(database, 'b1')
      expect(read.ok && [...read.valeur.values()].map(({ type }) => type)).toEqual(Array(2).fill('application/pdf'))
      expect(await openDraft(database, 'b1')).toEqual(reussi(draft))
    },
  )

  test('each draft reads its own, as Blobs with their type', async () => {
    await putPiece(database, 'b1', 'p1', octets('un'))
    await putPiece(database, 'b1bis', 'p1', octets('autre'))
    const read = await readPieces(database, 'b1')
    expect(read.ok && [...read.valeur.values()].map((blob) => [blob instanceof Blob, blob.type])).toEqual([
      [true, 'application/pdf'],
    ])
    expect(await textsOf('b1')).toEqual({ p1: 'un' })
  })

  test('those of a dropped pièce go when the draft is opened the next time, not before', async () => {
    await addDraft(
      database,
      draft,
      new Map([
        ['exemple-FACTURE', octets('f')],
        ['exemple-VA', octets('va')],
      ]),
    )
    await saveDraft(database, withoutVA)
    expect(Object.keys(await textsOf('b1'))).toHaveLength(2)
    expect(await collectPieces(database, 'b1')).toEqual(reussi(1))
    expect(await textsOf('b1')).toEqual({ 'exemple-FACTURE': 'f' })
  })

  test('those that a deposit of the draft holds stay as long as it is in the history', async () => {
    await addDraft(
      database,
      exampleDraft({ dossier: exampleDossier({ demandes: [] }) }),
      new Map([['exemple-FACTURE', octets('f')]]),
    )
    await saveDepot(database, exampleDepot())
    expect(await collectPieces(database, 'b1')).toEqual(reussi(0))
    await removeDepot(database, 'h1')
    expect(await collectPieces(database, 'b1')).toEqual(reussi(1))
  })

  test('a draft that comes with its bytes is written whole or not at all', async () => {
    const full = new DOMException('', 'QuotaExceededError')
    const put = vi.spyOn(IDBObjectStore.prototype, 'put')
    put.mockImplementationOnce(() => {
      throw full
    })
    expect(await addDraft(database, draft, new Map([['p1', octets('un')]]))).toEqual(refuse('plein'))
    put.mockRestore()
    expect(await openDraft(database, 'b1')).toEqual(refuse('absent'))
    expect(await textsOf('b1')).toEqual({})
  })
})

describe('[undo] a removed draft', () => {
  beforeEach(async () => {
    await addDraft(database, draft, new Map([['exemple-FACTURE', octets('f')]]))
    await removeDraft(database, 'b1', '2023-04-01T00:00:00.000Z')
  })

  test('leaves the list, and a late autosave does not bring it back', async () => {
    await saveDraft(database, draft)
    expect(await listDrafts(database)).toEqual(reussi([]))
    expect(await openDraft(database, 'b1')).toEqual(refuse('absent'))
  })

  test('comes back with its bytes', async () => {
    await restoreDraft(database, 'b1')
    expect(await purgeDrafts(database, '2030-01-01')).toEqual(reussi([]))
    expect(await openDraft(database, 'b1')).toEqual(reussi(draft))
    expect(await textsOf('b1')).toEqual({ 'exemple-FACTURE': 'f' })
  })

  test('goes with its bytes once its time is over', async () => {
    expect(await purgeDrafts(database, '2023-04-01T00:00:00.000Z')).toEqual(reussi([]))
    expect(await purgeDrafts(database, '2023-04-01T00:00:00.001Z')).toEqual(reussi(['b1']))
    await restoreDraft(database, 'b1')
    expect(await openDraft(database, 'b1')).toEqual(refuse('absent'))
    expect(await textsOf('b1')).toEqual({})
  })

  test('stays while the history holds a deposit made from it', async () => {
    await saveDepot(database, exampleDepot())
    expect(await purgeDrafts(database, '2030-01-01')).toEqual(reussi([]))
    expect(await textsOf('b1')).toEqual({ 'exemple-FACTURE': 'f' })
    await removeDepot(database, 'h1')
    expect(await purgeDrafts(database, '2030-01-01')).toEqual(reussi(['b1']))
  })
})
