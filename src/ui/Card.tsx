import type { ReactNode, SyntheticEvent } from 'react'
import styles from './Card.module.css'

/** Enter in a field of its own must not load the page anew. */
const stay = (event: SyntheticEvent) => event.preventDefault()

/**
 * A group of fields on a white card, named by its legend, or as `name` says. A form of its own: at each sign, browsers go
 * through all fields of the form, or of the page where there is none.
 */
export function FieldCard({ legend, name, children }: { legend: string; name?: string; children: ReactNode }) {
  return (
    <fieldset className={styles.fields} aria-label={name}>
      <legend className={styles.title}>{legend}</legend>
      <form className={styles.content} noValidate onSubmit={stay}>
        {children}
      </form>
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
