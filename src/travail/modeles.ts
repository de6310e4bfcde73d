import { showMessage } from '../format/message'
import type { ModeleRetenu } from '../records/modele'
import type { Changes } from './changes'
import type { Core } from './core'
import type { Entetes } from './entete'
import type { Notices } from './notices'
import type { ModeleOuvert } from './opening/contenu'

export type Modeles = ReturnType<typeof createModeles>

/** The ASP's modèle, for this deposit and the next ones. */
export function createModeles({ store, ports }: Core, changes: Changes, entetes: Entetes, notices: Notices) {
  /** Keeps the modèle; null goes back to the guide's shape. */
  const retenir = async (modele: ModeleRetenu | null) => {
    store.setState({ modele })
    const saved = await ports.settings.saveModele(modele)
    if (saved.ok) return
    notices.say(
      showMessage({
        faute: 'Le modèle sert à cette page, mais n’a pas pu être gardé.',
        remede: 'Ouvrez-le de nouveau à la prochaine visite.',
      }),
    )
  }

  /** The wave word becomes this deposit's and the next ones'. */
  const apprendreVague = async (vague: NonNullable<ModeleOuvert['depot']['vague']>) => {
    const { dossier, brouillon } = store.getState()
    if (brouillon && dossier.entete.vague !== vague) {
      const done = changes.change(brouillon.id, (now) => ({ ...now, entete: { ...now.entete, vague } }))
      if (done) {
        store.setState(({ revisions }) => ({ revisions: { ...revisions, entete: (revisions.entete ?? 0) + 1 } }))
        notices.say(`Le modèle nomme les pièces « ${vague} » : ce nommage est repris.`)
      }
    }
    const { numeroAns, SIRET } = entetes.knownFournisseur()
    const known = { numeroAns, SIRET, vague }
    store.setState({ fournisseur: known })
    await ports.settings.saveSupplier(known)
  }

  return {
    retenir,
    /** Goes back to the guide's shape; the notice that says so takes it back. */
    retirer: (modele: ModeleRetenu) => {
      void retenir(null)
      notices.offer('Modèle retiré : les fichiers sont écrits dans la forme du guide.', { kind: 'modele', modele })
    },
    /** Takes an opened file as the ASP's modèle; the wave word of its names is learned, and said. format §4, format §7 */
    prendre: async ({ nom, texte, depot }: Pick<ModeleOuvert, 'nom' | 'texte' | 'depot'>) => {
      const before = store.getState().modele
      const valeursFixes = before?.texte === texte ? before.valeursFixes : {}
      await retenir({ nomFichier: nom, texte, luLe: ports.clock.now(), valeursFixes })
      notices.say(`Les fichiers seront écrits d’après le modèle « ${nom} ».`)
      if (depot.vague !== null) await apprendreVague(depot.vague)
    },
  }
}
