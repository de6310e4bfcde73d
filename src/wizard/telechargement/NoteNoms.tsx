import styles from './Telechargement.module.css'

/** What a browser does to a name that is taken. */
export const NoteNoms = () => (
  <p className={styles.note}>
    Si un fichier de ce nom est déjà dans vos téléchargements, le navigateur ajoute « (1) » au nouveau : le portail
    refuserait ce nom. Supprimez l’ancien, ou renommez le nouveau exactement comme ci-dessus.
  </p>
)
