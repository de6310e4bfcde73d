import { depotOf } from '../dossier/checkEntete'
import type { Dossier } from '../dossier/dossier'
import { nommerPieces, toFichier } from '../dossier/toFichier'
import { createBridge, type CallOptions } from '../worker/bridge'
import type { DepotAbilities } from './abilities'
import type { Commande, DepotPret, Forme } from './depot'
import type { ZipEntry } from './zipPieces'
import { createZipsFaits } from './zipsFaits'

const bridge = createBridge<DepotAbilities>(
  () => new Worker(new URL('./depot.worker.ts', import.meta.url), { type: 'module' }),
)

const zipsFaits = createZipsFaits()

/** `abandon`: stopped by the user. `ecart`: read back, a file differs. `pieceAbsente`: a pièce's bytes are not here. */
export type Preparation =
  | { ok: true; depot: DepotPret }
  | { ok: false; raison: 'abandon' }
  | { ok: false; raison: 'ecart' | 'pieceAbsente' | 'panne'; detail: string }

/**
 * A dossier without erreurs and its pièces' bytes → what the deposit is made from, in the guide's shape unless told;
 * the name of a pièce whose bytes are missing.
 */
export function toCommande(
  dossier: Dossier,
  octetsOf: (pieceId: string) => Blob | undefined,
  { modele = null, valeursFixes = {} }: Partial<Forme> = {},
): Commande | { absente: string } {
  const depot = depotOf(dossier.entete, dossier.passesOutre)
  if (!depot) throw new Error('A deposit was to be made before its header was free of erreurs')
  const pieces: Commande['pieces'][number][] = []
  for (const { nomFichier, piece } of dossier.demandes.flatMap((demande) =>
    nommerPieces(demande, dossier.entete.vague),
  )) {
    const octets = octetsOf(piece.id)
    if (!octets) return { absente: nomFichier }
    pieces.push({ nomFichier, octets, empreinte: piece.empreinte })
  }
  return { depot, fichier: toFichier(dossier), pieces, modele, valeursFixes, zipFait: null }
}

/** Makes the two files in the worker and reads them back before they are handed over. format §2, format §5 */
export async function prepareDepot(
  dossier: Dossier,
  octetsOf: (pieceId: string) => Blob | undefined,
  { signal, onProgress, ...forme }: { signal: AbortSignal; onProgress: (share: number) => void } & Partial<Forme>,
): Promise<Preparation> {
  const commande = toCommande(dossier, octetsOf, forme)
  if ('absente' in commande) return { ok: false, raison: 'pieceAbsente', detail: commande.absente }
  const zipFait = zipsFaits.find(commande.pieces)
  const made = await bridge.call('preparer', { ...commande, zipFait }, { signal, onProgress })
  if (!made.ok)
    return made.raison === 'abandon'
      ? { ok: false, raison: 'abandon' }
      : { ok: false, raison: 'panne', detail: made.detail }
  const { depot, ecarts } = made.valeur
  if (depot) zipsFaits.keep(commande.pieces, { zip: depot.zip, empreinte: depot.empreintes.zip })
  return depot ? { ok: true, depot } : { ok: false, raison: 'ecart', detail: ecarts.join(', ') }
}

/** The zip of a deposit made before, out of its pièces under their names: the same bytes as then. format §5 */
export const zipDepot = (pieces: readonly ZipEntry[], options: CallOptions) => bridge.call('zipper', pieces, options)
