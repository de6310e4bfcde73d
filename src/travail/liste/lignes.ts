import { etatOf, type Bilan, type EtatDemande } from '../../dossier/checkDossier'
import { bloquantsOf, compteOf, type Compte } from '../../dossier/compte'
import type { Demande, Dossier } from '../../dossier/dossier'

/** A demande as a list shows it. */
export interface Ligne {
  demande: Demande
  /** Its rank in the file, from 1: the order of a view never changes it. */
  numLigne: number
  etat: EtatDemande
  compte: Compte
}

const none: Compte = { erreurs: 0, manques: 0, alertes: 0 }

/** The demandes in the order of the file, each with what was found in it. */
export const lignesOf = ({ demandes, verifies }: Dossier, bilan: Bilan): Ligne[] =>
  demandes.map((demande, index) => {
    const constats = bilan.demandes.get(demande.id)
    return {
      demande,
      numLigne: index + 1,
      etat: etatOf(demande, constats ?? [], verifies),
      compte: constats ? compteOf(constats, verifies) : none,
    }
  })

/** How many demandes something still blocks. */
export const countACompleter = ({ demandes, verifies }: Dossier, bilan: Bilan) =>
  demandes.filter(({ id }) => bloquantsOf(compteOf(bilan.demandes.get(id) ?? [], verifies)) > 0).length
