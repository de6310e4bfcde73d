import { expect, test } from 'vitest'
import type { Mot } from './mots'
import { toTextePage } from './textePage'

const placement = { page: { largeur: 600, hauteur: 800 }, degres: 0, echelle: 2 }
const mot = (texte: string, x: number, largeur: number): Mot => ({
  texte,
  confiance: 90,
  x,
  largeur,
  y: 100,
  hauteur: 40,
})
const texts = (...mots: Mot[]) => toTextePage([mots], placement, []).items.map(({ texte }) => texte)

test('words with a space between them are one run, in points', () => {
  expect(toTextePage([[mot('Total', 100, 90), mot('HT', 202, 50)]], placement, [])).toEqual({
    largeur: 600,
    hauteur: 800,
    items: [{ texte: 'Total HT', x: 50, y: 50, largeur: 76, hauteur: 20 }],
  })
})

test('the order of the words is that of the page', () => {
  expect(texts(mot('HT', 202, 50), mot('Total', 100, 90))).toEqual(['Total HT'])
})

test('a gap of more than the height of the line begins another column', () => {
  expect(texts(mot('Total', 100, 90), mot('HT', 230, 50))).toEqual(['Total HT'])
  expect(texts(mot('Total', 100, 90), mot('HT', 231, 50))).toEqual(['Total', 'HT'])
})

test('a ruling between two words parts them, whatever their gap; one that is shorter than they are high does not', () => {
  const words = [mot('Total HT', 100, 90), mot('Taux', 202, 50)]
  const textsBeside = (x: number, haut: number, bas: number) =>
    toTextePage([words], placement, [{ x, haut, bas }]).items.map(({ texte }) => texte)
  expect(textsBeside(196, 60, 160)).toEqual(['Total HT', 'Taux'])
  expect(textsBeside(196, 110, 120)).toEqual(['Total HT Taux'])
  expect(textsBeside(120, 60, 160)).toEqual(['Total HT Taux'])
  expect(textsBeside(196, 300, 400)).toEqual(['Total HT Taux'])
})

test('where all spaces are wide, as a typewriter sets them, columns stand further apart', () => {
  const sentence = [mot('Dossier', 100, 140), mot('ASP', 270, 60), mot(':', 362, 10), mot('FINBIO000006', 404, 240)]
  expect(texts(...sentence, mot('FINESS', 690, 120))).toEqual(['Dossier ASP : FINBIO000006 FINESS'])
  expect(texts(...sentence, mot('FINESS', 720, 120))).toEqual(['Dossier ASP : FINBIO000006', 'FINESS'])
})

test('between numbers sooner, but the thousands of one amount stay together, and those of a SIRET', () => {
  expect(texts(mot('999', 100, 60), mot('201', 175, 60), mot('015', 250, 60), mot('00011', 345, 100))).toEqual([
    '999 201 015 00011',
  ])
  expect(texts(mot('27', 100, 40), mot('450,00', 175, 90))).toEqual(['27 450,00'])
  expect(texts(mot('1', 100, 20), mot('027', 150, 60), mot('450,00', 245, 90))).toEqual(['1 027 450,00'])
  expect(texts(mot('2', 100, 20), mot('1350,00', 150, 90))).toEqual(['2', '1350,00'])
  expect(texts(mot('20,00', 100, 80), mot('450,00', 212, 90))).toEqual(['20,00', '450,00'])
})
