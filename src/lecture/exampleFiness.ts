import { exampleContenu } from './examplePage'
import type { Contenu, TexteItem } from './lecture'
import { readContenu } from './readContenu'

/** A text drawn in stretches that `pattern` finds, as programs that set words or signs one by one do. */
const cut = (contenu: Contenu, pattern: RegExp): Contenu => ({
  ...contenu,
  pages: contenu.pages.map((page) => ({
    ...page,
    items: page.items.flatMap((item) => {
      const step = item.largeur / item.texte.length
      return [...item.texte.matchAll(pattern)].map(({ 0: texte, index }): TexteItem => ({
        ...item,
        texte,
        x: item.x + index * step,
        largeur: texte.length * step,
      }))
    }),
  })),
})

const drawings = [/.+/gu, /\S+/gu, /\S/gu]
/** What is too short is not held to be readable. */
const intro = 'Procès-verbal du système de gestion du laboratoire, fourni par la société X, biologie médicale\n\n\n'

/** The FINESS of a page of text, once for each of three ways to draw it: in order, and whether the list is sure. */
export const readFinessDrawn = (text: string) =>
  drawings.map((pattern) => {
    const { finess } = readContenu(cut(exampleContenu(intro + text), pattern))
    return { valeurs: finess.map(({ valeur }) => valeur).sort(), sure: finess.every(({ sure }) => sure) }
  })
