import type { ModeleRetenu } from '../../storage/modele'
import { saveModeleRetenu } from '../../storage/modele'
import { saveSupplier } from '../../storage/supplier'
import { say, setEntete } from '../state/actions'
import { database } from '../state/database'
import { store } from '../state/store'
import type { ModeleOuvert } from './contenu'

/** Keeps the modèle for this deposit and the next ones; null goes back to the guide's shape. */
export async function retenirModele(modele: ModeleRetenu | null) {
  store.setState({ modele })
  const saved = await saveModeleRetenu(database, modele)
  if (!saved.ok) say('Le modèle sert à cette page, mais n’a pas pu être gardé pour la suite.')
}

/** Takes an opened file as the ASP's modèle; the wave word of its names is learned, and said. format §4, format §7 */
export async function prendreModele({ nom, texte, depot }: Pick<ModeleOuvert, 'nom' | 'texte' | 'depot'>) {
  const before = store.getState().modele
  const valeursFixes = before?.texte === texte ? before.valeursFixes : {}
  await retenirModele({ nomFichier: nom, texte, luLe: new Date().toISOString(), valeursFixes })
  say(`Les fichiers seront écrits d’après le modèle « ${nom} ».`)
  if (depot.vague !== null) await apprendreVague(depot.vague)
}

/** The wave word becomes this deposit's and the next ones'. */
async function apprendreVague(vague: NonNullable<ModeleOuvert['depot']['vague']>) {
  const { dossier, fournisseur, brouillon, revisions } = store.getState()
  if (brouillon && dossier.entete.vague !== vague) {
    setEntete({ ...dossier.entete, vague })
    store.setState({ revisions: { ...revisions, entete: (revisions.entete ?? 0) + 1 } })
    say(`Le modèle nomme les pièces « ${vague} » : ce nommage est repris.`)
  }
  const known = { ...(fournisseur ?? dossier.entete), vague }
  store.setState({ fournisseur: known })
  await saveSupplier(database, known)
}
