import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasEmbeddedFile } from './embeddedFile'

const bytesOf = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

test.each([
  '<< /Type /EmbeddedFile /Length 3 >>',
  '/Subtype/text#2Fxml/Length',
  '/Subtype /text#2fxml',
  '/Subtype /application/xml>>',
  '/Subtype /APPLICATION#2FXML',
  '//EmbeddedFile',
  '/EmbeddedFile',
])('«%s» speaks of a file inside, wherever it stands', (text) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (before, after) => {
      expect(hasEmbeddedFile(Uint8Array.from([...before, ...bytesOf(text), 0x20, ...after]))).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test.each(['', '/', '/EmbeddedFiles', '/textxml', '/text#2fxmlns', '/text#2fplain', 'EmbeddedFile', 'text/xml'])(
  '«%s» does not',
  (text) => {
    expect(hasEmbeddedFile(bytesOf(text))).toBe(false)
  },
)
