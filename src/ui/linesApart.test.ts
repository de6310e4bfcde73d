import { expect, test } from 'vitest'
import { partLines } from './linesApart'

test.each([
  ['1\n250,00', '1\t250,00'],
  ['1\r\n250,00\r\n', '1\t250,00'],
  ['a \n\n b', 'a\tb'],
  ['a\t\nb', 'a\t\tb'],
  ['a\u2028b\u2029c', 'a\tb\tc'],
  ['one line', 'one line'],
])('%j in one line is %j', (text, line) => expect(partLines(text)).toBe(line))
