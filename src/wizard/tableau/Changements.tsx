import { libelles } from '../../dossier/champs'
import { nomOf } from '../../dossier/nom'
import { count } from '../../format/mots'
import type { DemandeProposee } from '../../tableau/importer'
import styles from './Tableau.module.css'

/** What the table changes in demandes that are in the dossier already, field by field. */
export function Changements({ modifiees }: { modifiees: readonly DemandeProposee[] }) {
  if (modifiees.length === 0) return null
  return (
    <section className={styles.bloc} aria-label="Demandes modifiées">
      <h3 className={styles.legend}>{count(modifiees.length, 'demande')} déjà dans ce dépôt : ce qui change</h3>
      <ul className={styles.lignes}>
        {modifiees.map(({ demande, changements }) => (
          <li key={demande.id} className={styles.ligne}>
            <strong>{demande.saisie.numeroEditeur}</strong> · {nomOf(demande)}
            <ul className={styles.raisons}>
              {changements.map(({ champ, avant, apres }) => (
                <li key={champ}>
                  {libelles[champ]} : <del>{avant || 'vide'}</del> → <ins>{apres}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
