import { useMemo } from 'react'
import { count } from '../../../format/mots'
import type { Ligne } from '../../../travail/liste/lignes'
import { countFiltres, filtres, ordres, type Filtre, type Ordre, type Vue } from '../../../travail/liste/vue'
import { Button } from '../../../ui/Button'
import { TextField } from '../../../ui/TextField'
import { travail } from '../../poste/travail'
import styles from './Filtres.module.css'

const { setVue } = travail.liste

/** Which demandes are shown, and in which order: a way of looking, that changes nothing of the file. */
export function Filtres({ vue, lignes, shown }: { vue: Vue; lignes: readonly Ligne[]; shown: number }) {
  const counts = useMemo(() => countFiltres(lignes), [lignes])
  return (
    <section className={styles.tools} aria-label="Filtrer et ranger">
      <div className={styles.text}>
        <TextField
          id="filtre-demandes"
          label="Filtrer les demandes"
          value={vue.texte}
          onChange={(texte) => setVue({ texte })}
          onKeyDown={({ key }) => key === 'Escape' && setVue({ texte: '' })}
        />
      </div>
      <fieldset className={styles.filtres}>
        <legend className={styles.legend}>Montrer</legend>
        <div className={styles.options}>
          {(Object.keys(filtres) as Filtre[]).map((filtre) => (
            <label key={filtre} className={styles.option}>
              <input type="radio" name="filtre" checked={vue.filtre === filtre} onChange={() => setVue({ filtre })} />
              {filtres[filtre].nom} ({counts[filtre]})
            </label>
          ))}
        </div>
      </fieldset>
      <label className={styles.ordre}>
        <span className={styles.legend}>Ranger par</span>
        <select
          className={styles.select}
          value={vue.ordre}
          onChange={({ target }) => setVue({ ordre: target.value as Ordre })}
        >
          {(Object.keys(ordres) as Ordre[]).map((ordre) => (
            <option key={ordre} value={ordre}>
              {ordres[ordre].nom}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.shown} role="status">
        {shown < lignes.length && `${count(shown, 'demande montrée')} sur ${lignes.length}.`}
      </p>
      {vue.ordre !== 'fichier' && (
        <p className={styles.note}>
          Rangées ainsi à l’écran seulement : leurs numéros et l’ordre du fichier ne changent pas. Une ligne se monte ou
          se descend dans l’ordre du fichier ; « Déplacer » marche toujours.{' '}
          <Button small look="quiet" onClick={() => setVue({ ordre: 'fichier' })}>
            Revenir à l’ordre du fichier
          </Button>
        </p>
      )}
    </section>
  )
}
