import { useState } from 'react'
import type { Piece } from '../../dossier/dossier'
import type { Message } from '../../format/message'
import { isMuet } from '../../lecture/muet'
import { Button } from '../../ui/Button'
import { Messages } from '../../ui/Messages'
import { Progress } from '../../ui/Progress'
import { travail, useApp } from '../poste/travail'
import styles from './LireDocument.module.css'
import { useReconnaissance } from './useReconnaissance'

/** «Lire ce document», beside a scan or photo: its text is recognised, and what it says offered to be checked. */
export function LireDocument({ piece }: { piece: Piece }) {
  const lecture = useApp((state) => state.lectures[piece.id])
  const { share, run, cancel } = useReconnaissance()
  const [bilan, setBilan] = useState<Message | 'lu' | null>(null)
  const muet = lecture !== undefined && isMuet(piece.formatFichier, lecture)
  if (!muet && !bilan) return null

  const lire = () =>
    run(async (operation, { onProgress }) => {
      setBilan(null)
      const made = await travail.recognisePiece(operation, piece, onProgress)
      setBilan(made === 'arret' ? null : made)
    })

  return (
    <div tabIndex={-1} className={styles.place} role="group" aria-label="Lecture du document">
      {share !== null && <Progress label="Reconnaissance du texte" share={share} onCancel={cancel} />}
      {share === null && muet && (
        <div className={styles.row}>
          <Button small onClick={() => void lire()}>
            Lire ce document
          </Button>
          <span className={styles.note}>C’est une image : son texte peut être reconnu, sur cet ordinateur.</span>
        </div>
      )}
      {bilan !== null && bilan !== 'lu' && <Messages messages={[{ kind: 'alerte', ...bilan }]} />}
      <p role="status" className={styles.note}>
        {bilan === 'lu' && 'Document lu par reconnaissance. Comparez avec la page chaque valeur que vous en prenez.'}
      </p>
    </div>
  )
}
