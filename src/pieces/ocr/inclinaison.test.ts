import { describe, expect, test } from 'vitest'
import { exampleGris } from './examplePage'
import type { Gris } from './gris'
import { findInclinaison } from './inclinaison'

/** The page turned a quarter clockwise. */
function quarterTurn({ largeur, hauteur, points }: Gris): Gris {
  const turned = new Uint8Array(points.length)
  for (let y = 0; y < hauteur; y++)
    for (let x = 0; x < largeur; x++) turned[x * hauteur + (hauteur - 1 - y)] = points[y * largeur + x] ?? 0
  return { largeur: hauteur, hauteur: largeur, points: turned }
}

describe('how a page lies', () => {
  test.each([-6, -3.5, -2, -0.5, 0, 0.3, 1, 2, 4, 6.5])('a page that leans by %d degrees', (degres) => {
    const found = findInclinaison(exampleGris(degres))
    expect(found.quarts).toBe(0)
    expect(Math.abs(found.degres - degres)).toBeLessThan(0.15)
  })

  test.each([-2, 0, 1.5])('the same on its side, leaning by %d degrees', (degres) => {
    const found = findInclinaison(quarterTurn(exampleGris(degres)))
    expect(found.quarts).toBe(1)
    expect(Math.abs(found.degres - degres)).toBeLessThan(0.15)
  })

  test('frames and rulings, which run both ways, do not turn it', () => {
    const page = exampleGris(0)
    for (let x = 100; x < 720; x += 60)
      for (let y = 100; y < 1_100; y++) page.points.fill(0, y * page.largeur + x, y * page.largeur + x + 3)
    expect(findInclinaison(page)).toEqual({ quarts: 0, degres: 0 })
  })

  test('a shadow over half of the page is no ink', () => {
    const page = exampleGris(2)
    const shaded = page.points.map((value, at) => (at % page.largeur < 400 ? value * 0.55 : value))
    expect(Math.abs(findInclinaison({ ...page, points: shaded }).degres - 2)).toBeLessThan(0.15)
  })

  test.each([0, 255])('a page of one grey (%d), or of hardly a point, lies as it is', (grey) => {
    for (const side of [1, 40, 900])
      expect(findInclinaison({ largeur: side, hauteur: side, points: new Uint8Array(side * side).fill(grey) })).toEqual(
        {
          quarts: 0,
          degres: 0,
        },
      )
  })
})
