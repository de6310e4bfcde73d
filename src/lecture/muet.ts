import type { FormatFichier } from '../format/profil'
import type { Lecture } from './lecture'

/** Whether a document that was read says nothing by itself, but has pages on which something may be recognised. */
export const isMuet = (formatFichier: FormatFichier, lecture: Lecture | null): boolean =>
  formatFichier !== 'XML' && lecture?.texteLisible !== true
