import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createDatabase, type Database } from './database'
import { exampleDepot } from './example'
import { listDepots, markDepose, readDepot, removeDepot, saveDepot, saveRetour } from './history'
import { finessDeposes, nomsDeposes, restoreDepot, resumeDepot, type DepotEntier } from '../records/depotTelecharge'
import { refuse, reussi } from '../records/resultat'

let database: Database
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  database = createDatabase()
})

const retour = {
  nomFichier: 'retour.json',
  luLe: '2023-03-22T08:00:00.000Z',
  texte: '{}',
  rejets: [1],
  aVerifier: [2],
  enAttente: [3],
}

test('[history] a download is kept, not deposited yet and without an answer', async () => {
  const saved = { ...exampleDepot(), deposeLe: null, retour: null }
  expect(await saveDepot(database, exampleDepot())).toEqual(reussi(saved))
  expect(await listDepots(database)).toEqual(reussi([resumeDepot(saved)]))
  expect(await readDepot(database, 'h1')).toEqual(reussi(saved))
  expect(await readDepot(database, 'h9')).toEqual(refuse('absent'))
})

test('[history] a list of hundreds holds no text of a file, and every deposit once', async () => {
  for (let rank = 0; rank < 120; rank++)
    await saveDepot(database, exampleDepot({ id: `h${rank}`, nomJson: `JSON-${rank}.json`, json: `{"n": ${rank}}` }))
  await saveRetour(database, 'h7', retour)
  const read = await listDepots(database)
  const depots = read.ok ? read.valeur : []
  expect(new Set(depots.map(({ id }) => id)).size).toBe(120)
  expect(JSON.stringify(depots)).not.toMatch(/"n"|texte/)
  expect(depots.find(({ id }) => id === 'h7')?.retour?.rejets).toEqual([1])
})

describe('[history] the same file downloaded again', () => {
  const again = exampleDepot({ id: 'h2', date: '2023-03-21T10:00:00.000Z' })

  test('is the same deposit: its id, its deposit date and its answer stay, its date moves', async () => {
    await saveDepot(database, exampleDepot())
    await markDepose(database, 'h1', '2023-03-20T11:00:00.000Z')
    await saveRetour(database, 'h1', retour)
    await saveDepot(database, again)
    expect(await listDepots(database)).toEqual(
      reussi([resumeDepot({ ...again, id: 'h1', deposeLe: '2023-03-20T11:00:00.000Z', retour })]),
    )
  })

  test.each<Partial<DepotEntier>>([{ json: '{"autre": 1}\n' }, { nomJson: 'JSON-1234567890-20230320-002.json' }])(
    'is another one when %j differs; the last comes first',
    async (change) => {
      await saveDepot(database, exampleDepot())
      await saveDepot(database, { ...again, ...change })
      const read = await listDepots(database)
      expect(read.ok && read.valeur.map(({ id }) => id)).toEqual(['h2', 'h1'])
    },
  )
})

describe('[history] the zip counts too, as far as it is known', () => {
  const depose = async (first: string, second: string) => {
    await saveDepot(database, exampleDepot({ empreinteZip: first }))
    await markDepose(database, 'h1', '2023-03-20T11:00:00.000Z')
    await saveDepot(database, exampleDepot({ id: 'h2', date: '2023-03-21T10:00:00.000Z', empreinteZip: second }))
    const read = await listDepots(database)
    return read.ok && read.valeur.map(({ id, deposeLe }) => [id, deposeLe !== null])
  }

  test('a pièce replaced under its name makes another deposit: the one that was deposited stays as it was', async () =>
    expect(await depose('z', 'other')).toEqual([
      ['h2', false],
      ['h1', true],
    ]))

  test.each([
    ['z', 'z'],
    ['', 'z'],
  ])('%j and %j are the same', async (first, second) => expect(await depose(first, second)).toEqual([['h1', true]]))
})

test('[history] what only a newer release keeps survives a change', async () => {
  const newer = { ...exampleDepot(), futur: 'gardé' }
  await database.run((connection) => connection.put('historique', newer))
  await markDepose(database, 'h1', '2023-03-20T11:00:00.000Z')
  const stored = await database.run((connection) => connection.get('historique', 'h1'))
  expect(stored).toEqual(reussi({ ...newer, deposeLe: '2023-03-20T11:00:00.000Z' }))
})

test('[history] a deposit that is not there cannot be marked', async () => {
  expect(await markDepose(database, 'h9', null)).toEqual(refuse('absent'))
  await saveDepot(database, exampleDepot())
  await removeDepot(database, 'h1')
  expect(await saveRetour(database, 'h1', retour)).toEqual(refuse('absent'))
})

test('[history] a record of an older release is read with empty fields', () => {
  expect(restoreDepot({ id: 'h1', demandes: [{ numeroASP: 'FINBIO000006', centimes: 0.5 }] })).toEqual({
    ...{ id: 'h1', draftId: '', nomJson: '', nomZip: '', date: '', numeroAns: '', dateDepot: '', numeroFichier: '' },
    demandes: [
      {
        numeroASP: 'FINBIO000006',
        numeroEditeur: '',
        libelleInterne: '',
        centimes: null,
        beneficiaires: [],
        pieces: [],
      },
    ],
    ...{ json: '', empreinteZip: '', trace: '', verifies: [], passesOutre: [], deposeLe: null, retour: null },
  })
})

const depot = (overrides: Partial<DepotEntier>): DepotEntier => ({
  ...exampleDepot(overrides),
  deposeLe: null,
  retour: overrides.retour ?? null,
})
const demandes = (...finess: string[]) =>
  finess.map((beneficiaire) => ({
    ...{ numeroASP: '', numeroEditeur: '', libelleInterne: '', centimes: null, pieces: [] },
    beneficiaires: [beneficiaire],
  }))

test('[format §3 numéro de fichier] each name downloaded is used, once', () => {
  expect(nomsDeposes([depot({}), depot({ id: 'h2', json: 'x' }), depot({ nomJson: 'b' })])).toEqual([
    exampleDepot().nomJson,
    'b',
  ])
})

test('[format §3 numéro de fichier] a file of the draft in hand keeps its own number until it is deposited', () => {
  const mine = depot({ nomJson: 'a', draftId: 'b1' })
  const other = depot({ nomJson: 'b', draftId: 'b2' })
  expect(nomsDeposes([mine, other], 'b1')).toEqual(['b'])
  expect(nomsDeposes([{ ...mine, deposeLe: '2023-03-20T12:00:00.000Z' }, other], 'b1')).toEqual(['a', 'b'])
  expect(nomsDeposes([{ ...mine, retour }, other], 'b1')).toEqual(['a', 'b'])
})

describe('[format §3 beneficiaires] FINESS of earlier deposits', () => {
  const first = depot({ nomJson: 'a', date: '2023-01-01', demandes: demandes('999999991', '2a1234567', '12') })
  const second = depot({ nomJson: 'b', date: '2023-02-01', draftId: 'b2', demandes: demandes('999999991') })

  test('lead to the last deposit that holds them, whatever the order of the list', () => {
    const found = new Map([
      ['999999991', 'b'],
      ['2A1234567', 'a'],
    ])
    expect(finessDeposes([first, second])).toEqual(found)
    expect(finessDeposes([second, first])).toEqual(found)
  })

  test('leave out those of the draft in hand', () => {
    expect(finessDeposes([first, second], 'b1')).toEqual(new Map([['999999991', 'b']]))
  })

  test('leave out the demandes that the portal rejected, which may be sent again', () => {
    expect(finessDeposes([{ ...first, retour: { ...retour, rejets: [1] } }])).toEqual(new Map([['2A1234567', 'a']]))
  })
})
