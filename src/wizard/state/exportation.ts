import { writeExport, writeNomExport } from '../../storage/exportDraft'
import { octetsOf } from './octets'
import { currentDraft } from './session'

/** The draft at work as one file with its pièces, and its name; null when no draft is open. */
export async function exportBrouillon(
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<{ octets: Blob; nom: string } | null> {
  const draft = currentDraft()
  if (!draft) return null
  const pieces = new Map<string, Blob>()
  for (const { pieces: attached } of draft.dossier.demandes)
    for (const piece of Object.values(attached)) {
      const octets = piece && octetsOf(piece.id)
      if (octets) pieces.set(piece.id, octets)
    }
  return { octets: await writeExport(draft, pieces, { signal, onProgress }), nom: writeNomExport(draft) }
}
