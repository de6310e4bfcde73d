import { useRef, type FocusEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { goOnAt } from './focus/goOnAt'
import { useTopDialog } from './topDialog'
import { useAside } from './useAside'
import styles from './Notices.module.css'

export interface Notice {
  id: string
  texte: string
  /** The way back: the word on its button, and what it does. */
  retour?: { nom: string; prendre: () => void }
}

/** Where lines are said: on the page, or in the dialog that is open above it. */
function Place({ children }: { children: ReactNode }) {
  const dialog = useTopDialog()
  return (
    <>
      <div role="status" aria-live="polite">
        {!dialog && children}
      </div>
      {dialog && createPortal(children, dialog)}
    </>
  )
}

/** Short lines about what was just done, each with its way back. They never cover what has the focus. */
export function Notices({ notices, onDismiss }: { notices: readonly Notice[]; onDismiss: (id: string) => void }) {
  const box = useRef<HTMLDivElement>(null)
  const aside = useAside(box, notices.length)
  const cameFrom = useRef<Element | null>(null)
  const enter = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget
  }
  // The pressed button goes with its line: the work goes on where it was left for it.
  const dismiss = (id: string) => {
    onDismiss(id)
    const dialog = box.current?.closest('dialog')
    goOnAt(
      () => cameFrom.current,
      () => (dialog ?? document).querySelector('main, [tabindex="-1"]'),
    )
  }
  return (
    <Place>
      <div ref={box} className={`${styles.notices} ${aside ? styles.aside : ''}`} onFocus={enter}>
        {notices.map(({ id, texte, retour }) => (
          <div key={id} className={styles.notice}>
            <span className={styles.text}>{texte}</span>
            {retour && (
              <button
                type="button"
                onClick={() => {
                  retour.prendre()
                  dismiss(id)
                }}
              >
                {retour.nom}
              </button>
            )}
            <button type="button" className={styles.close} aria-label="Fermer ce message" onClick={() => dismiss(id)}>
              <span aria-hidden="true">✕</span>
            </button>
          </div>
        ))}
      </div>
    </Place>
  )
}
