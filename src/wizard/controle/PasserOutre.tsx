import { useId, useState } from 'react'
import { Button } from '../../ui/Button'
import { TextField } from '../../ui/TextField'
import styles from './Controle.module.css'
import { travail } from '../poste/travail'

/** Asks why an erreur is let stand: without a reason it is not. */
export function PasserOutre({ constat, onDone }: { constat: string; onDone: () => void }) {
  const id = useId()
  const [raison, setRaison] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = raison.trim() === ''
  const confirm = () => {
    if (missing) return setAsked(true)
    travail.demandes.setPasseOutre(constat, raison.trim())
    onDone()
  }
  return (
    <form
      className={styles.outre}
      onSubmit={(event) => {
        event.preventDefault()
        confirm()
      }}
    >
      <TextField
        id={id}
        label="Pourquoi passer outre ?"
        required
        value={raison}
        onChange={setRaison}
        inputRef={focusOnce}
        onKeyDown={({ key }) => key === 'Escape' && onDone()}
        messages={
          asked && missing
            ? [
                {
                  kind: 'erreur',
                  faute: 'Dites pourquoi.',
                  remede: 'La raison reste au bordereau et dans l’historique.',
                },
              ]
            : []
        }
        hint="Par exemple : accord écrit de l’ASP du 3 mars. La valeur sera écrite telle que vous l’avez saisie ; le portail peut la refuser."
      />
      <div className={styles.outreActions}>
        <Button look="primary" onClick={confirm}>
          Passer outre
        </Button>
        <Button onClick={onDone}>Annuler</Button>
      </div>
    </form>
  )
}

const focusOnce = (field: HTMLInputElement | null) => field?.focus()
