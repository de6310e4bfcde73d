import type { TypeFichier } from '../../format/profil'

/** What a document is by its own words. */
export type Genre =
  | 'facture'
  | 'avoir'
  | 'acompte'
  | 'situation'
  | 'proforma'
  | 'devis'
  | 'commande'
  | 'livraison'
  | 'relance'
  | 'autre'
  | 'va'

/** The kind as a sentence names it. */
export const nomsGenre: Record<Genre, string> = {
  facture: 'une facture',
  avoir: 'un avoir',
  acompte: 'une facture d’acompte',
  situation: 'une facture de situation',
  proforma: 'une facture pro forma',
  devis: 'un devis',
  commande: 'un bon de commande',
  livraison: 'un bon de livraison',
  relance: 'une relance, un relevé ou un reçu',
  autre: 'un autre document',
  va: 'une attestation',
}

/** The ASP's type of such a document; null when it takes none. guide §3.1 */
export const typeOfGenre = (genre: Genre): TypeFichier | null =>
  genre === 'va' ? 'VA' : ['facture', 'avoir', 'acompte', 'situation'].includes(genre) ? 'FACTURE' : null
