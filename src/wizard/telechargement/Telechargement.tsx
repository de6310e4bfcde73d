import { useEffect, useState } from 'react'
import { agree, count } from '../../format/mots'
import { bloquantsOf, compteOfBilan, showBloquants } from '../../dossier/compte'
import { Button, ButtonLink } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EnLecture } from '../ecran/EnLecture'
import { Ecran } from '../ecran/Ecran'
import { goTo, writeRoute } from '../route'
import { Fichiers } from './Fichiers'
import { Plan } from './Plan'
import { PiecesSeules } from './PiecesSeules'
import { SurLePortail } from './SurLePortail'
import styles from './Telechargement.module.css'
import { useLots } from '../preparation/useLots'
import { usePreparation } from '../preparation/usePreparation'
import { bilanOf, travail, useApp } from '../poste/travail'

/** Step 4: the two files, made and read back before the click, and what to do with them. */
export function Telechargement() {
  useEffect(() => travail.openControle(), [])
  const dossier = useApp((state) => state.dossier)
  const compte = compteOfBilan(useApp(bilanOf), dossier.verifies)
  const { alertes } = compte
  const blocking = bloquantsOf(compte)
  const { lots, dossiers } = useLots(dossier)
  const isSplit = lots.length > 1
  const { etats, stop, restart } = usePreparation(dossiers, blocking > 0)
  const [saved, setSaved] = useState<ReadonlySet<Blob>>(new Set())
  const mark = (...files: Blob[]) => setSaved((before) => new Set([...before, ...files]))
  return (
    <Ecran
      titre="Téléchargement"
      lead={
        <EnLecture>
          {isSplit
            ? `${lots.length} dépôts, chacun de deux fichiers à déposer ensemble sur le portail de l’ASP.`
            : 'Deux fichiers à déposer ensemble sur le portail de l’ASP.'}
        </EnLecture>
      }
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
          <strong>✕ {showBloquants(compte)}.</strong>{' '}
          <a href={writeRoute('controle')}>Voir {agree(blocking, 'l’erreur')} au contrôle</a>
        </p>
      )}
      {blocking === 0 && alertes > 0 && (
        <p>
          ▲ {count(alertes, 'alerte')} à vérifier : le téléchargement reste possible, mais{' '}
          <a href={writeRoute('controle')}>passez au contrôle</a> avant de déposer.
        </p>
      )}
      {isSplit && <Plan lots={lots} etats={etats} onSaved={mark} />}
      {dossiers.map((one, index) => {
        const several = dossiers.length > 1
        const etat = etats[index]
        return (
          etat && (
            <Card
              key={index}
              title={several ? `Fichiers du dépôt ${index + 1} sur ${dossiers.length}` : 'Fichiers du dépôt'}
            >
              <Fichiers
                dossier={one}
                {...(several && { rang: index + 1 })}
                etat={etat}
                restart={restart}
                stop={stop}
                blocked={blocking > 0}
                saved={saved}
                onSaved={mark}
              />
            </Card>
          )
        )
      })}
      {blocking === 0 && <SurLePortail dossiers={dossiers} />}
      <PiecesSeules />
    </Ecran>
  )
}
