import { useMemo } from 'react'
import { suggestionsOf, type ChampLu, type Suggere } from './suggestions'
import { useApp } from '../poste/travail'

const none: readonly Suggere[] = []

/** What the documents of a demande say of one field. */
export function useSuggestions(demandeId: string, champ: ChampLu): readonly Suggere[] {
  const demande = useApp((state) => state.dossier.demandes.find(({ id }) => id === demandeId))
  const piece = demande?.pieces.FACTURE ?? null
  const facture = useApp((state) => (piece && state.lectures[piece.id]) ?? null)
  const va = useApp((state) => (demande?.pieces.VA && state.lectures[demande.pieces.VA.id]) ?? null)
  const saisie = demande?.saisie
  return useMemo(
    () => (saisie ? suggestionsOf(champ, saisie, { facture, va, piece }) : none),
    [champ, saisie, facture, va, piece],
  )
}
