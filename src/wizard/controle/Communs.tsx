import { useStore } from 'zustand'
import { count } from '../../format/mots'
import { verifieLe } from '../../dossier/constat'
import { showFaute } from '../../dossier/enonce'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { travail, useApp } from '../poste/travail'
import styles from './Controle.module.css'
import type { Commun } from './grouper'

/** What many demandes have in common: one line each, opened to see them all. */
export function Communs({ communs }: { communs: readonly Commun[] }) {
  if (communs.length === 0) return null
  return (
    <section className={`${styles.group} ${styles.noprint}`} aria-labelledby="communs">
      <div className={styles.head}>
        <h2 id="communs">Communs à plusieurs demandes</h2>
      </div>
      <ul>
        {communs.map((commun) => (
          <Ligne key={commun.key} commun={commun} />
        ))}
      </ul>
    </section>
  )
}

function Ligne({ commun: { key, places } }: { commun: Commun }) {
  const unfolded = useStore(travail.plis.store, (plis) => plis[key] ?? false)
  const [{ found }] = places
  const verifies = useApp((state) => state.dossier.verifies)
  const { remede } = found.message
  const erreur = found.gravite === 'erreur'
  const keys = places.flatMap((place) => place.found.marques)
  const open = places.filter((place) => verifieLe(place.found, verifies) === null).length
  const demandes = [...new Map(places.map((place) => [place.demande, place])).values()]
  return (
    <li className={styles.item}>
      <span className={erreur ? styles.erreur : styles.alerte} aria-hidden="true">
        {erreur ? '✕' : '▲'}
      </span>
      <details
        className={styles.what}
        open={unfolded}
        onToggle={({ currentTarget }) => travail.plis.set([key], currentTarget.open)}
      >
        <summary>
          <span className="sr-only">{erreur ? 'Erreur, ' : 'Alerte, '}</span>
          <strong>{showFaute(found)}</strong> <Badge kind={found.gravite} text={count(demandes.length, 'demande')} />
          <span className={styles.todo}>
            <br />
            {remede} Guide {found.paragraphe}.
          </span>
        </summary>
        {unfolded && (
          <ul className={styles.places}>
            {demandes.map(({ demande, href }) => (
              <li key={demande}>
                <a href={href}>{demande}</a>
              </li>
            ))}
          </ul>
        )}
      </details>
      {!erreur && (
        <span className={styles.word}>
          <Button small onClick={() => travail.demandes.setVerifies(keys, open > 0)}>
            {open > 0 ? `Tout vérifier (${open})` : 'Ne plus tenir pour vérifié'}
          </Button>
        </span>
      )}
    </li>
  )
}
