import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPdfStructure } from './pdfStructure'

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0))
const check = (text: string) => checkPdfStructure(bytes(text))

const objects = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
]
const entry = (offset: number, generation = 0) =>
  `${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`
const free = '0000000000 65535 f \n'

interface Options {
  /** Added to each offset of the table. */
  shift?: number
  /** Where `startxref` says the table is, instead of where it is. */
  start?: number
  trailer?: string
}

/** A PDF of one page with a classic table, written after `before`; offsets count from the file's first byte. */
function pdf({ shift = 0, start, trailer = '' }: Options = {}, before = ''): string {
  let text = `${before}%PDF-1.4\n`
  const offsets = objects.map((object, index) => {
    const offset = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = text.length
  const entries = offsets.map((offset) => entry(offset + shift)).join('')
  return `${text}xref\n0 4\n${free}${entries}trailer\n<< /Size 4 /Root 1 0 R ${trailer}>>\nstartxref\n${start ?? table}\n%%EOF\n`
}
const tableOf = (text: string) => text.lastIndexOf('\nxref\n') + 1

/** The same file, changed once more: object 3 again, with a table of its own that leads to `previous`. */
function update(text: string, previous = tableOf(text), extra = ''): string {
  const object = `${text}${extra}3 0 obj\n${objects[2] ?? ''}\nendobj\n`
  const at = text.length + extra.length
  return `${object}xref\n3 1\n${entry(at)}trailer\n<< /Size 4 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${object.length}\n%%EOF\n`
}

/** A file whose cross-reference is a stream: only its object can be looked at here. */
const streamed = (shift = 0) => {
  const text = `%PDF-1.5\n1 0 obj\n${objects[0] ?? ''}\nendobj\n`
  return `${text}4 0 obj\n<< /Type /XRef /W [1 2 1] /Size 5 /Root 1 0 R /Length 0 >>\nstream\n\nendstream\nendobj\nstartxref\n${text.length + shift}\n%%EOF`
}

const outlines = '9 0 obj\n<< /Title (Annexe) /Prev 8 0 R >>\nendobj\n'
const mail = 'Content-Type: application/pdf\r\n\r\n'
const sound = pdf()

test.each<[string, string]>([
  ['a classic table', sound],
  ['entries ending in CR LF', sound.replaceAll(' \n', '\r\n')],
  ['a later version', update(sound)],
  ['many later versions', Array.from({ length: 60 }).reduce<string>((text) => update(text), sound)],
  ['bookmarks written after a first version', update(sound, tableOf(sound), outlines)],
  ['a table in several parts', sound.replace(`0 4\n${free}`, `0 1\n${free}1 3\n`)],
  ['a cross-reference stream', streamed()],
  ['a table with a stream beside it', pdf({ trailer: '/XRefStm 9 ' })],
  ['some bytes behind its end', `${sound}\r\n\0\0`],
])('[format §3 contenu d’une pièce] a PDF with %s is sound', (_, text) => {
  expect(check(text)).toEqual([])
})

test.each<[string, string]>([
  ['offsets shifted by one', pdf({ shift: 1 })],
  ['offsets beyond its end', pdf({ shift: 900_000 })],
  ['startxref 0', pdf({ start: 0 })],
  ['startxref beyond its end', pdf({ start: 900_000 })],
  ['startxref in an object', pdf({ start: 20 })],
  ['no startxref', sound.replace('startxref', 'endxref')],
  ['its end cut off', sound.slice(0, -40)],
  ['its trailer missing', sound.replace('trailer', 'tailer')],
  ['a table shorter than it says', sound.replace('0 4\n', '0 5\n')],
  ['an earlier table that is not there', update(sound, tableOf(sound) + 3)],
  ['an earlier table that is wrong', update(pdf({ shift: 3 }))],
  ['a table that leads to itself', pdf({ trailer: `/Prev ${tableOf(sound)} ` })],
  ['a cross-reference stream that is elsewhere', streamed(-4)],
])('[format §3 contenu d’une pièce] a PDF with %s opens only after repair', (_, text) => {
  expect(check(text)).toEqual(['repare'])
})

test.each<[string, string, string[]]>([
  ['counted from the file’s start', pdf({}, mail), ['octetsAvant']],
  ['counted from the header', mail + sound, ['octetsAvant']],
  ['counted from the header, with a later version', mail + update(sound), ['octetsAvant']],
  ['counted from nowhere', `${mail}${pdf({ shift: 5 })}`, ['octetsAvant', 'repare']],
])('[format §3 contenu d’une pièce] bytes before %%PDF- are told, and offsets %s', (_, text, expected) => {
  expect(check(text)).toEqual(expected)
})

test('[format §3 contenu d’une pièce] two tables that lead to each other end the search', () => {
  const first = pdf({ trailer: '/Prev 99999 ' })
  const both = update(first)
  const looped = both.replace('/Prev 99999 ', `/Prev ${String(tableOf(both)).padStart(5, '0')} `)
  expect(looped).toHaveLength(both.length)
  expect(check(looped)).toEqual(['repare'])
})

test('[format §3 contenu d’une pièce] any bytes are judged without a throw', () => {
  const word = fc.constantFrom(
    'xref\n',
    '0 1\n',
    '0 0\n',
    '1 99999999999\n',
    free,
    entry(9),
    'trailer\n<<',
    '/Prev 9',
    '>>',
  )
  const tail = fc.nat({ max: 60 }).map((start) => `startxref\n${start}\n%%EOF`)
  fc.assert(
    fc.property(fc.array(word), tail, fc.string({ unit: 'binary-ascii' }), (words, end, noise) => {
      for (const text of [`%PDF-1.4\n${words.join('')}${end}`, `%PDF-1.4\n${noise}${end}`, noise])
        expect(check(text).every((remarque) => ['octetsAvant', 'repare'].includes(remarque))).toBe(true)
    }),
  )
})

test.each<[string, string]>([
  ['spaces', ' '.repeat(400_000)],
  ['digits', '1'.repeat(400_000)],
  ['empty parts', '0 0\n'.repeat(100_000)],
  ['one endless part', `0 999999999\n${free.repeat(20_000)}`],
  ['trailers', 'trailer\n<< '.repeat(40_000)],
])('[format §3 contenu d’une pièce] a table of nothing but %s is left after a bounded part of it', (_, filling) => {
  const start = '%PDF-1.4\n'
  expect(check(`${start}xref\n${filling}\nstartxref\n${start.length}\n%%EOF`)).toEqual(
    filling.startsWith('0 999') ? [] : ['repare'],
  )
})
