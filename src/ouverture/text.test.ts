import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bornes } from '../format/refus'
import { decodeText, decodeTextFile } from './text'

const utf16 = (text: string, littleEndian: boolean, mark: boolean) => {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2)
  const view = new DataView(bytes.buffer)
  Array.from({ length: bytes.length / 2 }, (_, index) =>
    view.setUint16(
      index * 2,
      mark ? (index === 0 ? 0xfeff : text.charCodeAt(index - 1)) : text.charCodeAt(index),
      littleEndian,
    ),
  )
  return bytes
}
const latin = (...bytes: number[]) => Uint8Array.from([0x7b, ...bytes])
const text = '{"libelle": "Demande acceptée 😀 €"}'

test.each<[string, Uint8Array, string, string, RegExp | null]>([
  ['UTF-8', new TextEncoder().encode(text), text, 'UTF-8', null],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`), text, 'UTF-8', /BOM/],
  ['UTF-16 LE with a mark', utf16(text, true, true), text, 'UTF-16 LE', /UTF-16/],
  ['UTF-16 BE with a mark', utf16(text, false, true), text, 'UTF-16 BE', /UTF-16/],
  ['UTF-16 LE without one', utf16(text, true, false), text, 'UTF-16 LE', /UTF-16/],
  ['UTF-16 BE without one', utf16(text, false, false), text, 'UTF-16 BE', /UTF-16/],
  [
    'UTF-8 stored twice',
    new TextEncoder().encode('{â‚¬ NÂ° Ã©diteur Ã\u0089tÃ©'),
    '{€ N° éditeur Été',
    'UTF-8 deux fois',
    /abîmés/,
  ],
  [
    'UTF-8 with signs of that kind alone',
    new TextEncoder().encode('{GÂTEAU À LA CRÈME Ã'),
    '{GÂTEAU À LA CRÈME Ã',
    'UTF-8',
    null,
  ],
  ['Mac OS Roman', latin(0x4e, 0xa1, 0x20, 0x8e, 0x64, 0x69, 0x74), '{N° édit', 'Mac OS Roman', /Mac OS Roman/],
  ['code page 850', latin(0x4e, 0xf8, 0x20, 0x82, 0x64, 0x69, 0x74), '{N° édit', 'page de code 850', /850/],
  ['windows-1252', latin(0xe9, 0x80, 0x92, 0x9c, 0x8d), '{é€’œ\u008d', 'windows-1252', /1252/],
  ['nothing', new Uint8Array(), '', 'UTF-8', null],
  ['one byte', latin(), '{', 'UTF-8', null],
])('[format §7] reads %s, and says what was not as it should be', (_, bytes, texte, encodage, reprise) => {
  const lu = decodeText(bytes)
  expect(lu).toMatchObject({ texte, encodage })
  expect(lu.reprise === null ? null : reprise?.test(lu.reprise)).toBe(reprise === null ? null : true)
})

test('[format §7] any text of ours comes back, and any bytes give a text', () => {
  fc.assert(
    // «{» and a zero byte is «{» in UTF-16: no reader can tell them apart, and no JSON goes on so.
    fc.property(
      fc.string({ unit: 'binary' }).filter((any) => !any.startsWith('\0')),
      (any) => {
        expect(decodeText(new TextEncoder().encode(`{${any}`)).texte).toBe(`{${any}`)
      },
    ),
  )
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(typeof decodeText(bytes).texte).toBe('string')
    }),
  )
})

test('[format §7] a file of the largest size is read, one byte more is refused unread', async () => {
  const half = new Uint8Array(bornes.longueur).fill(0x20)
  expect((await decodeTextFile(new Blob([half, half])))?.texte).toHaveLength(2 * bornes.longueur)
  const refused = new Blob([half, half, ' '])
  refused.arrayBuffer = () => Promise.reject(new Error('was read'))
  expect(await decodeTextFile(refused)).toBe(null)
})
