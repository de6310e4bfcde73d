import type { DemandeProposee } from '../../tableau/importer'

/** What of a table is taken into the dossier, and what not. */
export interface Retenues {
  nouvelles: readonly DemandeProposee[]
  modifiees: readonly DemandeProposee[]
  /** In the dossier already, just as the table has them. */
  inchangees: readonly DemandeProposee[]
  /** Bad ones, whether they are taken or not. */
  fautives: readonly DemandeProposee[]
}

const isFautive = ({ erreurs, problemes }: DemandeProposee) => erreurs.length + problemes.length > 0

/** Parts the demandes of a table; bad ones are among those taken only when the clerk says so. */
export function retenir(demandes: readonly DemandeProposee[], avecErreurs: boolean): Retenues {
  const fautives = demandes.filter(isFautive)
  const taken = avecErreurs ? demandes : demandes.filter((proposee) => !isFautive(proposee))
  return {
    nouvelles: taken.filter(({ existe }) => !existe),
    modifiees: taken.filter(({ existe, changements }) => existe && changements.length > 0),
    inchangees: taken.filter(({ existe, changements }) => existe && changements.length === 0),
    fautives,
  }
}
