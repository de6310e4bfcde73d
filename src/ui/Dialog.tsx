import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './Button'
import styles from './Dialog.module.css'

interface DialogProps {
  open: boolean
  title: string
  /** For lists that need room. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/** A modal dialog of the browser's own: it keeps the focus, closes on Escape and gives the focus back. */
export function Dialog({ open, title, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${wide ? styles.wide : ''}`}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <Button small onClick={onClose}>
          Fermer
        </Button>
      </div>
      {open && <div className={styles.body}>{children}</div>}
    </dialog>
  )
}
