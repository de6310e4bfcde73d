import type { FormatFichier } from '../../format/profil'
import type { Perte } from '../pdf/pdfObjects'
import type { MethodePdf } from './shrinkPdf'

export interface DemandeReduction {
  octets: Blob
  formatFichier: FormatFichier
  /** URL of the folder of pdf.js' own files, with its final slash. */
  base: string
  /** Bytes that the result may have. */
  cible: number
}

/** `aucune`: it was light enough. `photo`: the picture lost detail. Others: see `MethodePdf`. Sizes in bytes. */
export type Reduction =
  | {
      ok: true
      octets: Blob
      formatFichier: FormatFichier
      avant: number
      apres: number
      methode: 'aucune' | 'photo' | MethodePdf
      pertes: Perte[]
    }
  | { ok: false; raison: 'tropGros' | 'tropGrand' | 'illisible' | 'motDePasse' | 'champs' }

/** Makes a document lighter while its small print can still be read; or says why it cannot. */
export async function reduire(
  { octets, formatFichier, base, cible }: DemandeReduction,
  onProgress: (share: number) => void,
): Promise<Reduction> {
  const avant = octets.size
  const done = (lighter: Blob, format: FormatFichier, methode: 'aucune' | 'photo' | MethodePdf, pertes: Perte[] = []) =>
    ({ ok: true, octets: lighter, formatFichier: format, avant, apres: lighter.size, methode, pertes }) as const
  if (avant <= cible) return done(octets, formatFichier, 'aucune')
  if (formatFichier === 'XML') return { ok: false, raison: 'tropGros' }
  if (formatFichier === 'PDF') {
    const { shrinkPdf } = await import('./shrinkPdf')
    const pdf = await shrinkPdf(octets, { base, cible }, onProgress)
    return typeof pdf === 'string' ? { ok: false, raison: pdf } : done(pdf.octets, 'PDF', pdf.methode, pdf.pertes)
  }
  const { shrinkPicture } = await import('./shrinkPicture')
  const picture = await shrinkPicture(octets, formatFichier, cible, onProgress)
  if (typeof picture === 'string') return { ok: false, raison: picture }
  return done(picture.octets, picture.formatFichier, 'photo')
}
