import { useId } from 'react'
import { libelles } from '../../dossier/champs'
import type { Ensemble } from '../../travail/suggestions'
import { Button } from '../../ui/Button'
import { goOnAt } from '../../ui/focus/goOnAt'
import { suggestionAfter } from '../../ui/Suggestion'
import { travail, useApp } from '../poste/travail'
import { useEnsembles } from '../champs/useSuggestions'
import styles from './ToutUtiliser.module.css'

const lusId = 'lus'

/** Brings them into view, with the focus on the button that takes them. */
export function showLus() {
  const section = document.getElementById(lusId)
  section?.scrollIntoView({ block: 'start' })
  goOnAt(() => section?.querySelector('button'))
}

/** What each attached document says of several fields that are empty: every value shown, all taken in one press. */
export function ToutUtiliser({ demande }: { demande: string }) {
  const ensembles = useEnsembles(demande)
  const draft = useApp(({ brouillon }) => brouillon?.id ?? '')
  if (ensembles.length === 0) return null
  const take = ({ suggestions }: Ensemble) => {
    travail.demandes.takeLus(draft, demande, suggestions)
    const heading = document.querySelector('h1')
    goOnAt(
      () => suggestionAfter(heading),
      () => firstEmpty(),
      () => heading,
    )
  }
  return (
    <section id={lusId} className={styles.all} aria-label="Valeurs lues dans les documents">
      {ensembles.map((ensemble) => (
        <Document key={ensemble.source} ensemble={ensemble} onTake={() => take(ensemble)} />
      ))}
    </section>
  )
}

/** The first field of the form that has to be filled in and is not. */
const firstEmpty = () =>
  Array.from(document.querySelectorAll<HTMLInputElement>('form [aria-required=true]')).find(({ value }) => value === '')

function Document({ ensemble: { ou, suggestions }, onTake }: { ensemble: Ensemble; onTake: () => void }) {
  const id = useId()
  return (
    <div className={styles.document}>
      <h2 id={id} className={styles.title}>
        Lu dans {ou}
      </h2>
      <dl className={styles.values}>
        {suggestions.map(({ champ, valeur, doute }) => (
          <div key={champ}>
            <dt>{libelles[champ]}</dt>
            <dd>
              {valeur}
              {doute !== null && <span className={styles.doute}> {doute}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <Button look="primary" small data-suggestion aria-describedby={id} onClick={onTake}>
        Tout utiliser ({suggestions.length})
      </Button>
    </div>
  )
}
