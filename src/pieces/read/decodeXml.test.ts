import { expect, test } from 'vitest'
import { decodeXml } from './decodeXml'

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    text
      .split('')
      .flatMap((char) =>
        little
          ? [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]
          : [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255],
      ),
  )

test.each<[string, Uint8Array, string | null]>([
  ['UTF-8', new TextEncoder().encode('<a>é</a>'), '<a>é</a>'],
  ['UTF-8 with a BOM', new TextEncoder().encode('\ufeff<a>é</a>'), '<a>é</a>'],
  ['UTF-16 little-endian with a BOM', utf16('\ufeff<a>é</a>', true), '<a>é</a>'],
  ['UTF-16 big-endian with a BOM', utf16('\ufeff<a>é</a>', false), '<a>é</a>'],
  ['UTF-16 without a BOM', utf16('<a>é</a>', true), '<a>é</a>'],
  ['big-endian without a BOM', utf16('<a>é</a>', false), '<a>é</a>'],
  [
    'windows-1252',
    ascii('<?xml version="1.0" encoding="windows-1252"?><a>\xe9</a>'),
    '<?xml version="1.0" encoding="windows-1252"?><a>é</a>',
  ],
  [
    'Latin-1',
    ascii('<?xml version="1.0" encoding=\'ISO-8859-1\'?><a>\xe9</a>'),
    '<?xml version="1.0" encoding=\'ISO-8859-1\'?><a>é</a>',
  ],
  ['bytes that are no UTF-8', ascii('<a>\xe9</a>'), null],
  ['an encoding nobody knows', ascii('<?xml version="1.0" encoding="EBCDIC"?><a/>'), null],
])('decodes %s', (_name, bytes, expected) => {
  expect(decodeXml(bytes)).toBe(expected)
})
