import { useRef, useState } from 'react'
import { splitMessage } from '../../dossier/constat'
import type { Piece } from '../../dossier/dossier'
import { isMuet } from '../../pieces/ocr/muet'
import { reconnaitrePiece } from '../../pieces/ocr/reconnaitrePiece'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { Progress } from '../../ui/Progress'
import { keepLectures } from '../state/lectures'
import { octetsOf } from '../state/octets'
import { useApp } from '../state/store'
import styles from './LireDocument.module.css'
import { useReconnaissance } from './useReconnaissance'

/** «Lire ce document», beside a scan or photo: its text is recognised, and what it says offered to be checked. */
export function LireDocument({ piece: { id, formatFichier } }: { piece: Piece }) {
  const lecture = useApp((state) => state.lectures[id])
  const { share, run, cancel } = useReconnaissance()
  const [bilan, setBilan] = useState<{ echec: string | null } | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const muet = lecture !== undefined && isMuet(formatFichier, lecture)
  if (!muet && !bilan) return null

  const lire = () =>
    run(async (options) => {
      const octets = octetsOf(id)
      setBilan(null)
      const made = octets ? await reconnaitrePiece(octets, formatFichier, options) : null
      if (made?.ok) keepLectures([[id, made.lecture]])
      if (made) setBilan({ echec: made.ok ? null : made.message })
      // The button that was pressed is gone: the keyboard stays where it was.
      place.current?.focus()
    })

  return (
    <div ref={place} tabIndex={-1} className={styles.place} role="group" aria-label="Lecture du document">
      {share !== null && <Progress label="Reconnaissance du texte" share={share} onCancel={cancel} />}
      {share === null && muet && (
        <div className={styles.row}>
          <Button small onClick={() => void lire()}>
            Lire ce document
          </Button>
          <span className={styles.note}>C’est une image : son texte peut être reconnu, sur cet ordinateur.</span>
        </div>
      )}
      {bilan?.echec && <Messages messages={[{ kind: 'alerte', ...splitMessage(bilan.echec) }]} />}
      <p role="status" className={styles.note}>
        {bilan?.echec === null &&
          'Document lu par reconnaissance. Comparez avec la page chaque valeur que vous en prenez.'}
      </p>
    </div>
  )
}
