import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { showCaracteres, showFormats, showNumerosFichier, showPieceAttendue, showPieceMax, showZipMax } from './limites'

test('the limits are the guide’s, in its words', () => {
  expect(showPieceMax()).toBe('3 Mo')
  expect(showZipMax()).toBe('200 Mo')
  expect(showFormats()).toBe('PDF, PNG, JPG et XML')
  expect(showPieceAttendue()).toBe('PDF, PNG, JPG ou XML, 3 Mo au plus')
  expect(showNumerosFichier()).toBe('001 à 999')
  expect([1, 2].map(showCaracteres)).toEqual(['1 caractère', '2 caractères'])
})

const src = fileURLToPath(new URL('..', import.meta.url))
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /(?<!\.test)\.tsx?$/.test(path),
)
const withoutComments = (text: string) => text.replace(/\/\*[^]*?\*\/|(?<!:)\/\/.*/g, '')

test('no other source writes a limit of the profile in figures', () => {
  const written =
    /\b(?:3|200)\s(?:Mo|demandes)\b|\b(?:10|12|5)\scaractères|\b14\schiffres|001 à 999|PNG, JPG et XML|PNG ou JPG/
  expect(sources.length).toBeGreaterThan(200)
  expect(sources.filter((path) => written.test(withoutComments(readFileSync(join(src, path), 'utf8'))))).toEqual([])
})
