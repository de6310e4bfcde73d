import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeCp850 } from './cp850'
import { decodeWindows1252 } from './text'
import { readNom } from './entryName'

const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const [cp850, windows1252] = [decodeCp850(all), decodeWindows1252(all)]
const encode = (table: string, text: string) => Uint8Array.from(Array.from(text), (char) => table.indexOf(char))

const [dos, unix] = [0x0014, 0x0314]
const nameOf = (rawFilename: Uint8Array, versionMadeBy = dos) =>
  readNom({ filename: 'as the library reads it', rawFilename, filenameUTF8: false, versionMadeBy })

test('[format §3 zip] code page 850 has 256 signs, each once, ASCII as it is', () => {
  expect(new Set(cp850).size).toBe(256)
  expect(cp850.slice(0, 128)).toBe(windows1252.slice(0, 128))
  // Bytes that Windows itself writes for these names.
  expect(decodeCp850(Uint8Array.of(0x80, 0x82, 0x85, 0x8a, 0x90, 0x93, 0xb7, 0xd4, 0xe2, 0xf8))).toBe('ÇéàèÉôÀÈÔ°')
})

test.each([
  'PROCÈS-VERBAL labo A.jpg',
  'Pièce n°2 - facturé à Évry.jpg',
  'Procès-verbal Ô.jpg',
  'AOÛT/Hôtel-Dieu/Être « prêt ».pdf',
  'île/Noël.pdf',
])('[format §3 zip] the name «%s» in code page 850 is read right', (nom) => {
  expect(nameOf(encode(cp850, nom))).toBe(nom)
})

test.each(['facturé à Évry.pdf', 'été/être.pdf', 'l’âge d’or.pdf', 'fête.pdf', 'cœur n°2.pdf'])(
  '[format §3 zip] the name «%s» in windows-1252 is read right',
  (nom) => {
    expect(nameOf(encode(windows1252, nom))).toBe(nom)
  },
)

// A word of accents alone is none, and its bytes are another such word in the other code page.
const small = fc
  .string({
    unit: fc.constantFrom(...Array.from('aeioulmnrstàâçéèêëîïôùûü')),
    minLength: 1,
    maxLength: 9,
  })
  .filter((word) => /[a-z]/.test(word))
const words = fc
  .array(
    fc.oneof(
      small,
      small.map((word) => word.toUpperCase()),
      fc.tuple(fc.constantFrom('É', 'À', 'B', 'È'), small).map(([first, rest]) => first + rest),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => `${list.join(' ')}.pdf`)
const isUtf8 = (bytes: Uint8Array) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

test('[format §3 zip] any French name comes through code page 850, however its letters mix', () => {
  fc.assert(
    fc.property(words, fc.constantFrom(dos, 0x0b14), (nom, versionMadeBy) => {
      const bytes = encode(cp850, nom)
      fc.pre(!isUtf8(bytes))
      expect(nameOf(bytes, versionMadeBy)).toBe(nom)
    }),
  )
})

test('[format §3 zip] any French name of small letters comes through windows-1252', () => {
  const names = fc.array(small, { minLength: 1, maxLength: 5 }).map((list) => `${list.join(' ')}.pdf`)
  fc.assert(
    fc.property(names, fc.constantFrom(dos, unix), (nom, versionMadeBy) => {
      const bytes = encode(windows1252, nom)
      fc.pre(bytes.some((byte) => byte > 0x7f) && !isUtf8(bytes))
      expect(nameOf(bytes, versionMadeBy)).toBe(nom)
    }),
  )
})

test('[format §3 zip] a name that says it is UTF-8, or is ASCII, is left to the library', () => {
  const rawFilename = encode(cp850, 'é')
  expect(readNom({ filename: 'Été', rawFilename, filenameUTF8: true, versionMadeBy: dos })).toBe('Été')
  expect(
    readNom({ filename: 'a.pdf', rawFilename: encode(cp850, 'a.pdf'), filenameUTF8: false, versionMadeBy: unix }),
  ).toBe('a.pdf')
})
