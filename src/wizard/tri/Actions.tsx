import { countPlaced, partsOf } from '../../travail/tri/groupes'
import { isNouvelle, sansDemande } from '../../travail/tri/nouvelles'
import type { PretSurFeuille, Tri } from '../../travail/tri/sheet'
import { Button } from '../../ui/Button'
import { count } from '../../format/mots'
import { travail } from '../poste/travail'
import styles from './Tri.module.css'

const planNouvelles = () => travail.tri().then((tri) => tri.planNouvelles())

interface ActionsProps {
  tri: Tri
  ready: readonly PretSurFeuille[]
  /** The files are being joined. */
  busy: boolean
  onAttach: () => Promise<void>
  onClose: () => void
}

/** One main action, which says what it does; what cannot be done is not there. */
export function Actions({ tri, ready, busy, onAttach, onClose }: ActionsProps) {
  const placed = countPlaced(ready)
  const factures = sansDemande(tri)
  const idle = tri.travail === null
  return (
    <div className={styles.actions}>
      {idle && placed === 0 && factures === 0 && (
        <p className={styles.intro}>Aucun fichier n’a encore sa place : choisissez son type et sa demande.</p>
      )}
      <Button onClick={onClose}>Ne rien joindre</Button>
      {idle && factures > 0 && (
        <Button look={placed === 0 ? 'primary' : 'plain'} onClick={planNouvelles}>
          Créer une demande par facture ({factures})
        </Button>
      )}
      {placed > 0 && (idle || busy) && (
        <Button look="primary" onClick={onAttach}>
          {showAct(ready, placed)}
        </Button>
      )}
    </div>
  )
}

function showAct(ready: readonly PretSurFeuille[], placed: number): string {
  const nouvelles = partsOf(ready).filter(({ cible }) => isNouvelle(cible)).length
  return nouvelles === 0
    ? `Joindre ${count(placed, 'fichier')}`
    : `Créer ${count(nouvelles, 'demande')} et joindre ${count(placed, 'fichier')}`
}
