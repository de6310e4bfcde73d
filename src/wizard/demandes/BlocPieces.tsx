import { profil } from '../../format/profil'
import { FieldCard } from '../../ui/Card'
import { EmplacementPiece } from './EmplacementPiece'

/** The two documents of a demande (its id), each at its place. guide §3.1 */
export function BlocPieces({ demande }: { demande: string }) {
  return (
    <FieldCard legend="Pièces justificatives">
      {profil.typesFichier.map((type) => (
        <EmplacementPiece key={type} demande={demande} type={type} />
      ))}
    </FieldCard>
  )
}
