import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from './json'
import { readJson } from './readJson'
import { showMessage } from './message'
import { bornes, showRefus } from './refus'
import { writeJson } from './writeJson'

const read = (text: string) => {
  const lu = readJson(text)
  if (!lu.ok) throw new Error(showMessage(showRefus(lu)))
  return lu
}

test.each([
  ['', 'vide'],
  [' \n\t ', 'vide'],
  ['\ufeff', 'vide'],
  ['['.repeat(10_000), 'tropProfond'],
  ['{"a":'.repeat(10_000), 'tropProfond'],
  [' '.repeat(bornes.longueur + 1), 'tropGrand'],
  [`[${'0,'.repeat(bornes.valeurs)}0]`, 'tropGrand'],
])('[format §7] refuses a text that is empty, too deep or too large, by name (case %#)', (text, raison) => {
  expect(readJson(text)).toEqual({ ok: false, raison })
})

test('[format §7] reads what is just as deep as allowed, and not one deeper', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(readJson(nested(bornes.profondeur + 1)).ok).toBe(true)
  expect(readJson(nested(bornes.profondeur + 2)).ok).toBe(false)
})

test.each([
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'virguleObjet'],
  ['[1 2]', 1, 4, 'virguleListe'],
  ['{\r\n"a" 1}', 2, 5, 'deuxPoints'],
  ['{a: 1}', 1, 2, 'balise'],
  ['{"a": 27450,00}', 1, 13, 'balise'],
  ['[tru]', 1, 2, 'valeur'],
  ['\ufeff[NaN]', 1, 2, 'valeur'],
  ['["C:\\dossier"]', 1, 5, 'echappement'],
  ['["a\nb"]', 1, 4, 'guillemet'],
  ['{} {}', 1, 4, 'fin'],
  ['{"a": "b', 1, 9, 'coupe'],
  ['{"a": [1,', 1, 10, 'coupe'],
  ['numeroAns;SIRET', 1, 1, 'valeur'],
  ['PK\u0003\u0004', 1, 1, 'valeur'],
])('[format §7] says where %j is no JSON, and why', (text, ligne, colonne, attendu) => {
  const lu = readJson(text)
  expect(lu).toEqual({ ok: false, raison: 'pasDuJson', ligne, colonne, attendu })
  expect(lu.ok ? '' : showRefus(lu).faute).toContain(`ligne ${ligne}, colonne ${colonne}`)
})

test.each([
  ['[1,]', '[\n  1\n]', 'Virgule en trop'],
  ['[00001]', '[\n  00001\n]', 'zéros devant'],
])('[format §7] lets the slip of %s pass, and tells it', (text, written, told) => {
  const { json, reprises } = read(text)
  expect(writeJson(json)).toBe(written)
  expect(reprises.join()).toContain(told)
})

test.each(['27450.00', '0.10', '-0', '1e400', '123456789012345678901234567890.5'])(
  '[format §2] keeps the literal %s as it is',
  (literal) => {
    expect(read(literal)).toEqual({ ok: true, json: { kind: 'number', literal }, reprises: [] })
  },
)

test('[format §7] a name of JavaScript is one like another, and two equal names are both there', () => {
  const text = '{"__proto__": {"polluted": true}, "constructor": null, "a": 1, "a": 2}'
  const { json } = read(text)
  expect({}).not.toHaveProperty('polluted')
  expect(json.kind === 'object' ? json.entries.map(({ name }) => name) : []).toEqual([
    '__proto__',
    'constructor',
    'a',
    'a',
  ])
})

const plain = (json: Json): unknown => {
  if (json.kind === 'object') return Object.fromEntries(json.entries.map(({ name, value }) => [name, plain(value)]))
  if (json.kind === 'array') return json.items.map(plain)
  if (json.kind === 'number') return Number(json.literal)
  return json.kind === 'text' ? json.text : json.kind === 'boolean' ? json.value : null
}

test('[format §7] reads any JSON as the browser does, and writes it back to the same values', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      const { json } = read(text)
      expect(plain(json)).toEqual(JSON.parse(text))
      expect(plain(read(writeJson(json)).json)).toEqual(JSON.parse(text))
    }),
  )
})

const jsonSigns = ['{', '}', '[', ']', '"', ',', ':', '0', '1', '.', '-', 'e', 'E', '\\', 'u', ' ', 'null', '\n']

test('[format §7] accepts no text that the browser refuses, the two slips aside', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...jsonSigns), maxLength: 12 }), (text) => {
      const lu = readJson(text)
      if (lu.ok && lu.reprises.length === 0) expect(() => JSON.parse(text) as unknown).not.toThrow()
    }),
    { numRuns: 2000 },
  )
})
