import { Button } from '../../ui/Button'
import { goTo, writeRoute } from '../route'
import styles from './AjouterDemande.module.css'
import { travail } from '../poste/travail'

/** Appends a demande and goes to its page. On narrow screens only its sign is seen; its name stays. */
export function AjouterDemande() {
  return (
    <Button onClick={() => goTo(writeRoute({ numLigne: travail.demandes.addDemande() }, 'numeroASP'))}>
      <span aria-hidden="true" className={styles.sign}>
        +
      </span>
      <span className={styles.text}>Ajouter une demande</span>
    </Button>
  )
}
