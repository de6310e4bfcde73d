import { doubted } from './doute'
import type { Lecture } from './lecture'
import { mapLus } from './lus'

/** Words from which on their lengths tell, and letters that they have on average at least. */
const seuils = [
  { mots: 15, moyenne: 3 },
  { mots: 25, moyenne: 3.4 },
]
/** Of so many words, those with more than five letters. */
const longs = { mots: 25, part: 0.06 }

/** Of so many words, one at least has more letters than these: «facture» has seven. */
const plusLongs = [
  { mots: 12, lettres: 5 },
  { mots: 20, lettres: 6 },
]

/** The words of a text, codes and numbers left out. */
const wordsOf = (texte: string): string[] =>
  texte
    .split(/\s+/)
    .flatMap((word) =>
      /^[^\p{L}\d]*\p{L}+[^\p{L}\d]*$/u.test(word) ? [word.replace(/\P{L}/gu, '').toLowerCase()] : [],
    )

/** Letters that the words of texts have on average; 0 when there are none. */
export function meanLength(textes: readonly string[]): number {
  const words = textes.flatMap(wordsOf)
  return words.reduce((sum, word) => sum + word.length, 0) / (words.length || 1)
}

/** Whether blanks break the words of a page every few letters: hardly any of them, each counted once, is as long as words are. */
export function isHache(textes: readonly string[]): boolean {
  // A title's letters may stand apart by themselves.
  const titles = textes.filter((texte) => /^\s*\S(?:\s+\S)*\s*$/.test(texte))
  const own = 2 * titles.length > textes.length ? textes : textes.filter((texte) => !titles.includes(texte))
  const words = [...new Set(own.flatMap(wordsOf))]
  const count = words.length
  return (
    seuils.some(({ mots, moyenne }) => count >= mots && meanLength(words) < moyenne) ||
    plusLongs.some(({ mots, lettres }) => count >= mots && words.every(({ length }) => length <= lettres)) ||
    (count >= longs.mots && words.filter(({ length }) => length > 5).length < longs.part * count)
  )
}

const doute = 'Des blancs coupent les mots et les nombres de ce document : comparez avec la page.'

/** A reading of text whose words are broken: any of its values may be the end of a longer one. */
export const doubtHache = (lecture: Lecture): Lecture => ({
  ...mapLus(lecture, (lu) => doubted(lu, doute)),
  type: { ...lecture.type, sure: false },
})
