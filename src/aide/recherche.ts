import type { Bloc, Page } from './bloc'

/** A text for searching: no accent, no letter case, plain apostrophes. */
export const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .toLowerCase()

/** Whether a text holds every word that is looked for, in any order. */
export function holdsAll(text: string, searched: string): boolean {
  const folded = fold(text)
  return fold(searched)
    .split(' ')
    .every((word) => folded.includes(word))
}

const wordsOf = (bloc: Bloc): string => {
  switch (bloc.kind) {
    case 'texte':
    case 'image':
      return bloc.texte
    case 'liste':
    case 'etapes':
      return bloc.points.join(' ')
    case 'mots':
      return bloc.mots.flat().join(' ')
  }
}

/** All the words of a page. */
export const textOf = ({ titre, blocs }: Page) => [titre, ...blocs.map(wordsOf)].join(' ')
