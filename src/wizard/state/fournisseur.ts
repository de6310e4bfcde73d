import { checkEntete } from '../../dossier/checkEntete'
import { saveSupplier } from '../../storage/supplier'
import { database } from './database'
import { store } from './store'

/** Remembers the header's supplier for the next deposit, once both numbers are right. */
export async function rememberFournisseur() {
  const { dossier, contexte } = store.getState()
  const wrong = checkEntete(dossier.entete, contexte.today, contexte.nomsDeposes).filter(
    ({ gravite, champ }) => gravite === 'erreur' && (champ === 'numeroAns' || champ === 'SIRET'),
  )
  if (wrong.length > 0) return
  const { numeroAns, SIRET, vague } = dossier.entete
  const fournisseur = { numeroAns: numeroAns.trim(), SIRET: SIRET.trim(), vague }
  store.setState({ fournisseur })
  await saveSupplier(database, fournisseur)
}
