import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { empreinteOf, empreinteOfBytes } from './empreinte'
import { newId } from './newId'

afterEach(() => void vi.unstubAllGlobals())

/** What a browser leaves of `crypto` on a page that came by plain http. */
const plainHttp = () => vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ids are UUIDs of version 4, none twice, by plain http too', () => {
  plainHttp()
  const ids = Array.from({ length: 500 }, newId)
  for (const id of ids) expect(id).toMatch(uuid)
  expect(new Set(ids).size).toBe(500)
})

test('the fingerprint is the SHA-256 of the bytes, with the browser’s own and without', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
      const expected = createHash('sha256').update(bytes).digest('hex')
      const both = async () => [await empreinteOf(new Blob([bytes.slice()])), await empreinteOfBytes(bytes.slice())]
      expect(await both()).toEqual([expected, expected])
      plainHttp()
      expect(await both()).toEqual([expected, expected])
      vi.unstubAllGlobals()
    }),
    { numRuns: 30 },
  )
})

test('a file longer than one step has the same fingerprint', async () => {
  const bytes = new Uint8Array(1_500_000).map((_, index) => index * 7)
  plainHttp()
  expect(await empreinteOf(new Blob([bytes]))).toBe(createHash('sha256').update(bytes).digest('hex'))
})
