import { expect, test } from 'vitest'
import { shrinkGris, toGris, writePgm } from './gris'

test('black, white and the colours between come out as grey', () => {
  const data = Uint8ClampedArray.of(0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255, 0, 0, 255, 255)
  expect([...toGris({ width: 2, height: 2, data }).points]).toEqual([0, 255, 76, 28])
})

test('a smaller page has the mean of each square, what is left over at its edges left out', () => {
  const points = Uint8Array.of(0, 10, 99, 20, 30, 99, 99, 99, 99)
  expect(shrinkGris({ largeur: 3, hauteur: 3, points }, 2)).toEqual({
    largeur: 1,
    hauteur: 1,
    points: Uint8Array.of(15),
  })
})

test('a PGM says its size and its greys', () => {
  const bytes = writePgm({ largeur: 2, hauteur: 1, points: Uint8Array.of(7, 200) })
  expect(new TextDecoder('latin1').decode(bytes)).toBe('P5\n2 1\n255\n\x07È')
})
