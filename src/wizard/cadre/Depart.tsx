import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Messages } from '../../ui/Messages'
import { travail, useApp } from '../poste/travail'
import { Exporter } from '../ecran/Exporter'
import styles from './Cadre.module.css'

const stay = () => travail.session.answerDepart(false)
const leave = () => travail.session.answerDepart(true)

/** Asked before a draft is left that could not be written: nothing of it goes before the clerk's word. */
export function Depart() {
  const asked = useApp((state) => state.departDemande)
  const nom = useApp(({ brouillon }) => brouillon?.nom ?? '')
  return (
    <Dialog open={asked} title="Ce dépôt n’est pas enregistré" onClose={stay}>
      <Messages
        messages={[
          {
            kind: 'erreur',
            faute: `« ${nom} » n’a pas pu être enregistré sur ce poste.`,
            remede: 'Exportez le brouillon avant de le quitter, sinon ce que vous y avez fait serait perdu.',
          },
        ]}
      />
      <div className={styles.answers}>
        <Exporter />
        <Button look="primary" onClick={stay}>
          Rester sur ce dépôt
        </Button>
        <Button onClick={leave}>Quitter sans enregistrer</Button>
      </div>
    </Dialog>
  )
}
