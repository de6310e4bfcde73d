import type { ReactNode } from 'react'
import { Button } from './Button'
import styles from './Messages.module.css'

/** One message under a field: its kind, the fault in bold, then what to do. */
export interface FieldMessage {
  kind: 'erreur' | 'alerte' | 'prete'
  faute: string
  remede?: string
  key?: string
}

const signs = { erreur: ['✕', 'Erreur :'], alerte: ['▲', 'Alerte :'], prete: ['✓', ''] } as const

/** Messages of one field, said by screen readers when they come. Sign, word and colour tell their kind. */
export function Messages({
  id,
  messages,
  children,
}: {
  id?: string
  messages: readonly FieldMessage[]
  children?: ReactNode
}) {
  return (
    <div id={id} className={styles.list} aria-live="polite">
      {messages.map(({ kind, faute, remede, key }) => (
        <p key={key ?? faute} className={`${styles.message} ${styles[kind]}`}>
          <span aria-hidden="true">{signs[kind][0]}</span>
          <span>
            <span className="sr-only">{signs[kind][1]} </span>
            <strong>{faute}</strong>
            {remede ? ` ${remede}` : ''}
          </span>
        </p>
      ))}
      {children}
    </div>
  )
}

/** Proposed values, each a button that takes it. */
export function Proposals({ proposals }: { proposals: readonly { libelle: string; take: () => void }[] }) {
  if (proposals.length === 0) return null
  return (
    <div className={styles.proposals}>
      {proposals.map(({ libelle, take }) => (
        <Button key={libelle} small onClick={take}>
          {libelle}
        </Button>
      ))}
    </div>
  )
}
