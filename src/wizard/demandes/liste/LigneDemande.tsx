import { memo } from 'react'
import type { EtatDemande } from '../../../dossier/checkDossier'
import type { Compte } from '../../../dossier/compte'
import type { Demande } from '../../../dossier/dossier'
import { centimesOf, showEuros } from '../../../dossier/montant'
import { showNom } from '../../../dossier/nom'
import { showMo } from '../../../dossier/taille'
import { count, countOrNone } from '../../../format/mots'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { badgeOfDemande } from '../../etapes'
import { travail } from '../../poste/travail'
import { writeRoute } from '../../route'
import styles from './ListeDemandes.module.css'

export type Acte = 'up' | 'down' | 'copy' | 'remove'

interface LigneProps {
  demande: Demande
  numLigne: number
  etat: EtatDemande
  compte: Compte
  /** Its rank among those shown, and how many these are. */
  rang: number
  total: number
  whole: boolean
  movable: boolean
  chosen: boolean
  /** Dropped files were just joined to it. */
  servie: boolean
  /** Whether the Tab key stops at its controls. */
  stop: boolean
  onAct: (acte: Acte, id: string) => void
}

/** One demande of the list. */
export const LigneDemande = memo(function LigneDemande(props: LigneProps) {
  const { demande, numLigne, etat, compte, rang, total, whole, movable, chosen, servie, stop, onAct } = props
  const badge = badgeOfDemande(etat, compte)
  const { saisie } = demande
  const montant = centimesOf(saisie.montantSegurHTFacture)
  const describedBy = `nom-${demande.id}`
  const tab = stop ? undefined : -1
  return (
    <li
      className={[styles.row, chosen && styles.chosen, servie && styles.servie].filter(Boolean).join(' ')}
      data-id={demande.id}
      data-rang={rang}
      aria-setsize={whole ? undefined : total}
      aria-posinset={whole ? undefined : rang + 1}
    >
      <label className={styles.check}>
        <input
          type="checkbox"
          data-control="choose"
          tabIndex={tab}
          aria-label={`Sélectionner la demande n° ${numLigne}`}
          aria-describedby={describedBy}
          checked={chosen}
          onChange={({ target, nativeEvent }) =>
            travail.liste.choose(demande.id, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
        <span className={styles.rank}>{numLigne}</span>
      </label>
      <span>
        <a id={describedBy} className={styles.name} data-control="open" tabIndex={tab} href={writeRoute({ numLigne })}>
          {showNom(demande, numLigne)}
        </a>
        <span className={styles.small}>{countOrNone(saisie.beneficiaires.length, 'aucun site')}</span>
      </span>
      <span className={styles.numbers}>
        <span className={styles.small}>Dossier {saisie.numeroASP || '—'}</span>
        <span className={styles.small}>Éditeur {saisie.numeroEditeur || '—'}</span>
      </span>
      <span className={styles.amount}>
        {montant === null ? saisie.montantSegurHTFacture || '—' : showEuros(montant)}
        <span className={styles.small}>{saisie.dateFacture || '—'}</span>
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
          data-control="up"
          tabIndex={tab}
          disabled={!movable || rang === 0}
          aria-label={`Monter la demande n° ${numLigne}`}
          onClick={() => onAct('up', demande.id)}
        >
          <span aria-hidden="true">↑</span>
        </Button>
        <Button
          small
          repeat
          className={styles.icon}
          data-control="down"
          tabIndex={tab}
          disabled={!movable || rang === total - 1}
          aria-label={`Descendre la demande n° ${numLigne}`}
          onClick={() => onAct('down', demande.id)}
        >
          <span aria-hidden="true">↓</span>
        </Button>
        <Button
          small
          data-control="copy"
          tabIndex={tab}
          aria-describedby={describedBy}
          onClick={() => onAct('copy', demande.id)}
        >
          Dupliquer
        </Button>
        <Button
          small
          data-control="remove"
          tabIndex={tab}
          aria-describedby={describedBy}
          onClick={() => onAct('remove', demande.id)}
        >
          Supprimer
        </Button>
      </span>
    </li>
  )
})

const showPieces = ({ pieces }: Demande) => {
  const attached = Object.values(pieces).filter((piece) => piece !== null)
  const taille = attached.reduce((sum, piece) => sum + piece.taille, 0)
  return attached.length === 0 ? 'aucune pièce' : `${count(attached.length, 'pièce')} · ${showMo(taille)}`
}
