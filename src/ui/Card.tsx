import type { ReactNode } from 'react'
import styles from './Card.module.css'

/** A group of fields on a white card, named by its legend, or as `name` says. */
export function FieldCard({ legend, name, children }: { legend: string; name?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.fields} aria-label={name}>
      <legend className={styles.title}>{legend}</legend>
      <div className={styles.content}>{children}</div>
    </fieldset>
  )
}

/** A white card with a heading. */
export function Card({
  title,
  children,
  className,
}: {
  title?: ReactNode
  children: ReactNode
  className?: string | undefined
}) {
  return (
    <section className={[styles.card, className].filter(Boolean).join(' ')}>
      {title !== undefined && <h2 className={styles.title}>{title}</h2>}
      {children}
    </section>
  )
}
