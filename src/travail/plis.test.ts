import { expect, test } from 'vitest'
import { createPlis } from './plis'

test('[plis] a group stays as the clerk left it, the others are not spoken of, and another draft forgets all', () => {
  const plis = createPlis()
  plis.set(['a', 'b'], true)
  plis.set(['b'], false)
  expect(plis.store.getState()).toEqual({ a: true, b: false })
  plis.reset()
  expect(plis.store.getState()).toEqual({})
})
