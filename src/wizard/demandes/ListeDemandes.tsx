import { memo, useDeferredValue, useEffect, useRef } from 'react'
import type { Champ } from '../../dossier/champs'
import type { Demande } from '../../dossier/dossier'
import { centimesOf, showEuros } from '../../dossier/montant'
import { showMo } from '../../dossier/taille'
import { Badge } from '../../ui/Badge'
import { Button, ButtonLink } from '../../ui/Button'
import { DropZone } from '../../ui/DropZone'
import { byId, goOnAt } from '../../ui/focus/goOnAt'
import { Messages } from '../../ui/Messages'
import { Ecran } from '../ecran/Ecran'
import { badgeOfDemande, count } from '../etapes'
import { ImporterTableau } from '../tableau/ImporterTableau'
import { recevoirFichiers } from '../recevoir'
import { writeRoute } from '../route'
import { nameOf, useEtatDemande } from '../poste/useDemande'
import { AjouterDemande } from './AjouterDemande'
import styles from './ListeDemandes.module.css'
import { useServies } from './useServies'
import { bilanOf, travail, useApp } from '../poste/travail'

/** Step 2, the list: every demande with its state, and what can be done with it. */
export function ListeDemandes({ champ }: { champ: Champ | null }) {
  const demandes = useApp((state) => state.dossier.demandes)
  const shown = useDeferredValue(demandes)
  const depot = useApp((state) => bilanOf(state).depot).filter(({ manque }) => !manque)
  return (
    <Ecran
      titre="Demandes"
      lead={
        demandes.length === 0
          ? 'Une demande par facture et par dossier ASP.'
          : `${count(demandes.length, 'demande')} dans ce dépôt.`
      }
      champ={champ}
      left={<ButtonLink href={writeRoute('entete')}>‹ En-tête</ButtonLink>}
      right={
        <>
          <AjouterDemande />
          <ButtonLink look="primary" href={writeRoute('controle')}>
            Aller au contrôle ›
          </ButtonLink>
        </>
      }
    >
      <Messages messages={depot.map(({ gravite, message }) => ({ kind: gravite, ...message }))} />
      <DropZone
        id="pieces-a-repartir"
        label="Pièces à répartir"
        multiple
        onFiles={(files) => void recevoirFichiers(files, null)}
        text="Factures et attestations en vrac, plusieurs à la fois : chacune est rapprochée de sa demande, avec votre accord"
      />
      <ImporterTableau open={demandes.length === 0} />
      {demandes.length === 0 ? (
        <div className={`${styles.list} ${styles.empty}`}>
          <p>Aucune demande pour l’instant. Ajoutez la première avec sa facture et son attestation sous la main.</p>
        </div>
      ) : (
        <Rows demandes={shown} />
      )}
    </Ecran>
  )
}

type Action = 'up' | 'down' | 'remove'

function Rows({ demandes }: { demandes: readonly Demande[] }) {
  const list = useRef<HTMLOListElement>(null)
  const servies = useServies(demandes)
  const focusAfter = useRef<{ index: number; action: Action } | null>(null)
  // A moved row takes its buttons along, a removed one leaves them to the next: a button like the pressed one has the focus.
  useEffect(() => {
    const { index, action } = focusAfter.current ?? {}
    focusAfter.current = null
    if (index === undefined) return
    const row = list.current?.children[Math.min(index, demandes.length - 1)]
    const buttons = Array.from(row?.querySelectorAll<HTMLButtonElement>('[data-action]:enabled') ?? [])
    const like = buttons.find((button) => button.dataset.action === action) ?? buttons[0]
    like?.focus()
  }, [demandes])
  return (
    <ol ref={list} className={styles.list}>
      {demandes.map((demande, index) => (
        <Row
          key={demande.id}
          demande={demande}
          numLigne={index + 1}
          last={index === demandes.length - 1}
          servie={servies.includes(demande.id)}
          onMove={(by) => {
            focusAfter.current = { index: index + by, action: by < 0 ? 'up' : 'down' }
            travail.demandes.moveDemande(demande.id, by)
          }}
          onRemove={() => {
            focusAfter.current = { index, action: 'remove' }
            travail.demandes.removeDemande(demande.id)
          }}
        />
      ))}
    </ol>
  )
}

interface RowProps {
  demande: Demande
  numLigne: number
  last: boolean
  /** Dropped files were just joined to it. */
  servie: boolean
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

const sameRow = (a: RowProps, b: RowProps) =>
  a.demande === b.demande && a.numLigne === b.numLigne && a.last === b.last && a.servie === b.servie

const Row = memo(function Row({ demande, numLigne, last, servie, onMove, onRemove }: RowProps) {
  const { etat, compte } = useEtatDemande(demande)
  const badge = badgeOfDemande(etat, compte)
  const { saisie } = demande
  const montant = centimesOf(saisie.montantSegurHTFacture)
  const describedBy = `nom-${demande.id}`
  return (
    <li className={`${styles.row} ${servie ? styles.servie : ''}`}>
      <span className={styles.rank}>{numLigne}</span>
      <span>
        <a id={describedBy} className={styles.name} href={writeRoute({ numLigne })}>
          {nameOf(demande)}
        </a>
        <span className={styles.small}>{count(saisie.beneficiaires.length, 'site')}</span>
      </span>
      <span className={styles.numbers}>
        <span className={styles.small}>Dossier {saisie.numeroASP || '—'}</span>
        <span className={styles.small}>Éditeur {saisie.numeroEditeur || '—'}</span>
      </span>
      <span className={styles.amount}>
        {montant === null ? saisie.montantSegurHTFacture || '—' : showEuros(montant)}
      </span>
      <span className={styles.pieces}>
        <span className={styles.small}>{showPieces(demande)}</span>
        {servie && <span className={styles.now}>jointes à l’instant</span>}
        <Badge kind={badge.kind} text={badge.texte} />
      </span>
      <span className={styles.actions} role="group" aria-labelledby={describedBy}>
        <Button
          small
          repeat
          className={styles.icon}
          data-action="up"
          disabled={numLigne === 1}
          aria-label={`Monter la demande n° ${numLigne}`}
          onClick={() => onMove(-1)}
        >
          <span aria-hidden="true">↑</span>
        </Button>
        <Button
          small
          repeat
          className={styles.icon}
          data-action="down"
          disabled={last}
          aria-label={`Descendre la demande n° ${numLigne}`}
          onClick={() => onMove(1)}
        >
          <span aria-hidden="true">↓</span>
        </Button>
        <Button
          small
          aria-describedby={describedBy}
          onClick={() => goOnAt(byId(`nom-${travail.demandes.duplicateDemande(demande.id) ?? ''}`))}
        >
          Dupliquer
        </Button>
        <Button small data-action="remove" aria-describedby={describedBy} onClick={onRemove}>
          Supprimer
        </Button>
      </span>
    </li>
  )
}, sameRow)

const showPieces = ({ pieces }: Demande) => {
  const attached = Object.values(pieces).filter((piece) => piece !== null)
  const taille = attached.reduce((sum, piece) => sum + piece.taille, 0)
  return attached.length === 0 ? 'aucune pièce' : `${count(attached.length, 'pièce')} · ${showMo(taille)}`
}
