import type { Bloc as BlocData } from '../../aide/bloc'
import styles from './Aide.module.css'
import ecran from './ecran.svg'
import parcours from './parcours.svg'

const images = { parcours, ecran }

/** One part of a page. */
export function Bloc({ bloc }: { bloc: BlocData }) {
  switch (bloc.kind) {
    case 'texte':
      return <p>{bloc.texte}</p>
    case 'liste':
      return (
        <ul className={styles.bullets}>
          {bloc.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )
    case 'etapes':
      return (
        <ol className={styles.steps}>
          {bloc.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      )
    case 'mots':
      return (
        <dl className={styles.words}>
          {bloc.mots.map(([mot, sens]) => (
            <div key={mot}>
              <dt>{mot}</dt>
              <dd>{sens}</dd>
            </div>
          ))}
        </dl>
      )
    case 'image':
      return <img className={styles.image} src={images[bloc.image]} alt={bloc.texte} />
  }
}
