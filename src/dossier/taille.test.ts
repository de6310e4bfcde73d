import { expect, test } from 'vitest'
import { profil } from '../format/profil'
import { showMo, showOctets } from './taille'

test.each([
  [0, '0\u00a0octet', '0\u00a0ko'],
  [1, '1\u00a0octet', '1\u00a0ko'],
  [48_213, '48\u00a0213\u00a0octets', '48\u00a0ko'],
  [1024 * 1024, '1\u00a0048\u00a0576\u00a0octets', '1,00\u00a0Mo'],
  [profil.pieceTailleMax, '3\u00a0145\u00a0728\u00a0octets', '3,00\u00a0Mo'],
  [profil.pieceTailleMax + 1, '3\u00a0145\u00a0729\u00a0octets', '3,01\u00a0Mo'],
  [profil.zipTailleMax, '209\u00a0715\u00a0200\u00a0octets', '200,00\u00a0Mo'],
  [5 * 1024 ** 3, '5\u00a0368\u00a0709\u00a0120\u00a0octets', '5\u00a0120,00\u00a0Mo'],
])('%d bytes are shown as %j and %j, never rounded under a limit', (bytes, octets, mo) => {
  expect(showOctets(bytes)).toBe(octets)
  expect(showMo(bytes)).toBe(mo)
})
