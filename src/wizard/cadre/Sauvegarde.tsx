import { introduce } from '../../format/mots'
import { messagesStockage } from '../../records/resultat'
import { showHour } from '../dates'
import styles from './Cadre.module.css'
import { useApp } from '../poste/travail'

/** Whether what is typed is kept: when it was, that it is being, or why not. */
export function Sauvegarde() {
  const sauvegarde = useApp((state) => state.sauvegarde)
  return (
    <span className={sauvegarde.etat === 'echec' ? styles.unsaved : undefined} aria-live="polite">
      {sauvegarde.etat === 'echec' && introduce('✕ Non enregistré', messagesStockage[sauvegarde.raison].faute)}
      {sauvegarde.etat === 'enregistrement' && 'Enregistrement…'}
      {sauvegarde.etat === 'enregistre' && sauvegarde.le !== null && `✓ Enregistré à ${showHour(sauvegarde.le)}`}
    </span>
  )
}
