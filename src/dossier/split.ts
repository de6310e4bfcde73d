import { profil, type Vague } from '../format/profil'
import { tailleEntrees, tailleZipVide } from '../format/tailleZip'
import type { Demande, Dossier } from './dossier'
import { numeroPlus } from './numeros'
import { nommerPieces } from './toFichier'

/** One of the deposits that a work list is split into. */
export interface Lot {
  /** The dossier of this deposit alone: its own file number, its own demandes. */
  dossier: Dossier
  /** Rank in the whole list, from 1, of its first and last demande. */
  premiere: number
  derniere: number
  /** Bytes of its zip, headers included. */
  taille: number
}

/**
 * A work list of any length → as few deposits as its order allows, each within 200 demandes and 200 000 000 bytes, with
 * consecutive file numbers. A list that fits one file gives one lot: the dossier itself. format §6
 */
export function splitDossier(dossier: Dossier): Lot[] {
  const sizes = sizesOf(dossier)
  const ends = splitSizes(sizes)
  return ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    const taille = sizes.slice(start, end).reduce((sum, size) => sum + size, tailleZipVide)
    const lot = ends.length === 1 ? dossier : part(dossier, start, end, index)
    return { dossier: lot, premiere: start + 1, derniere: end, taille }
  })
}

/** How many deposits a work list comes to, and the bytes of a zip that would hold the pièces of all. format §6 */
export function weighDossier(dossier: Pick<Dossier, 'demandes' | 'entete'>): { depots: number; tailleZip: number } {
  const sizes = sizesOf(dossier)
  return { depots: splitSizes(sizes).length, tailleZip: sizes.reduce((sum, size) => sum + size, tailleZipVide) }
}

const part = (dossier: Dossier, start: number, end: number, index: number): Dossier => ({
  ...dossier,
  entete: { ...dossier.entete, numeroFichier: numeroPlus(dossier.entete.numeroFichier, index) },
  demandes: dossier.demandes.slice(start, end),
})

const sizesOf = ({ demandes, entete: { vague } }: Pick<Dossier, 'demandes' | 'entete'>) =>
  demandes.map((demande) => tailleDemande(demande, vague))

// Remembered by the demande: a key typed in one of two thousand weighs that one again.
const tailles = new WeakMap<Demande, { vague: Vague; taille: number }>()

/** Bytes that the pièces of a demande take in the zip, headers included. */
function tailleDemande(demande: Demande, vague: Vague): number {
  const known = tailles.get(demande)
  if (known?.vague === vague) return known.taille
  const entrees = nommerPieces(demande, vague).map(({ nomFichier, piece }) => ({ nomFichier, taille: piece.taille }))
  const taille = tailleEntrees(entrees)
  tailles.set(demande, { vague, taille })
  return taille
}

/**
 * Sizes in bytes, in order → where each deposit ends (exclusive). Each takes all that still fits: with the order kept,
 * no other cut needs fewer. A size beyond the limit stands alone.
 */
export function splitSizes(sizes: readonly number[]): number[] {
  const ends: number[] = []
  let [count, taille] = [0, tailleZipVide]
  sizes.forEach((size, index) => {
    if (count > 0 && (count === profil.demandesMax || taille + size > profil.zipTaillePrudente)) {
      ends.push(index)
      ;[count, taille] = [0, tailleZipVide]
    }
    count += 1
    taille += size
  })
  return count > 0 ? [...ends, sizes.length] : ends
}
