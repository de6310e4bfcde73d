import { useEffect, useState } from 'react'
import type { DepotPret } from '../../depot/depot'
import type { Dernier } from '../../travail/depots'
import { Messages } from '../../ui/Messages'
import { showInstant } from '../dates'
import { travail, useApp } from '../poste/travail'
import styles from './Telechargement.module.css'

/** Whether the files of this deposit were downloaded before, from this draft, and have changed since. */
export function DejaTelecharge({ depot }: { depot: DepotPret }) {
  const dernier = useDernier(depot)
  if (!dernier) return null
  const quand = showInstant(dernier.depot.date)
  if (dernier.pareil) return <p className={styles.note}>Téléchargé le {quand}, inchangé depuis.</p>
  return (
    <Messages
      messages={[
        {
          kind: 'alerte',
          faute: `Ce dépôt a changé depuis son téléchargement du ${quand}.`,
          remede:
            'S’il n’est pas encore déposé, téléchargez de nouveau ses deux fichiers et jetez les anciens. S’il l’est, n’y laissez que les demandes qui restent à déposer, et prenez un autre numéro de fichier.',
        },
      ]}
    />
  )
}

/** The last download under the name of these files; null until it was looked up. */
function useDernier(depot: DepotPret): Dernier | null {
  const depots = useApp((state) => state.depots)
  const [found, setFound] = useState<{ depot: DepotPret; dernier: Dernier | null } | null>(null)
  useEffect(() => {
    let here = true
    const { nomJson, json, empreintes } = depot
    void Promise.all([travail.depots(), json.text()])
      .then(([{ dernier }, text]) => dernier({ nomJson, json: text, empreinteZip: empreintes.zip }))
      .then((dernier) => here && setFound({ depot, dernier }))
    return () => {
      here = false
    }
  }, [depot, depots])
  return found?.depot === depot ? found.dernier : null
}
