import styles from './Bref.module.css'

interface BrefProps {
  /** The name of the button, as it is read and as wide screens show it. */
  nom: string
  /** What narrow screens show: a sign over one word of that name. */
  signe: string
  mot: string
  /** Beside the name on wide screens. */
  before?: string | undefined
  after?: string | undefined
}

/** The words of a button of the foot bar, of which four stand side by side on the narrowest telephone. */
export const Bref = ({ nom, signe, mot, before, after }: BrefProps) => (
  <>
    <span className={styles.whole}>
      {before && <span aria-hidden="true">{before}</span>}
      {nom}
      {after && <span aria-hidden="true">{after}</span>}
    </span>
    <span aria-hidden="true" className={styles.brief}>
      <span>{signe}</span>
      {mot}
    </span>
  </>
)
