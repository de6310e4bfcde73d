import { memo, useState } from 'react'
import { count } from '../../format/mots'
import { parseJour } from '../../dossier/jour'
import { showEuros } from '../../dossier/montant'
import { writeHorodatage, type Jour } from '../../format/jour'
import { sumCentimes } from '../../format/montant'
import type { DepotTelecharge } from '../../records/depotTelecharge'
import { Badge } from '../../ui/Badge'
import { Button, ButtonLink } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { TextField } from '../../ui/TextField'
import { showEnAttente } from '../../travail/opening/retours'
import { writeRoute } from '../route'
import { today } from '../poste/today'
import { marquer, telechargerJson, telechargerPiece, telechargerZip } from './depots'
import { showDay, showInstant } from '../dates'
import { Reste } from './Reste'
import { reprendre } from './reprise'
import styles from './Historique.module.css'
import { useApp } from '../poste/travail'

/** Deposits downloaded on this computer, the last first: their files again, and what became of them. */
export function Depots() {
  const depots = useApp((state) => state.depots)
  if (depots.length === 0) return null
  return (
    <Card title="Dépôts téléchargés">
      <Reste items={depots}>
        {(shown) => (
          <ul className={styles.list}>
            {shown.map((depot) => (
              <Ligne key={depot.id} depot={depot} />
            ))}
          </ul>
        )}
      </Reste>
      <p className={styles.small}>Pour lire la réponse du portail, ouvrez ici le JSON qu’il rend après le dépôt.</p>
    </Card>
  )
}

const totalOf = ({ demandes }: DepotTelecharge) => sumCentimes(demandes.flatMap(({ centimes }) => centimes ?? []))

const Ligne = memo(function Ligne({ depot }: { depot: DepotTelecharge }) {
  const { id, nomJson, nomZip, date, demandes } = depot
  const total = totalOf(depot)
  const nameId = `depot-${id}`
  const reopen = () =>
    void reprendre(
      depot,
      demandes.map((_, index) => ({ numLigne: index + 1, retour: null })),
      `Reprise de ${nomJson.replace('.json', '')}`,
    )
  return (
    <li className={styles.row}>
      <span>
        <span id={nameId} className={styles.mono}>
          {nomJson}
        </span>
        <span className={styles.small}>
          {nomZip} · téléchargé le {showInstant(date)}
        </span>
        <span className={styles.small}>
          {count(demandes.length, 'demande')} · {total === null ? '—' : showEuros(total)}
        </span>
      </span>
      <EtatDepot depot={depot} />
      {depot.passesOutre.map((passe) => (
        <span key={passe} className={`${styles.details} ${styles.small}`}>
          ▲ Règle passée outre. {passe}
        </span>
      ))}
      <span className={styles.below} role="group" aria-labelledby={nameId}>
        <Button small aria-describedby={nameId} onClick={() => void telechargerJson(depot)}>
          Télécharger le JSON
        </Button>
        <Button small aria-describedby={nameId} onClick={() => telechargerZip(depot)}>
          Télécharger le ZIP
        </Button>
        <Button small aria-describedby={nameId} onClick={reopen}>
          Rouvrir comme nouveau dépôt
        </Button>
        <ButtonLink small aria-describedby={nameId} href={writeRoute({ rapport: id })}>
          Rapport
        </ButtonLink>
        <Depose depot={depot} />
      </span>
      <PiecesDuDepot depot={depot} />
    </li>
  )
})

/** What the portal said, with a link to it. */
function EtatDepot({ depot: { id, retour, deposeLe, demandes } }: { depot: DepotTelecharge }) {
  const rejets = retour?.rejets.length ?? 0
  const aVerifier = retour?.aVerifier.length ?? 0
  const enAttente = retour?.enAttente.length ?? 0
  return (
    <span className={styles.actions}>
      {deposeLe !== null && <Badge kind="plain" text={`déposé le ${showDay(deposeLe)}`} />}
      {retour && (
        <>
          {(rejets > 0 || aVerifier + enAttente === 0) && (
            <Badge
              kind={rejets > 0 ? 'erreur' : 'prete'}
              text={rejets > 0 ? `${count(rejets, 'rejetée')} sur ${demandes.length}` : 'aucun rejet'}
            />
          )}
          {aVerifier > 0 && <Badge kind="alerte" text={`${aVerifier} à vérifier par vous`} />}
          {enAttente > 0 && <Badge kind="plain" text={showEnAttente(enAttente)} />}
          <a href={writeRoute({ depot: id })}>Voir le retour</a>
        </>
      )}
    </span>
  )
}

/** Marks when the clerk deposited it on the portal, or takes that back. */
function Depose({ depot }: { depot: DepotTelecharge }) {
  const [typing, setTyping] = useState(false)
  if (depot.deposeLe !== null)
    return (
      <Button small onClick={() => marquer(depot, null)}>
        Retirer « Déposé le {showDay(depot.deposeLe)} »
      </Button>
    )
  if (!typing)
    return (
      <Button small onClick={() => setTyping(true)}>
        Déposé le…
      </Button>
    )
  return (
    <JourDepose
      id={depot.id}
      onCancel={() => setTyping(false)}
      onJour={(jour) => {
        setTyping(false)
        // Noon: the same day in every time zone that reads it.
        const [day, month, year] = jour.split('/').map(Number)
        void marquer(depot, new Date(year ?? 0, (month ?? 1) - 1, day, 12).toISOString())
      }}
    />
  )
}

function JourDepose({ id, onCancel, onJour }: { id: string; onCancel: () => void; onJour: (jour: Jour) => void }) {
  const [typed, setTyped] = useState<string>(today)
  const [asked, setAsked] = useState(false)
  const jour = parseJour(typed)
  const late = jour !== null && writeHorodatage(jour) > writeHorodatage(today())
  const faute =
    jour === null ? 'Cette date n’existe pas ou ne peut pas être lue.' : late ? 'Ce jour n’est pas encore venu.' : null
  const save = () => {
    if (jour !== null && faute === null) onJour(jour)
    else setAsked(true)
  }
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        id={`depose-${id}`}
        label="Déposé sur le portail le"
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        inputRef={focusOnce}
        messages={asked && faute !== null ? [{ kind: 'erreur', faute, remede: 'Par exemple 15/03/2023.' }] : []}
      />
      <Button look="primary" onClick={save}>
        Noter
      </Button>
      <Button onClick={onCancel}>Annuler</Button>
    </form>
  )
}

/** Each demande's pièces alone: the portal sometimes takes the JSON and drops the zip. */
function PiecesDuDepot({ depot }: { depot: DepotTelecharge }) {
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Pièces d’une seule demande</summary>
      {open && (
        <ol className={styles.list}>
          {depot.demandes.map(({ numeroEditeur, libelleInterne, pieces }, index) => (
            <li key={index} className={styles.below}>
              <span>
                {index + 1} · {libelleInterne || numeroEditeur}
              </span>
              {pieces.map((piece) => (
                <Button key={piece.nomFichier} small onClick={() => telechargerPiece(depot, piece)}>
                  {piece.nomFichier}
                </Button>
              ))}
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}

// The same function each time: React calls another one anew, and the focus would be taken back.
const focusOnce = (field: HTMLInputElement | null) => field?.focus()
