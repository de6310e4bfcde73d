import { useEffect } from 'react'
import { Button, ButtonLink } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Ecran } from '../ecran/Ecran'
import { compteOfBilan, count } from '../etapes'
import { goTo, writeRoute } from '../route'
import { Fichiers } from './Fichiers'
import { PiecesSeules } from './PiecesSeules'
import { SurLePortail } from './SurLePortail'
import styles from './Telechargement.module.css'
import { usePreparation } from './usePreparation'
import { bilanOf, travail, useApp } from '../poste/travail'

/** Step 4: the two files, made and read back before the click, and what to do with them. */
export function Telechargement() {
  useEffect(() => travail.openControle(), [])
  const dossier = useApp((state) => state.dossier)
  const { erreurs, manques, alertes } = compteOfBilan(useApp(bilanOf), dossier.verifies)
  const blocking = erreurs + manques
  const { etat, stop, restart } = usePreparation(dossier, blocking > 0)
  return (
    <Ecran
      titre="Téléchargement"
      lead="Deux fichiers à déposer ensemble sur le portail de l’ASP."
      form
      left={<ButtonLink href={writeRoute('controle')}>‹ Contrôle</ButtonLink>}
      right={
        <Button onClick={() => travail.session.beginDepot().then((begun) => begun && goTo(writeRoute('entete')))}>
          Nouveau dépôt
        </Button>
      }
    >
      {blocking > 0 && (
        <p className={styles.blocked} id="pourquoi">
          <strong>
            ✕ {count(blocking, 'erreur')} {blocking > 1 ? 'empêchent' : 'empêche'} le téléchargement.
          </strong>{' '}
          <a href={writeRoute('controle')}>
            {blocking > 1 ? 'Voir les erreurs au contrôle' : 'Voir l’erreur au contrôle'}
          </a>
        </p>
      )}
      {blocking === 0 && alertes > 0 && (
        <p>
          ▲ {count(alertes, 'alerte')} à vérifier : elles n’empêchent rien, mais{' '}
          <a href={writeRoute('controle')}>regardez-les</a> avant de déposer.
        </p>
      )}
      <Card title="Fichiers du dépôt">
        <Fichiers etat={etat} restart={restart} stop={stop} blocked={blocking > 0} />
      </Card>
      {blocking === 0 && <SurLePortail />}
      <PiecesSeules />
    </Ecran>
  )
}
