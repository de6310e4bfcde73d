import { useMemo } from 'react'
import { demandeOf } from '../poste/useDemande'
import { suggestionsOf, type ChampLu, type Suggere } from './suggestions'
import { useApp } from '../poste/travail'

const none: readonly Suggere[] = []

/** What the documents of a demande say of one field; looked for again when that field or a document changes. */
export function useSuggestions(demandeId: string, champ: ChampLu): readonly Suggere[] {
  const typed = useApp((state) => demandeOf(state, demandeId)?.saisie[champ])
  const piece = useApp((state) => demandeOf(state, demandeId)?.pieces.FACTURE ?? null)
  const attestation = useApp((state) => demandeOf(state, demandeId)?.pieces.VA ?? null)
  const facture = useApp((state) => (piece && state.lectures[piece.id]) ?? null)
  const va = useApp((state) => (attestation && state.lectures[attestation.id]) ?? null)
  return useMemo(
    () => (typed === undefined ? none : suggestionsOf(champ, typed, { facture, va, piece })),
    [champ, typed, facture, va, piece],
  )
}
