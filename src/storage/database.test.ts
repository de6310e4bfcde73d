import 'fake-indexeddb/auto'
import { forceCloseDatabase, IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb'
import { unwrap } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDatabase, nomBase, through } from './database'
import { refuse, reussi } from '../records/resultat'
import { readSupplier, saveSupplier } from './supplier'

const supplier = { numeroAns: '1234567890', SIRET: '73282932000074', vague: 'Va1' } as const

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A window of another release: opens that version and keeps it. */
const openOther = (version: number, onVersionChange: (base: IDBDatabase) => void) =>
  new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(nomBase, version)
    request.onsuccess = () => {
      const base = request.result
      base.onversionchange = () => onVersionChange(base)
      resolve(base)
    }
  })

test('[supplier] what was remembered is found again, by another connection too', async () => {
  const database = createDatabase()
  expect(await readSupplier(database)).toEqual(reussi(null))
  await saveSupplier(database, supplier)
  expect(await readSupplier(createDatabase())).toEqual(reussi(supplier))
})

test('[supplier] a vague that is none of the known words is read as the guide’s own', async () => {
  const database = createDatabase()
  await database.run((connection) => connection.put('reglages', { ...supplier, vague: 'Va9', autre: 1 }, 'fournisseur'))
  expect(await readSupplier(database)).toEqual(reussi({ ...supplier, vague: 'Val' }))
})

describe('[opening] what the machine refuses is a value', () => {
  test.each([
    ['no indexedDB at all', undefined],
    ['an indexedDB that is null', null],
    [
      'one that throws SecurityError',
      {
        open: () => {
          throw new DOMException('', 'SecurityError')
        },
      },
    ],
  ])('%s: indisponible', async (_case, indexedDB) => {
    vi.stubGlobal('indexedDB', indexedDB)
    expect(await readSupplier(createDatabase())).toEqual(refuse('indisponible'))
  })

  test('an opening that never answers: indisponible after a while, and the next calls do not wait', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })
    const database = createDatabase()
    const first = readSupplier(database)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await first).toEqual(refuse('indisponible'))
    expect(await readSupplier(database)).toEqual(refuse('indisponible'))
  })

  test('a window of an older release that does not let go: bloque, until it does', async () => {
    await saveSupplier(createDatabase(), supplier)
    const older = await openOther(1, () => undefined)
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version = 1) => open(name, version + 1))
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const database = createDatabase()
    const first = readSupplier(database)
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await first).toEqual(refuse('bloque'))
    older.close()
    await vi.waitFor(async () => expect(await readSupplier(database)).toEqual(reussi(supplier)))
  })

  test('a database of a newer release: bloque', async () => {
    const newer = await openOther(99, (base) => base.close())
    expect(await readSupplier(createDatabase())).toEqual(refuse('bloque'))
    newer.close()
  })
})

test('[versionchange] an open connection closes for a newer release, which can then upgrade', async () => {
  const database = createDatabase()
  await saveSupplier(database, supplier)
  const newer = await openOther(99, (base) => base.close())
  expect(newer.version).toBe(99)
  expect(await readSupplier(database)).toEqual(refuse('bloque'))
})

describe('[cut connection] Safari ends the connections of background tabs', () => {
  test('the next call opens again', async () => {
    const database = createDatabase()
    await saveSupplier(database, supplier)
    await database.run((connection) => Promise.resolve(forceCloseDatabase(unwrap(connection) as never)))
    expect(await readSupplier(database)).toEqual(reussi(supplier))
  })

  test.each(['UnknownError', 'InvalidStateError', 'AbortError'])('%s: once more, then told', async (name) => {
    const database = createDatabase()
    const work = vi.fn().mockRejectedValueOnce(new DOMException('', name)).mockResolvedValueOnce('écrit')
    expect(await database.run(work)).toEqual(reussi('écrit'))
    work.mockRejectedValue(new DOMException('', name))
    expect(await database.run(work)).toEqual(refuse('panne'))
    expect(new Set(work.mock.calls.flat()).size).toBe(3)
  })
})

describe('[quota] a full disk is told as plein', () => {
  const full = new DOMException('', 'QuotaExceededError')
  const aborted = new DOMException('', 'AbortError')

  test('when the write is refused', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full
    })
    expect(await saveSupplier(createDatabase(), supplier)).toEqual(refuse('plein'))
  })

  test.each([
    ['when only the end of the transaction says so', () => Promise.reject(full), () => Promise.resolve()],
    [
      'when the transaction says no more than that it was aborted',
      () => Promise.reject(aborted),
      () => Promise.reject(full),
    ],
  ])('%s', async (_case, done, steps) => {
    expect(await createDatabase().run(() => through(done(), steps()))).toEqual(refuse('plein'))
  })
})

test('[faults] a fault of ours goes on being thrown', async () => {
  const database = createDatabase()
  await expect(database.run(() => Promise.reject(new RangeError('ours')))).rejects.toThrow('ours')
  const uncloneable = { ...supplier, f: () => undefined }
  await expect(database.run((connection) => connection.put('reglages', uncloneable, 'x'))).rejects.toThrow()
})
