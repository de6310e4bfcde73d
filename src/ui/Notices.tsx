import styles from './Notices.module.css'

export interface Notice {
  id: string
  texte: string
  annuler?: () => void
}

/** Short lines about what was just done, each with its way back. They stay until dismissed or pushed out. */
export function Notices({ notices, onDismiss }: { notices: readonly Notice[]; onDismiss: (id: string) => void }) {
  return (
    <div className={styles.notices} role="status" aria-live="polite">
      {notices.map(({ id, texte, annuler }) => (
        <div key={id} className={styles.notice}>
          <span>{texte}</span>
          {annuler && (
            <button
              type="button"
              onClick={() => {
                annuler()
                onDismiss(id)
              }}
            >
              Annuler
            </button>
          )}
          <button type="button" className={styles.close} aria-label="Fermer ce message" onClick={() => onDismiss(id)}>
            <span aria-hidden="true">✕</span>
          </button>
        </div>
      ))}
    </div>
  )
}
