import type { ReactNode } from 'react'
import { Button } from '../../../ui/Button'
import styles from './Lot.module.css'

interface LotProps {
  /** What its main button says. */
  nom: string
  disabled?: boolean
  onApply: () => void
  onClose: () => void
  children: ReactNode
}

/** What is asked before an act on all chosen demandes; Enter does it. */
export function Lot({ nom, disabled = false, onApply, onClose, children }: LotProps) {
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onApply()
      }}
    >
      {children}
      <div className={styles.actions}>
        <Button look="primary" disabled={disabled} onClick={onApply}>
          {nom}
        </Button>
        <Button onClick={onClose}>Ne rien changer</Button>
      </div>
    </form>
  )
}
