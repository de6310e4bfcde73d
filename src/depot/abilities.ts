import { writeNomJson, writeNomZip } from '../format/names'
import { writeFichier } from '../format/write'
import type { Abilities } from '../worker/protocol'
import type { Commande, Fabrication } from './depot'
import { checkJson, checkTaille, checkZip } from './readBack'
import { empreinteOf } from '../octets/empreinte'
import { zipPieces, type ZipEntry } from '../zip/zipPieces'

/** What the worker of deposits can do. */
export const depotAbilities = {
  /** The zip of a deposit once more, out of the same pièces: the same bytes. format §5 */
  zipper: async (pieces: readonly ZipEntry[], onProgress: (share: number) => void): Promise<Blob> => {
    const parts = pieces.map((piece) => ({ ...piece, headers: null }))
    return (await zipPieces(parts, onProgress)).zip
  },
  /** Writes both files and reads them back; with any difference they are withheld, and the differences told. */
  preparer: async (
    { depot, fichier, pieces, modele, valeursFixes, zipFait }: Commande,
    onProgress: (share: number) => void,
  ): Promise<Fabrication> => {
    const text = writeFichier(fichier, modele ?? undefined, valeursFixes)
    const { zip, headers } = zipFait
      ? { ...zipFait, headers: [] }
      : await zipPieces(pieces, (share) => onProgress(share / 2))
    // The zip is hashed while it is read back: each waits for the disk in its turn.
    const [ecartsZip, empreinteZip] = zipFait
      ? [[], zipFait.empreinte]
      : await Promise.all([checkZip(zip, pieces, (share) => onProgress((1 + share) / 2)), empreinteOf(zip)])
    const ecarts = [...checkJson(text, fichier, modele), ...checkTaille(zip), ...ecartsZip]
    if (ecarts.length > 0) return { depot: null, ecarts }
    const json = new Blob([text], { type: 'application/json' })
    const empreintes = { json: await empreinteOf(json), zip: empreinteZip }
    return {
      depot: { json, nomJson: writeNomJson(depot), zip, nomZip: writeNomZip(depot), empreintes },
      ecarts: [],
      headers,
    }
  },
} satisfies Abilities

export type DepotAbilities = typeof depotAbilities
