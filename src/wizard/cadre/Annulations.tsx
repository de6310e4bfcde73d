import { introduce } from '../../format/mots'
import { Button } from '../../ui/Button'
import { travail, useApp } from '../poste/travail'
import styles from './Cadre.module.css'

/** «Annuler» and «Rétablir»: the acts of the draft at work, the last first, as long as it is open. */
export function Annulations() {
  const annulable = useApp((state) => state.annulable)
  const retablissable = useApp((state) => state.retablissable)
  const ecriture = useApp((state) => state.ecriture)
  if (annulable === null && retablissable === null) return null
  return (
    <span className={styles.undo} role="group" aria-label="Dernières actions">
      <Bouton nom="Annuler" signe="↶" quoi={annulable} enabled={ecriture} onClick={travail.undo} />
      <Bouton nom="Rétablir" signe="↷" quoi={retablissable} enabled={ecriture} onClick={travail.redo} />
    </span>
  )
}

interface BoutonProps {
  nom: string
  signe: string
  /** What it takes back or does again; null: nothing. */
  quoi: string | null
  enabled: boolean
  onClick: () => void
}

function Bouton({ nom, signe, quoi, enabled, onClick }: BoutonProps) {
  return (
    <Button
      small
      repeat
      disabled={quoi === null || !enabled}
      aria-label={quoi === null ? nom : introduce(nom, quoi)}
      title={quoi ?? undefined}
      onClick={onClick}
    >
      <span aria-hidden="true">{signe}</span>
      <span className={styles.word}>{nom}</span>
    </Button>
  )
}
