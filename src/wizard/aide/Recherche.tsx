import type { ReactNode } from 'react'
import styles from './Aide.module.css'

interface RechercheProps {
  searched: string
  onSearch: (typed: string) => void
  /** How much was found, in words; null while nothing is looked for. */
  found: string | null
  children: ReactNode
}

/** The field that the guide is searched with. */
export function Recherche({ searched, onSearch, found, children }: RechercheProps) {
  return (
    <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
      <label htmlFor="aide-recherche">Chercher dans l’aide</label>
      <input
        id="aide-recherche"
        type="search"
        value={searched}
        autoComplete="off"
        onChange={(event) => onSearch(event.target.value)}
      />
      {children}
      <span role="status" className={styles.found}>
        {found !== null && `${found} pour « ${searched.trim()} »`}
      </span>
    </form>
  )
}
