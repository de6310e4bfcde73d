import { useId, useState } from 'react'
import { constatKey, type Constat } from '../../dossier/constat'
import { showFaute } from '../../dossier/enonce'
import { isContournable } from '../../dossier/passerOutre'
import { Button } from '../../ui/Button'
import { showInstantOfYear } from '../dates'
import styles from './Controle.module.css'
import { PasserOutre } from './PasserOutre'
import { writeRoute } from '../route'
import { travail } from '../poste/travail'

/** One constat: its way to the field, what to do, and the clerk's word on it. */
export function Item({ found, href, seen }: { found: Constat; href: string; seen: string | null }) {
  const { remede } = found.message
  const erreur = found.gravite === 'erreur'
  const key = constatKey(found)
  const id = useId()
  const [asking, setAsking] = useState(false)
  return (
    <li className={styles.item}>
      <span className={erreur ? styles.erreur : styles.alerte} aria-hidden="true">
        {erreur ? '✕' : '▲'}
      </span>
      <span className={styles.what}>
        <a href={href} id={id}>
          <span className="sr-only">{erreur ? 'Erreur, ' : 'Alerte, '}</span>
          {showFaute(found)}
        </a>
        <span className={styles.todo}>
          <br />
          {remede} Guide {found.paragraphe}.{' '}
          <a className={styles.why} href={writeRoute({ aide: found.regle })} aria-describedby={id}>
            Pourquoi ?
          </a>
          {seen !== null && ` Vérifié le ${showInstantOfYear(seen)}.`}
        </span>
        {found.passeOutre !== undefined && (
          <span className={styles.passe}>Règle passée outre : {found.passeOutre}</span>
        )}
      </span>
      <span className={styles.word}>
        {isContournable(found) && !asking && (
          <Button small aria-describedby={id} onClick={() => setAsking(true)}>
            Passer outre cette règle
          </Button>
        )}
        {found.passeOutre !== undefined && (
          <Button small aria-describedby={id} onClick={() => travail.demandes.setPasseOutre(key, null)}>
            Ne plus passer outre
          </Button>
        )}
        {!erreur && (
          <Verifie
            id={id}
            seen={seen !== null}
            onChange={(checked) => travail.demandes.setVerifies(found.marques, checked)}
          />
        )}
      </span>
      {asking && <PasserOutre constat={key} onDone={() => setAsking(false)} />}
    </li>
  )
}

function Verifie({ id, seen, onChange }: { id: string; seen: boolean; onChange: (checked: boolean) => void }) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        aria-describedby={id}
        checked={seen}
        onChange={(event) => onChange(event.target.checked)}
      />
      Vérifié
    </label>
  )
}
