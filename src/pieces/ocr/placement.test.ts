import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameOnPage, sizeOf, uprightSize, type Placement } from './placement'

const page = { largeur: 595, hauteur: 842 }
const cadre = { x: 100, y: 200, largeur: 80, hauteur: 10 }
const placement = (degres: number): Placement => ({ page, degres, echelle: 4 })
const near = (frame: object) =>
  Object.fromEntries(Object.entries(frame).map(([key, value]) => [key, expect.closeTo(Number(value), 6) as unknown]))

test('an upright page is drawn as it is', () => {
  expect(sizeOf(placement(0))).toEqual({ largeur: 2_380, hauteur: 3_368 })
  expect(frameOnPage(cadre, placement(0))).toEqual(near(cadre))
})

test('a page on its side, whose text reads downwards, is drawn as wide as it is high', () => {
  expect(sizeOf(placement(90))).toEqual({ largeur: 3_368, hauteur: 2_380 })
  // Text at the left top of the upright page stands at the right top of the page as displayed.
  expect(frameOnPage({ x: 0, y: 0, largeur: 80, hauteur: 10 }, placement(90))).toEqual(
    near({ x: 585, y: 0, largeur: 10, hauteur: 80 }),
  )
})

test('a page upside down: what is first is last', () => {
  expect(frameOnPage({ x: 0, y: 0, largeur: 80, hauteur: 10 }, placement(180))).toEqual(
    near({ x: 515, y: 832, largeur: 80, hauteur: 10 }),
  )
})

test('whatever the lean, the upright page holds the whole page, and a frame’s middle comes back to where it was', () => {
  fc.assert(
    fc.property(fc.double({ min: -180, max: 360, noNaN: true }), (degres) => {
      const upright = uprightSize(placement(degres))
      const middle = { x: upright.largeur / 2 - 5, y: upright.hauteur / 2 - 5, largeur: 10, hauteur: 10 }
      const shown = frameOnPage(middle, placement(degres))
      expect(shown.x + shown.largeur / 2).toBeCloseTo(page.largeur / 2, 6)
      expect(shown.y + shown.hauteur / 2).toBeCloseTo(page.hauteur / 2, 6)
      const whole = frameOnPage({ x: 0, y: 0, ...upright }, placement(degres))
      expect(whole.x).toBeLessThan(0.5)
      expect(whole.x + whole.largeur).toBeGreaterThan(page.largeur - 0.5)
    }),
  )
})
