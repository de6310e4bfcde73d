import { libelles } from '../../dossier/champs'
import type { DepotLu } from '../../format/depotLu'
import type { LigneRetour } from '../../format/retour'
import { placeOf } from '../../format/retourPlace'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { corrigerRetourSeul } from '../ouverture/correction'
import { showEtape } from '../ouverture/etat'
import { goTo, writeRoute } from '../route'
import styles from './Historique.module.css'

/** One answer of the portal, under what the clerk knows its demande by. */
export interface Reponse {
  cle: string
  nom: string
  retour: LigneRetour
}

const badges = {
  acceptee: { kind: 'prete', text: 'acceptée' },
  rejetee: { kind: 'erreur', text: 'rejetée' },
  sansReponse: { kind: 'plain', text: 'sans réponse' },
} as const

const orders = { rejetee: 0, sansReponse: 1, acceptee: 2 } as const

/** The portal's answers, the rejected first, each label word for word with the field it speaks of. */
export function ListeReponses({ reponses }: { reponses: readonly Reponse[] }) {
  const ordered = [...reponses].sort((a, b) => orders[a.retour.issue] - orders[b.retour.issue])
  return (
    <ul className={styles.reponses}>
      {ordered.map(({ cle, nom, retour }) => (
        <li key={cle} className={styles.reponse}>
          <span>
            <strong>{nom}</strong>
            <span className={styles.small}>
              Éditeur {retour.numeroEditeur || '—'} · dossier {retour.numeroASP || '—'}
            </span>
          </span>
          <Badge {...badges[retour.issue]} />
          {retour.issue === 'rejetee' && <Rejet retour={retour} />}
        </li>
      ))}
    </ul>
  )
}

function Rejet({ retour: { libelleTraitement, codeTraitement } }: { retour: LigneRetour }) {
  const champ = placeOf(libelleTraitement)
  return (
    <p className={styles.label}>
      {libelleTraitement ? `« ${libelleTraitement} »` : `Code ${codeTraitement}, sans libellé.`}
      {champ && <span className={styles.small}>Champ concerné : {libelles[champ]}</span>}
    </p>
  )
}

/** A return whose deposit is not on this computer: read all the same, and to be corrected from its own content. */
export function ReponsesSeules({
  depot,
  retours,
  nom,
}: {
  depot: DepotLu
  retours: readonly LigneRetour[]
  nom: string
}) {
  const rejetees = retours.some(({ issue }) => issue === 'rejetee')
  const correct = async () => {
    const messages = await corrigerRetourSeul(depot, retours, `Correction de ${nom.replace(/\.json$/i, '')}`)
    goTo(writeRoute('controle'))
    showEtape(messages.length > 0 ? { kind: 'suite', messages } : null)
  }
  return (
    <>
      <ListeReponses
        reponses={retours.map((retour) => ({ cle: String(retour.rang), nom: `Ligne ${retour.rang}`, retour }))}
      />
      {rejetees && (
        <>
          <Messages
            messages={[
              {
                kind: 'alerte',
                faute: 'Ce dépôt n’est pas sur ce poste.',
                remede: 'Ses pièces seront à joindre de nouveau ; le reste est repris du retour.',
              },
            ]}
          />
          <div>
            <Button look="primary" onClick={correct}>
              Corriger les demandes rejetées
            </Button>
          </div>
        </>
      )}
    </>
  )
}
