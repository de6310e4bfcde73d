import type { FormatFichier } from '../format/profil'

/** Pictures of other kinds that can be made a JPG or PNG. */
export type ConvertibleNature = 'heic' | 'tiff' | 'webp' | 'avif' | 'gif' | 'bmp'

/** A file that was inside another: a `File`, where there are files. `size`: bytes. */
export interface FichierContenu {
  readonly name: string
  readonly size: number
  readonly type: string
}

/** A way to make a pièce of a file that is none as it stands. `prendre`: what was inside it. */
export type Recours =
  | { kind: 'reduire'; formatFichier: FormatFichier }
  | { kind: 'convertir'; nature: ConvertibleNature }
  | { kind: 'prendre'; fichiers: readonly FichierContenu[] }
  | { kind: 'ouvrir' }
