import type { PieceDuZip, ZipFait } from './depot'

type Contenu = readonly Pick<PieceDuZip, 'nomFichier' | 'empreinte'>[]

/** Zips kept: those of one work list that is split into a few deposits. */
const most = 4

/** The zips made last, by what is in them: an edit that changes neither names nor pièces makes none anew. */
export function createZipsFaits() {
  const faits = new Map<string, ZipFait>()
  return {
    /** The zip of exactly these pièces under these names in this order; null when none is kept. */
    find: (pieces: Contenu): ZipFait | null => faits.get(keyOf(pieces)) ?? null,
    keep: (pieces: Contenu, fait: ZipFait) => {
      faits.delete(keyOf(pieces))
      faits.set(keyOf(pieces), fait)
      for (const oldest of [...faits.keys()].slice(0, -most)) faits.delete(oldest)
    },
  }
}

const keyOf = (pieces: Contenu) => pieces.map(({ nomFichier, empreinte }) => `${nomFichier} ${empreinte}`).join('\n')
