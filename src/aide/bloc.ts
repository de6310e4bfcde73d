/** A part of a page of the guide: paragraphs, a list, steps in order, words with their sense, or a picture. */
export type Bloc =
  | { kind: 'texte'; texte: string }
  | { kind: 'liste' | 'etapes'; points: readonly string[] }
  | { kind: 'mots'; mots: readonly (readonly [mot: string, sens: string])[] }
  | { kind: 'image'; image: 'parcours' | 'ecran'; texte: string }

/** One page of the guide; `ancre` is its address, `#/aide/<ancre>`. */
export interface Page {
  ancre: string
  titre: string
  blocs: readonly Bloc[]
}

/** Short ways to write a page down. */
export const texte = (texte: string): Bloc => ({ kind: 'texte', texte })
export const liste = (...points: string[]): Bloc => ({ kind: 'liste', points })
export const etapes = (...points: string[]): Bloc => ({ kind: 'etapes', points })
export const mots = (...mots: [string, string][]): Bloc => ({ kind: 'mots', mots })
export const image = (image: 'parcours' | 'ecran', texte: string): Bloc => ({ kind: 'image', image, texte })
