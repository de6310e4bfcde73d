import { describe, expect, test } from 'vitest'
import { confianceOf, readMots } from './mots'

const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 })
const word = (text: string, bbox: ReturnType<typeof box>, confidence = 95) => ({ text, bbox, confidence })

/** Tesseract's JSON of a page of one line. */
const page = (words: readonly ReturnType<typeof word>[], baseline = box(100, 140, 900, 140), rowHeight = 36) =>
  JSON.stringify({
    blocks: [
      { paragraphs: [{ lines: [{ bbox: box(100, 100, 900, 150), baseline, rowAttributes: { rowHeight }, words }] }] },
    ],
  })

describe('words of a recognised line', () => {
  test('stand on its baseline and are as high as it, whatever letters they hold', () => {
    const words = [word('son', box(100, 118, 160, 140)), word('Âge', box(170, 98, 240, 150))]
    expect(readMots(page(words))).toEqual([
      [
        { texte: 'son', confiance: 95, x: 100, largeur: 60, y: 104, hauteur: 36 },
        { texte: 'Âge', confiance: 95, x: 170, largeur: 70, y: 104, hauteur: 36 },
      ],
    ])
  })

  test('follow a baseline that leans', () => {
    const words = [word('HT', box(100, 110, 140, 140)), word('10,00', box(860, 120, 900, 150))]
    const [[first, last] = []] = readMots(page(words, box(100, 140, 900, 150)))
    expect([first?.y, last?.y]).toEqual([104.25, 113.75])
  })

  test('a row that says no height is as high as its box', () => {
    const [[mot] = []] = readMots(page([word('HT', box(100, 110, 140, 140))], undefined, 0))
    expect(mot?.hauteur).toBe(60)
  })

  test('strokes of a frame are no words, a dash in a sentence is one', () => {
    const words = ['|', '—', '_|', '\\', '-'].map((sign) => word(sign, box(100, 110, 140, 140), 40))
    expect(readMots(page(words))).toEqual([])
    expect(readMots(page([word('–', box(100, 110, 140, 140), 96)]))[0]).toHaveLength(1)
  })

  test('a page without blocks has none', () => {
    expect(readMots('{"blocks":[]}')).toEqual([])
  })
})

test('confidence weighs words by their signs; a few signs give none', () => {
  const words = [word('attestation', box(0, 0, 9, 9), 90), word('de vérification', box(0, 0, 9, 9), 80)]
  expect(confianceOf(readMots(page(words)))).toBeCloseTo((11 * 90 + 15 * 80) / 26)
  expect(confianceOf(readMots(page([word('HT', box(0, 0, 9, 9))])))).toBe(0)
  expect(confianceOf([])).toBe(0)
})
