import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choose, chosenOf, noSelection, rangeOf } from './selection'

const shown = ['a', 'b', 'c', 'd']

test.each<[string | null, string, string[]]>([
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
  ['c', 'c', ['c']],
  [null, 'c', ['c']],
  ['filtered out', 'c', ['c']],
])('from %s to %s are %j', (from, to, range) => expect(rangeOf(shown, from, to)).toEqual(range))

test('what is chosen is what was taken and not let go, in the order of the list, and only what is there', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...shown))
  fc.assert(
    fc.property(ids, ids, ids, (taken, dropped, there) => {
      const selection = choose(choose(noSelection, taken, true), dropped, false)
      const kept = chosenOf(selection, there)
      expect(kept).toEqual(there.filter((id) => taken.includes(id) && !dropped.includes(id)))
      expect(noSelection.size).toBe(0)
    }),
  )
})
