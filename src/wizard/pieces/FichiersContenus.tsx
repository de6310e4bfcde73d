import { useState } from 'react'
import { showMo } from '../../dossier/taille'
import { Button } from '../../ui/Button'
import styles from './Secours.module.css'

interface FichiersContenusProps {
  fichiers: readonly File[]
  onTake: (fichier: File) => void
}

/** The files inside another (a mail, a portfolio, an envelope), each to be taken once. */
export function FichiersContenus({ fichiers, onTake }: FichiersContenusProps) {
  const [taken, setTaken] = useState<readonly File[]>([])
  const take = (fichier: File) => {
    setTaken((before) => [...before, fichier])
    onTake(fichier)
  }
  return (
    <ul className={styles.contents}>
      {fichiers.map((fichier, rank) => (
        <li key={rank}>
          <Button small disabled={taken.includes(fichier)} onClick={() => take(fichier)}>
            Prendre « <bdi>{fichier.name}</bdi> »
          </Button>{' '}
          <span className={styles.weight}>{showMo(fichier.size)}</span>
        </li>
      ))}
    </ul>
  )
}
