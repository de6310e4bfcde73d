import { useEffect, useRef, useState } from 'react'
import { showMo } from '../../dossier/taille'
import type { Message } from '../../format/message'
import { profil } from '../../format/profil'
import { drawVignette } from '../../pieces/examine'
import type { Recours } from '../../pieces/recours'
import { convertirImage, reduirePiece, type Transformation } from '../../pieces/transformer'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { Picture } from '../../ui/Picture'
import { Progress } from '../../ui/Progress'
import { fileOf } from '../poste/octets'
import { recevoirFichiers } from '../recevoir'
import { FichiersContenus } from './FichiersContenus'
import styles from './Secours.module.css'

interface SecoursProps {
  fichier: File
  recours: Recours
  /** Called with the new file once the clerk accepted it. */
  onMade: (fichier: File) => void
}

type Made = Extract<Transformation, { ok: true }> & { avant: Blob | null; apres: Blob | null }

const names = { reduire: 'Réduire', convertir: 'Convertir' } as const
const works = { reduire: 'Réduction', convertir: 'Conversion' } as const

const pictureOf = async (octets: Blob, format: Made['formatFichier'] | null) =>
  format && (await drawVignette(octets, format))

/** The way out for a file that is no pièce as it stands. */
export function Secours({ fichier, recours, onMade }: SecoursProps) {
  switch (recours.kind) {
    case 'prendre':
      return <FichiersContenus fichiers={recours.fichiers.map(fileOf)} onTake={onMade} />
    case 'ouvrir':
      return (
        <div className={styles.actions}>
          <Button small look="primary" onClick={() => void recevoirFichiers([fichier], null)}>
            Ouvrir
          </Button>
        </div>
      )
    default:
      return <Transformer fichier={fichier} recours={recours} onMade={onMade} />
  }
}

type Transformable = Extract<Recours, { kind: 'reduire' | 'convertir' }>

/** Made lighter or converted, looked at, then accepted or not. */
function Transformer({ fichier, recours, onMade }: SecoursProps & { recours: Transformable }) {
  const [share, setShare] = useState<number | null>(null)
  const [echec, setEchec] = useState<Message | null>(null)
  const [made, setMade] = useState<Made | null>(null)
  const stop = useRef<AbortController | null>(null)
  // Who leaves the page of the pièce waits for nothing there.
  useEffect(() => () => stop.current?.abort(), [])

  const run = async () => {
    stop.current = new AbortController()
    const options = { signal: stop.current.signal, onProgress: setShare }
    setShare(0)
    setEchec(null)
    const result =
      recours.kind === 'reduire'
        ? await reduirePiece(fichier, recours.formatFichier, options)
        : await convertirImage(fichier, recours.nature, options)
    setShare(null)
    if (!result) return
    if (!result.ok) return setEchec(result.message)
    const before = recours.kind === 'reduire' ? recours.formatFichier : null
    const [avant, apres] = [await pictureOf(fichier, before), await pictureOf(result.octets, result.formatFichier)]
    setMade({ ...result, avant, apres })
  }

  const accept = (accepted: Made) => {
    const base = fichier.name.replace(/\.[^.]*$/, '')
    onMade(new File([accepted.octets], `${base}.${profil.extensions[accepted.formatFichier]}`))
  }

  if (share !== null)
    return <Progress label={works[recours.kind]} share={share} onCancel={() => stop.current?.abort()} />
  if (made)
    return <Comparaison fichier={fichier} made={made} onAccept={() => accept(made)} onRefuse={() => setMade(null)} />
  return (
    <div className={styles.actions}>
      <Button small look="primary" onClick={run}>
        {names[recours.kind]}
      </Button>
      {echec !== null && <Messages messages={[{ kind: 'erreur', ...echec }]} />}
    </div>
  )
}

function Comparaison({
  fichier,
  made,
  onAccept,
  onRefuse,
}: {
  fichier: File
  made: Made
  onAccept: () => void
  onRefuse: () => void
}) {
  return (
    <div className={styles.compare} role="group" aria-label="Avant et après">
      <Side title={`Avant : ${showMo(fichier.size)}`} picture={made.avant} />
      <Side title={`Après : ${showMo(made.octets.size)}`} picture={made.apres} />
      <p className={styles.notes}>{made.remarques.join(' ')}</p>
      <div className={styles.actions}>
        <Button small look="primary" onClick={onAccept}>
          Accepter
        </Button>
        <Button small onClick={onRefuse}>
          Garder l’original
        </Button>
      </div>
    </div>
  )
}

function Side({ title, picture }: { title: string; picture: Blob | null }) {
  return (
    <figure className={styles.side}>
      <figcaption>{title}</figcaption>
      {picture && <Picture octets={picture} />}
    </figure>
  )
}
