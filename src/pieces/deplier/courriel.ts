import PostalMime from 'postal-mime'
import type { FichierTrouve } from './deplier'

/** Files attached to a mail (RFC 5322, MIME); a mail attached to it is a file too. */
export async function readCourriel(bytes: Uint8Array): Promise<FichierTrouve[]> {
  const { attachments } = await PostalMime.parse(bytes, { forceRfc822Attachments: true })
  return attachments.map(({ filename, mimeType, related, disposition, content }) => ({
    nom: filename ?? (mimeType === 'message/rfc822' ? 'courriel.eml' : null),
    octets: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
    decor: mimeType.startsWith('image/') && (related === true || disposition === 'inline'),
  }))
}
