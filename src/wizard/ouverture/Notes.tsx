import styles from './Ouverture.module.css'

const shown = 8

/** Lines that are good to know; a long list is folded. */
export function Notes({ titre, notes }: { titre: string; notes: readonly string[] }) {
  if (notes.length === 0) return null
  const list = (
    <ul className={styles.notes}>
      {notes.map((note, index) => (
        <li key={index}>{note}</li>
      ))}
    </ul>
  )
  if (notes.length <= shown)
    return (
      <div>
        <p className={styles.sub}>
          {titre} ({notes.length})
        </p>
        {list}
      </div>
    )
  return (
    <details>
      <summary className={styles.sub}>
        {titre} ({notes.length})
      </summary>
      {list}
    </details>
  )
}
