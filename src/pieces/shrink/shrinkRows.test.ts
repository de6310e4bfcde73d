import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inflate, readRows } from './shrinkRows'

/** Rows as PNG writes them (ISO 15948 §9.2), one filter a row. */
function filterRows(bytes: Uint8Array, width: number, step: number, filters: number[]): Uint8Array {
  const rows = bytes.length / width
  const out: number[] = []
  const at = (row: number, column: number) => (row < 0 || column < 0 ? 0 : (bytes[row * width + column] ?? 0))
  for (let row = 0; row < rows; row++) {
    const filter = filters[row % filters.length] ?? 0
    out.push(filter)
    for (let column = 0; column < width; column++) {
      const [left, up, corner] = [at(row, column - step), at(row - 1, column), at(row - 1, column - step)]
      const nearest = [left, up, corner].sort(
        (one, other) => Math.abs(left + up - corner - one) - Math.abs(left + up - corner - other),
      )[0]
      const predicted = [0, left, up, Math.floor((left + up) / 2), nearest][filter] ?? 0
      out.push((at(row, column) - predicted + 512) % 256)
    }
  }
  return Uint8Array.from(out)
}

const picture = fc
  .record({
    canaux: fc.constantFrom(1 as const, 3 as const),
    largeur: fc.integer({ min: 1, max: 6 }),
    hauteur: fc.integer({ min: 1, max: 6 }),
    filters: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 6 }),
  })
  .chain((shape) => {
    const length = shape.canaux * shape.largeur * shape.hauteur
    return fc.record({
      shape: fc.constant(shape),
      bytes: fc.uint8Array({ minLength: length, maxLength: length }),
    })
  })

describe('rows of an image in a PDF', () => {
  test('come back from any filters, opaque', () => {
    fc.assert(
      fc.property(picture, ({ shape: { filters, ...size }, bytes }) => {
        const pixels = readRows(filterRows(bytes, size.largeur * size.canaux, size.canaux, filters), {
          ...size,
          filtered: true,
        })
        expect(pixels).toEqual(readRows(bytes, { ...size, filtered: false }))
        bytes.forEach((byte, index) => {
          const pixel = Math.floor(index / size.canaux) * 4
          expect(pixels?.[pixel + (index % size.canaux)]).toBe(byte)
          expect(pixels?.[pixel + 3]).toBe(255)
        })
      }),
    )
  })

  test.each([
    ['fewer bytes than declared', [0, 1]],
    ['a filter that is none', [5, 1, 2]],
  ])('%s: nothing rather than a wrong picture', (_what, bytes) => {
    expect(readRows(Uint8Array.from(bytes), { largeur: 2, hauteur: 1, canaux: 1, filtered: true })).toBeNull()
  })
})

describe('inflating', () => {
  const deflate = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(
      await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))).arrayBuffer(),
    )

  test('stops at its bound: a few bytes may declare gigabytes', async () => {
    const bomb = await deflate(new Uint8Array(1_000_000))
    expect(await inflate(bomb, 999_999)).toBeNull()
    expect((await inflate(bomb, 1_000_000))?.length).toBe(1_000_000)
  })

  test('broken bytes give nothing', async () => {
    expect(await inflate(Uint8Array.of(1, 2, 3, 4), 100)).toBeNull()
  })
})
