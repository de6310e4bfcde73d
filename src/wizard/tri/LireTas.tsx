import { useState } from 'react'
import { count } from '../../format/mots'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { Progress } from '../../ui/Progress'
import { useReconnaissance } from '../pieces/useReconnaissance'
import { muetsOf } from '../../travail/tri/muets'
import { showFichier, type Tri } from '../../travail/tri/sheet'
import { travail } from '../poste/travail'
import styles from './Tri.module.css'

/** Recognises, on request, all scans and photos of the sheet: what they say tells where they belong. */
export function LireTas({ tri }: { tri: Tri }) {
  const { share, run, cancel } = useReconnaissance()
  const [tried, setTried] = useState<readonly string[]>([])
  const muets = muetsOf(tri)
  const left = muets.filter(({ id }) => !tried.includes(id))
  const echecs = muets.filter(({ id }) => tried.includes(id))
  if (share === null && muets.length === 0 && tried.length === 0) return null

  const lire = () =>
    run(async (_, options) => {
      const done = await (await travail.tri()).recognise(left, options)
      setTried((before) => [...before, ...done])
    })

  return (
    <div tabIndex={-1} className={styles.lire} role="group" aria-label="Lecture des documents scannés">
      {share !== null && <Progress label="Reconnaissance du texte" share={share} onCancel={cancel} />}
      {share === null && left.length > 0 && tri.travail === null && (
        <Button onClick={() => void lire()}>Lire {count(left.length, 'document scanné')}</Button>
      )}
      {share === null && echecs.length > 0 && (
        <Messages
          messages={[
            {
              kind: 'alerte',
              faute: `Aucun texte n’a pu être reconnu dans ${echecs.map((echec) => `« ${showFichier(echec)} »`).join(', ')}.`,
              remede: 'Choisissez vous-même le type et la demande.',
            },
          ]}
        />
      )}
    </div>
  )
}
