import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('.', import.meta.url))

/** Where a straight apostrophe is meant: names known from outside, and texts of documents, folded, to be searched. */
const meant = /^(?:wizard\/noms\.ts|lecture\/|build\/)/

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !meant.test(path))

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$|\s\/\/ .*$/gm, '')

/** `l'avance`, `n'est`, `aujourd'hui`, in a string or between tags; a string's own quotes stand at no elision. */
const straight = /(?<![\p{L}\d])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|aujourd)'(?=[\p{L}])/giu

test.each([
  ['"l\'avance"', 1],
  ["<p>Ce n'est qu'un essai</p>", 2],
  ["'l’avance'", 0],
  ["['n', 'est']", 0],
  ["// it's a comment\nconst d = 'd'", 0],
])('in %s there are %i', (text, count) => {
  expect(withoutComments(text).match(straight) ?? []).toHaveLength(count)
})

test('the words on screen have typographic apostrophes, never straight ones', () => {
  expect(sources.length).toBeGreaterThan(100)
  const found = sources.flatMap((path) =>
    withoutComments(readFileSync(join(src, path), 'utf8'))
      .split('\n')
      .filter((line) => straight.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
