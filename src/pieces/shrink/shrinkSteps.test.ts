import { describe, expect, test } from 'vitest'
import { qualites, fitSize, longSide } from './shrinkSteps'

describe('steps of shrinking', () => {
  test('each step loses something, none goes under 110 dots per inch', () => {
    qualites.slice(1).forEach(({ ppp, qualite }, rank) => {
      const before = qualites[rank]
      expect(before && (ppp < before.ppp || qualite < before.qualite) && ppp <= before.ppp).toBe(true)
    })
    expect(Math.min(...qualites.map(({ ppp }) => ppp))).toBe(110)
  })

  test.each([
    ['an A4 at 300 dots per inch', 2480, 3508, 150, [1240, 1754]],
    ['the same lying', 3508, 2480, 150, [1754, 1240]],
    ['a photo', 2700, 3600, 150, [1316, 1754]],
    ['a small picture, never enlarged', 600, 800, 150, [600, 800]],
    ['a long receipt keeps its width', 1000, 9000, 150, [1000, 9000]],
    ['a wide and long receipt comes down to a page’s width', 2480, 12_400, 150, [1240, 6201]],
    ['a strip stays within what browsers draw', 100, 60_000, 150, [27, 16_000]],
    ['a line one pixel wide', 1, 40_000, 150, [1, 16_000]],
  ])('%s', (_what, largeur, hauteur, ppp, [width, height]) => {
    const fitted = fitSize({ largeur, hauteur }, ppp)
    expect(Math.abs(fitted.largeur - (width ?? 0))).toBeLessThanOrEqual(1)
    expect(Math.abs(fitted.hauteur - (height ?? 0))).toBeLessThanOrEqual(1)
  })

  test('a page larger than A3 is counted as an A4', () => {
    expect(longSide({ largeur: 595, hauteur: 842 })).toBe(842)
    expect(longSide({ largeur: 1190.55, hauteur: 841.89 })).toBe(1190.55)
    expect(longSide({ largeur: 2480, hauteur: 3508 })).toBe(841.89)
  })
})
