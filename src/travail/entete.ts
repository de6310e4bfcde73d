import type { Entete } from '../dossier/dossier'
import { nextNumeroFichier } from '../dossier/numeroFichier'
import { showNumeroFichier } from '../format/limites'
import { profil } from '../format/profil'
import { cleanValeur } from '../format/texte'
import { nomsDeposes } from '../records/depotTelecharge'
import type { Core } from './core'
import { emptyDossier } from './state'

export type Entetes = ReturnType<typeof createEntetes>

/** Headers of deposits, and the supplier that they share. */
export function createEntetes({ store, ports }: Core) {
  return {
    /** The header of a deposit begun today: the next free number of that ANS number's files. guide §3.3 */
    freshEntete: ({ numeroAns, SIRET, vague }: Pick<Entete, 'numeroAns' | 'SIRET' | 'vague'>): Entete => {
      const today = ports.clock.today()
      const numeroFichier =
        nextNumeroFichier(cleanValeur(numeroAns), today, nomsDeposes(store.getState().depots)) ??
        showNumeroFichier(profil.numeroFichierMax)
      return { ...emptyDossier(today).entete, numeroAns, SIRET, vague, numeroFichier }
    },

    /** The supplier as he is known: remembered, else as the header at work names him. */
    knownFournisseur: () => {
      const { fournisseur, dossier } = store.getState()
      return fournisseur ?? dossier.entete
    },

    /** Remembers the supplier of a header for the next deposit, once both numbers are right. */
    rememberFournisseur: async (entete: Entete) => {
      const { checkEntete } = await import('../dossier/checkEntete')
      const { contexte } = store.getState()
      const wrong = checkEntete(entete, contexte.today, contexte.nomsDeposes).some(
        ({ gravite, champ }) => gravite === 'erreur' && (champ === 'numeroAns' || champ === 'SIRET'),
      )
      if (wrong) return
      const { numeroAns, SIRET, vague } = entete
      const fournisseur = { numeroAns: cleanValeur(numeroAns), SIRET: cleanValeur(SIRET), vague }
      store.setState({ fournisseur })
      await ports.settings.saveSupplier(fournisseur)
    },
  }
}
