import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { Button } from './Button'
import { beginAt } from './focus/beginAt'
import { enterDialog } from './topDialog'
import styles from './Dialog.module.css'

interface DialogProps {
  open: boolean
  title: string
  /** For lists that need room. */
  wide?: boolean
  onClose: () => void
  children: ReactNode
}

/**
 * A modal dialog of the browser's own: it keeps the focus, closes on Escape and gives the focus back. The focus begins
 * at its main action where that is in view, else at its content.
 */
export function Dialog({ open, title, wide = false, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const lines = useRef<HTMLDivElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (!open || !dialog.current || !body.current) return dialog.current?.close()
    dialog.current.showModal()
    return beginAt(body.current)
  }, [open])
  useEffect(() => (open && lines.current ? enterDialog(lines.current) : undefined), [open])
  // One that goes while it is open gives the focus back too: taken out of the page as it is, it would not.
  useLayoutEffect(() => {
    const element = dialog.current
    return () => element?.close()
  }, [])
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
      {open && (
        <div ref={body} tabIndex={-1} className={styles.body}>
          {children}
        </div>
      )}
      {/* There before anything is said in it, so that it is read out. */}
      <div ref={lines} role="status" aria-live="polite" />
    </dialog>
  )
}
