import { depotOf } from '../dossier/checkEntete'
import type { Dossier } from '../dossier/dossier'
import { nommerPieces, toFichier } from '../dossier/toFichier'
import { createBridge, type CallOptions } from '../worker/bridge'
import { headersOf, keepHeaders } from '../zip/known'
import type { ZipEntry } from '../zip/zipPieces'
import type { DepotAbilities } from './abilities'
import type { Commande, DepotPret, Forme } from './depot'
import { createZipsFaits } from './zipsFaits'

const bridge = createBridge<DepotAbilities>(
  () => new Worker(new URL('./depot.worker.ts', import.meta.url), { type: 'module' }),
)

const zipsFaits = createZipsFaits()
/** Bytes that were read back from a zip. */
const relues = new WeakSet<Blob>()

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
    const relue = relues.has(octets)
    pieces.push({ nomFichier, octets, empreinte: piece.empreinte, headers: headersOf(octets), relue })
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
  const { pieces } = commande
  const zipFait = zipsFaits.find(pieces)
  const made = await bridge.call('preparer', { ...commande, zipFait }, { signal, onProgress })
  if (!made.ok)
    return made.raison === 'abandon'
      ? { ok: false, raison: 'abandon' }
      : { ok: false, raison: 'panne', detail: made.detail }
  if (!made.valeur.depot) return { ok: false, raison: 'ecart', detail: made.valeur.ecarts.join(', ') }
  const { depot, headers } = made.valeur
  zipsFaits.keep(pieces, { zip: depot.zip, empreinte: depot.empreintes.zip })
  headers.forEach((one, rank) => {
    const octets = pieces[rank]?.octets
    if (!octets) return
    keepHeaders(octets, one)
    relues.add(octets)
  })
  return { ok: true, depot }
}

/** The zip of a deposit made before, out of its pièces under their names: the same bytes as then. format §5 */
export const zipDepot = (pieces: readonly ZipEntry[], options: CallOptions) => bridge.call('zipper', pieces, options)
