import { etatOf, type EtatDemande } from '../../dossier/checkDossier'
import { compteOf, type Compte } from '../../dossier/compte'
import type { Demande } from '../../dossier/dossier'
import type { State } from '../../travail/state'
import { constatsOf } from './useConstats'
import { useApp } from './travail'

/** The demande of that id; undefined once it was taken out. */
export const demandeOf = ({ dossier }: State, id: string): Demande | undefined =>
  dossier.demandes.find((demande) => demande.id === id)

/** One demande's state and counts. The counts keep their identity while nothing changed for it. */
export function useEtatDemande(demande: Demande): { etat: EtatDemande; compte: Compte } {
  const constats = useApp((state) => constatsOf(state, demande.id))
  const verifies = useApp((state) => state.dossier.verifies)
  return { etat: etatOf(demande, constats, verifies), compte: compteOf(constats, verifies) }
}
