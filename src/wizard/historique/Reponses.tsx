import { useState } from 'react'
import { libelles } from '../../dossier/champs'
import type { DepotLu } from '../../format/depotLu'
import type { LigneRetour } from '../../format/retour'
import { placeOf } from '../../format/retourPlace'
import type { Issue } from '../../format/retourIssue'
import { Badge, type BadgeProps } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { reprendreRetour } from './reprise'
import styles from './Historique.module.css'

/** One answer of the portal, under what the clerk knows its demande by. */
export interface Reponse {
  cle: string
  nom: string
  retour: LigneRetour
  /** The portal's file does not speak of it. */
  absente?: boolean
}

const badges = {
  acceptee: { kind: 'prete', text: 'acceptée' },
  rejetee: { kind: 'erreur', text: 'rejetée' },
  sansReponse: { kind: 'plain', text: 'pas encore traitée' },
  aVerifier: { kind: 'alerte', text: 'à vérifier par vous' },
} as const satisfies Record<Issue, BadgeProps>

const orders: Readonly<Record<Issue, number>> = { rejetee: 0, aVerifier: 1, sansReponse: 2, acceptee: 3 }

/** Answers that do not tell for certain, and which of them the clerk takes as rejected, by `cle`. */
export interface Choix {
  choisies: ReadonlySet<string>
  onChoose: (choisies: ReadonlySet<string>) => void
}

/** The portal's answers, the rejected first, each label word for word with the field it speaks of. */
export function ListeReponses({ reponses, choix }: { reponses: readonly Reponse[]; choix?: Choix }) {
  const ordered = [...reponses].sort((a, b) => orders[a.retour.issue] - orders[b.retour.issue])
  return (
    <ul className={styles.reponses}>
      {ordered.map(({ cle, nom, retour, absente }) => (
        <li key={cle} className={styles.reponse}>
          <span>
            <strong>{nom}</strong>
            <span className={styles.small}>
              Éditeur {retour.numeroEditeur || '—'} · dossier {retour.numeroASP || '—'}
            </span>
          </span>
          <Badge {...badges[retour.issue]} />
          {retour.issue === 'sansReponse' && (
            <p className={`${styles.label} ${styles.waits} ${styles.small}`}>
              {absente
                ? 'Le fichier du portail ne parle pas de cette demande.'
                : 'Le portail ne lui a encore donné ni code ni libellé.'}
            </p>
          )}
          {retour.issue === 'rejetee' && <Rejet retour={retour} />}
          {retour.issue === 'aVerifier' && <AVerifier cle={cle} retour={retour} choix={choix} />}
        </li>
      ))}
    </ul>
  )
}

/** A label that may be an acceptance: the clerk reads it, and says whether the demande is to be sent again. */
function AVerifier({ cle, retour, choix }: { cle: string; retour: LigneRetour; choix: Choix | undefined }) {
  const { libelleTraitement, codeTraitement } = retour
  return (
    <div className={`${styles.label} ${styles.asks}`}>
      <p>
        {libelleTraitement ? `« ${libelleTraitement} »` : `Code ${codeTraitement}, sans libellé.`}
        <span className={styles.small}>
          Cette réponse ne dit pas clairement si la demande est acceptée : regardez-la sur le portail.
        </span>
      </p>
      {choix && (
        <label>
          <input
            type="checkbox"
            checked={choix.choisies.has(cle)}
            onChange={({ target: { checked } }) =>
              choix.onChoose(new Set([...choix.choisies, cle].filter((one) => checked || one !== cle)))
            }
          />{' '}
          Rejetée : la corriger aussi
        </label>
      )}
    </div>
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
  const [choisies, setChoisies] = useState<ReadonlySet<string>>(new Set())
  const correctable = choisies.size > 0 || retours.some(({ issue }) => issue === 'rejetee')
  const correct = async () => {
    const rangs = new Set([...choisies].map(Number))
    await reprendreRetour(depot, retours, rangs, `Correction de ${nom.replace(/\.json$/i, '')}`)
  }
  return (
    <>
      <ListeReponses
        reponses={retours.map((retour) => ({ cle: String(retour.rang), nom: `Ligne ${retour.rang}`, retour }))}
        choix={{ choisies, onChoose: setChoisies }}
      />
      {correctable && (
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
