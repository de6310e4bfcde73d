import styles from './Badge.module.css'

export interface BadgeProps {
  kind: 'erreur' | 'alerte' | 'prete' | 'plain'
  text: string
}

const signs = { erreur: '!', alerte: '▲', prete: '✓', plain: '' }

/** A state in a word, with a sign and a colour. */
export function Badge({ kind, text }: BadgeProps) {
  return (
    <span className={`${styles.badge} ${styles[kind]}`}>
      {signs[kind] && <span aria-hidden="true">{signs[kind]}</span>}
      {text}
    </span>
  )
}
