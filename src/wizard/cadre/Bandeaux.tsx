import { messagesStockage } from '../../records/resultat'
import { Button } from '../../ui/Button'
import { Exporter } from '../ecran/Exporter'
import styles from './Cadre.module.css'
import { takeRelease, useReleaseReady } from '../poste/release'
import { travail, useApp } from '../poste/travail'

/** What stands above every screen when the work is not safe, or not this window's. */
export function Bandeaux() {
  return (
    <>
      <NouvelleVersion />
      <AutreFenetre />
      <NonEnregistre />
    </>
  )
}

/** Another release of the app: offered, and taken on the clerk's word only. */
function NouvelleVersion() {
  const ready = useReleaseReady()
  if (!ready) return null
  const take = async () => {
    if (await takeRelease()) return
    travail.notices.say(
      'Le brouillon n’est pas enregistré : la nouvelle version attend. Exportez le brouillon d’abord.',
    )
  }
  return (
    <div className={`${styles.banner} ${styles.news}`} role="status">
      <p>
        <strong>Une nouvelle version est prête.</strong> Elle sera prise une fois le brouillon enregistré ; la page se
        recharge au même endroit.
      </p>
      <Button small onClick={() => void take()}>
        Mettre à jour
      </Button>
    </div>
  )
}

function AutreFenetre() {
  const ecriture = useApp((state) => state.ecriture)
  if (ecriture) return null
  return (
    <div className={`${styles.banner} ${styles.warn}`} role="status">
      <p>
        <strong>▲ Ce brouillon est ouvert dans une autre fenêtre.</strong> Ici il se lit sans être modifié, pour que les
        deux fenêtres ne s’effacent pas l’une l’autre.
      </p>
      <Button small onClick={() => travail.session.takeOver()}>
        Prendre la main ici
      </Button>
    </div>
  )
}

function NonEnregistre() {
  const sauvegarde = useApp((state) => state.sauvegarde)
  if (sauvegarde.etat !== 'echec') return null
  const { faute, remede } = messagesStockage[sauvegarde.raison]
  return (
    <div className={`${styles.banner} ${styles.bad}`} role="alert">
      <p>
        <strong>✕ {faute}</strong> {remede}
      </p>
      <Exporter />
    </div>
  )
}
