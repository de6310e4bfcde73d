import type { Contenu, TexteItem, TextePage } from './lecture'

const [width, pitch] = [6, 14]

/** A page drawn as text, for tests: a column of the text is 6 points, a line 14; two spaces part two items. */
export function examplePage(text: string): TextePage {
  const items = text.split('\n').flatMap((line, row) =>
    [...line.matchAll(/\S+(?: \S+)*/g)].map(({ index, 0: texte }): TexteItem => ({
      texte,
      x: 20 + index * width,
      y: 20 + row * pitch,
      largeur: texte.length * width,
      hauteur: 10,
    })),
  )
  return { largeur: 600, hauteur: 840, items }
}

/** Contents of a pièce of such pages. */
export const exampleContenu = (...pages: string[]): Contenu => ({
  pages: pages.map(examplePage),
  champs: [],
  xml: [],
  invisible: false,
})

/** Contents of a pièce that is an XML file. */
export const exampleXml = (...xml: string[]): Contenu => ({ pages: [], champs: [], xml, invisible: false })
