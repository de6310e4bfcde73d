import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { emptySaisie } from '../../dossier/dossier'
import {
  ensemblesOf,
  suggestionsOf,
  type ChampLu,
  type Documents,
  type Ensemble,
  type SaisieLue,
  type Suggere,
} from '../../travail/suggestions'
import { demandeOf } from '../poste/useDemande'
import { useApp } from '../poste/travail'

const none: readonly Suggere[] = []

function useDocuments(demandeId: string): Documents {
  const piece = useApp((state) => demandeOf(state, demandeId)?.pieces.FACTURE ?? null)
  const attestation = useApp((state) => demandeOf(state, demandeId)?.pieces.VA ?? null)
  const facture = useApp((state) => (piece && state.lectures[piece.id]) ?? null)
  const va = useApp((state) => (attestation && state.lectures[attestation.id]) ?? null)
  return useMemo(() => ({ facture, va, piece }), [facture, va, piece])
}

/** What the documents of a demande say of one field; looked for again when that field or a document changes. */
export function useSuggestions(demandeId: string, champ: ChampLu): readonly Suggere[] {
  const typed = useApp((state) => demandeOf(state, demandeId)?.saisie[champ])
  const documents = useDocuments(demandeId)
  return useMemo(() => (typed === undefined ? none : suggestionsOf(champ, typed, documents)), [champ, typed, documents])
}

const pickLus = ({
  numeroASP,
  dateFacture,
  montantSegurHTFacture,
  beneficiaires,
  montantsAdditionnes,
}: SaisieLue): SaisieLue => ({ numeroASP, dateFacture, montantSegurHTFacture, beneficiaires, montantsAdditionnes })

/** What each document of a demande says of several fields that are empty. */
export function useEnsembles(demandeId: string): readonly Ensemble[] {
  const saisie = useApp(useShallow((state) => pickLus(demandeOf(state, demandeId)?.saisie ?? emptySaisie)))
  const documents = useDocuments(demandeId)
  return useMemo(() => ensemblesOf(saisie, documents), [saisie, documents])
}
