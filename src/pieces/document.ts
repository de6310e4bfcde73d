import type { FormatFichier } from '../format/profil'

/** A document as the worker is handed it. */
export interface Document {
  octets: Blob
  formatFichier: FormatFichier
  /** URL of the folder of pdf.js' own files, with its final slash. */
  base: string
}

export const bytesOf = async (octets: Blob) => new Uint8Array(await octets.arrayBuffer())
