import { describe, expect, test } from 'vitest'
import { eraseFilets } from './filets'
import type { Gris } from './gris'

const echelle = 4
const blank = (): Gris => ({ largeur: 600, hauteur: 400, points: new Uint8Array(600 * 400).fill(255) })

function draw({ largeur, points }: Gris, x: number, y: number, width: number, height: number, grey = 0) {
  for (let row = y; row < y + height; row++) points.fill(grey, row * largeur + x, row * largeur + x + width)
}
const inkOf = ({ points }: Gris) => points.filter((grey) => grey < 250).length

describe('rulings', () => {
  test.each([
    ['a line', 20, 100, 560, 4],
    ['a line to the edge of the page', 300, 100, 300, 4],
    ['a column’s edge', 100, 20, 4, 360],
    ['a column’s edge to the foot of the page', 100, 200, 4, 200],
  ])('%s is erased, its grey edges too', (_, x, y, width, height) => {
    const page = blank()
    draw(page, Math.max(0, x - 1), y - 1, Math.min(600 - x + 1, width + 2), height + (y + height < 400 ? 2 : 1), 200)
    draw(page, x, y, width, height)
    expect(inkOf(eraseFilets(page, echelle).gris)).toBeLessThan(20)
  })

  test('a frame is erased and the letters in it stay, also one that touches it', () => {
    const [page, letters] = [blank(), blank()]
    for (const one of [page, letters])
      for (let x = 60; x < 500; x += 20) for (const stem of [0, 8]) draw(one, x + stem, 150, 4, 40)
    draw(page, 20, 100, 560, 3)
    draw(page, 20, 193, 560, 3)
    expect(inkOf(eraseFilets(page, echelle).gris)).toBe(inkOf(letters))
    draw(page, 60, 186, 4, 8)
    expect(inkOf(eraseFilets(page, echelle).gris)).toBeGreaterThan(inkOf(letters))
  })

  test('a table is erased where its rulings meet too, and its columns are told', () => {
    for (const thickness of [2, 4, 8]) {
      const page = blank()
      for (const y of [40, 120, 200, 280]) draw(page, 60, y, 480, thickness)
      for (const x of [60, 200, 360, 540 - thickness]) draw(page, x, 40, thickness, 240 + thickness)
      const { gris, traits } = eraseFilets(page, echelle)
      expect(inkOf(gris)).toBe(0)
      for (const x of [60, 200, 360, 540 - thickness])
        expect(traits.some((trait) => Math.abs(trait.x - x) <= thickness && trait.haut <= 60 && trait.bas >= 260)).toBe(
          true,
        )
    }
  })

  test('a sign where two rulings meet stays', () => {
    const page = blank()
    draw(page, 60, 100, 480, 3)
    draw(page, 200, 40, 3, 240)
    draw(page, 190, 90, 24, 24)
    expect(inkOf(eraseFilets(page, echelle).gris)).toBeGreaterThan(300)
  })

  test('a filled cell stays, and so does a page of letters', () => {
    const page = blank()
    draw(page, 20, 20, 300, 60)
    for (let x = 40; x < 560; x += 24) draw(page, x, 200, 12, 30)
    expect(inkOf(eraseFilets(page, echelle).gris)).toBe(inkOf(page))
  })
})
