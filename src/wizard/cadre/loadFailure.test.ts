import { expect, test } from 'vitest'
import { isLoadFailure } from './loadFailure'

test.each([
  'Failed to fetch dynamically imported module: http://127.0.0.1/assets/Tri-x.js',
  'error loading dynamically imported module: http://127.0.0.1/assets/Tri-x.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/Tri-x.css',
])('a part that could not be fetched is told from a fault of ours: %s', (message) => {
  expect(isLoadFailure(new TypeError(message))).toBe(true)
})

test.each(['Cannot read properties of undefined', 'Failed to fetch'])('a fault is no missing part: %s', (message) => {
  expect(isLoadFailure(new TypeError(message))).toBe(false)
})
