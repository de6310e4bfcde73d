import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { agree, count, pluriels, type Mot } from './mots'

const mots = Object.keys(pluriels) as Mot[]

/** Words that do not change, and those that change otherwise than by an s, by a French reader. */
const invariables = new Set(['de', 'côté', 'à', 'compléter', 'outre'])
const autrement: Record<string, string> = { la: 'les', empêche: 'empêchent', figure: 'figurent' }
const pluriel = (mot: string) =>
  mot
    .split(' ')
    .map((one) => (invariables.has(one) ? one : (autrement[one] ?? `${one}s`)))
    .join(' ')

test.each(mots)('«%s» agrees with 0, 1 and 2: singular up to one, every word of it from two on', (mot) => {
  expect(count(0, mot)).toBe(`0 ${mot}`)
  expect(count(1, mot)).toBe(`1 ${mot}`)
  expect(count(2, mot)).toBe(`2 ${pluriel(mot)}`)
  expect(agree(2, mot)).toBe(pluriel(mot))
})

test('the words stand in the order of the alphabet, so that one is found and none is there twice', () => {
  expect(mots).toEqual([...mots].sort((a, b) => a.localeCompare(b, 'fr')))
})

test('no screen and no message makes a plural by hand', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const byHand = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
    .filter((path) => /> 1 \? '(?:s|x|nt|ent)'/.test(readFileSync(`${root}/${path}`, 'utf8')))
  expect(byHand).toEqual([])
})
