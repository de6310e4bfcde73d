import { sniffLength, sniffNature } from '../sniff'

/** A file that was inside another. */
export interface FichierJoint {
  nom: string
  octets: Blob
}

/** A file found inside another; `decor`: a picture that the text of a mail shows, a logo most often. */
export interface FichierTrouve {
  nom: string | null
  octets: Uint8Array
  decor: boolean
}

/** What holds other files: a mail as text, one of Outlook's, a signed envelope. */
export type Contenant = 'courriel' | 'outlook' | 'enveloppe'

const maxFiles = 50
const maxBytes = 100 * 1024 * 1024

/** The files inside a mail or an envelope that may be pièces; null when it is none, or damaged. `nom` is the container's own. */
export async function deplier({
  octets,
  nom,
  contenant,
}: {
  octets: Blob
  nom: string
  contenant: Contenant
}): Promise<FichierJoint[] | null> {
  if (octets.size > maxBytes) return null
  const bytes = new Uint8Array(await octets.arrayBuffer())
  try {
    const found = await (await readers[contenant]())(bytes)
    return found && retenir(found, nom)
  } catch {
    // The libraries tell damage only by throwing: such a file says how to go on without them.
    return null
  }
}

type Reader = (bytes: Uint8Array) => FichierTrouve[] | null | Promise<FichierTrouve[] | null>

const readers: Record<Contenant, () => Promise<Reader>> = {
  courriel: async () => (await import('./courriel')).readCourriel,
  outlook: async () => (await import('./outlook')).readOutlook,
  enveloppe: async () => (await import('./enveloppe')).readEnveloppe,
}

/** Those that may be pièces or lead to one, under names of their own; pictures of the text only when nothing else is there. */
export function retenir(found: readonly FichierTrouve[], contenant: string): FichierJoint[] {
  const possible = found.filter(({ octets }) => isPossible(octets)).slice(0, maxFiles)
  const attached = possible.filter(({ decor }) => !decor)
  const bare = contenant.replace(/\.(?:p7m|p7s|eml|msg)$/i, '')
  return (attached.length > 0 ? attached : possible).map(({ nom, octets }) => ({
    nom: baseName(nom ?? '') || bare,
    octets: new Blob([octets.slice()]),
  }))
}

function isPossible(octets: Uint8Array): boolean {
  if (octets.length === 0) return false
  const nature = sniffNature(octets.subarray(0, sniffLength))
  return nature.formatFichier !== null || !['autre', 'lien', 'ole'].includes(nature.kind)
}

// The last part alone, without signs that are not shown: it is the sender who chose it.
const baseName = (nom: string) =>
  nom
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim() ?? ''
