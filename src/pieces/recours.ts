import type { FormatFichier } from '../format/profil'

/** Pictures of other kinds that can be made a JPG or PNG. */
export type ConvertibleNature = 'heic' | 'tiff' | 'webp' | 'avif' | 'gif' | 'bmp'

/** A way to make a pièce of a file that is none as it stands. */
export type Recours =
  | { kind: 'reduire'; formatFichier: FormatFichier }
  | { kind: 'convertir'; nature: ConvertibleNature }
  | { kind: 'ouvrir' }
