import { isOneFile } from '../../octets/ownFiles'
import styles from './Accueil.module.css'

/** Of the app in one HTML file: how far the browser can be trusted with drafts there. */
export function UnFichier() {
  if (!isOneFile()) return null
  return (
    <p role="note" className={styles.note}>
      <strong>Cette page est un fichier ouvert depuis un disque.</strong> Selon le navigateur, les brouillons gardés ici
      peuvent être lus par d’autres pages ouvertes du disque, perdus quand ce fichier est déplacé ou renommé, ou ne pas
      être gardés du tout. Exportez le brouillon avant de fermer la page : il se rouvre partout.
    </p>
  )
}
