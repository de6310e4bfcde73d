import { afterEach, expect, test, vi } from 'vitest'
import { askPersistence, readPlace } from './room'

afterEach(() => vi.unstubAllGlobals())
const stub = (storage: unknown) => vi.stubGlobal('navigator', { storage })
const refused = () => Promise.reject(new TypeError('refused'))

test.each([
  ['granted', { persist: () => Promise.resolve(true) }, true],
  ['not granted', { persist: () => Promise.resolve(false) }, false],
  ['refused with an error', { persist: refused }, null],
  ['impossible to ask', {}, null],
  ['without a storage manager', undefined, null],
])('[persist] %s', async (_case, storage, answer) => {
  stub(storage)
  expect(await askPersistence()).toBe(answer)
})

const estimate = (estimate: StorageEstimate) => ({ estimate: () => Promise.resolve(estimate) })
test.each([
  ['known', estimate({ usage: 300, quota: 1000 }), { utilise: 300, libre: 700 }],
  ['over the quota', estimate({ usage: 1200, quota: 1000 }), { utilise: 1200, libre: 0 }],
  ['half told', estimate({ usage: 300 }), null],
  ['refused with an error', { estimate: refused }, null],
  ['without a storage manager', undefined, null],
])('[estimate] room %s', async (_case, storage, place) => {
  stub(storage)
  expect(await readPlace()).toEqual(place)
})
