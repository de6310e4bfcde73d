import { expect, test } from 'vitest'
import { exampleContenu } from './examplePage'
import { readContenu } from './readContenu'
import { quartsOf, turnBack, turnUpright } from './tourne'

const page = { largeur: 600, hauteur: 800 }

test.each([0, 1, 2, 3] as const)('a frame turned upright by %i quarters and back is itself', (quarts) => {
  const size = { ...page, quarts }
  const corners = [turnUpright([100, 200], size), turnUpright([130, 250], size)] as const
  const [left, right] = [Math.min(corners[0][0], corners[1][0]), Math.max(corners[0][0], corners[1][0])]
  const [top, bottom] = [Math.min(corners[0][1], corners[1][1]), Math.max(corners[0][1], corners[1][1])]
  expect(turnBack({ x: left, y: top, largeur: right - left, hauteur: bottom - top }, size)).toEqual({
    x: 100,
    y: 200,
    largeur: 30,
    hauteur: 50,
  })
})

test.each([
  [10, 0, 0],
  [0, 10, 1],
  [-10, 1, 2],
  [0, -10, 3],
  [10, 10, null],
])('text along (%i, %i) lies %s quarters', (dx, dy, quarts) => {
  expect(quartsOf(dx, dy)).toBe(quarts)
})

test('values of a page that lies on its side are framed on the page as displayed', () => {
  const contenu = exampleContenu('Dossier FINBIO000006')
  const turned = { ...contenu, pages: contenu.pages.map((upright) => ({ ...upright, ...page, quarts: 1 as const })) }
  const [plain, lying] = [readContenu(contenu).numeroASP?.cadre, readContenu(turned).numeroASP?.cadre]
  expect(lying).toEqual(plain && turnBack(plain, { ...page, quarts: 1 }))
})
