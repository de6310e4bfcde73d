import type { LigneAvance } from '../format/avance'
import { cleanValeur } from '../format/texte'
import { emptyDemande, type Demande } from './dossier'
import { settleBeneficiaires } from './fromFichier'
import { settleMontant } from './montant'
import { settleNumeroASP } from './numeros'

/**
 * Demandes d'avance that the clerk chose → demandes de solde begun: numbers, FINESS, and the purchase order's amount as
 * the upper bound of the invoice's. `newId` gives each its id. guide §3.2, format §7
 */
export const fromAvance = (avances: readonly LigneAvance[], newId: () => string): Demande[] =>
  avances.map((avance) => {
    const empty = emptyDemande(newId())
    return {
      ...empty,
      saisie: {
        ...empty.saisie,
        numeroASP: settleNumeroASP(avance.numeroASP),
        numeroEditeur: cleanValeur(avance.numeroEditeur),
        beneficiaires: settleBeneficiaires(avance.beneficiaires),
        montantCommande: settleMontant(avance.montantSegurHTCommande),
      },
    }
  })
