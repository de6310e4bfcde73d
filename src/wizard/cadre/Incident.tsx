import { Component, type ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Exporter } from '../ecran/Exporter'
import { travail } from '../poste/travail'
import { isLoadFailure } from './loadFailure'
import styles from './Incident.module.css'

/**
 * The one place where a fault of ours ends up, thrown while drawing or in a promise nobody waits for, and where a part
 * that could not be fetched is told: the dossier stays in the store, and is written first.
 */
export class Incident extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: toError(error) }
  }

  override componentDidMount() {
    addEventListener('unhandledrejection', this.take)
  }

  override componentWillUnmount() {
    removeEventListener('unhandledrejection', this.take)
  }

  take = ({ reason }: PromiseRejectionEvent) => {
    // Stopped by the clerk: that is no fault.
    if (reason instanceof DOMException && reason.name === 'AbortError') return
    this.setState({ error: toError(reason) })
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main className={styles.page}>
        {isLoadFailure(error) ? <PartieManquante /> : <Faute error={error} />}
        <div className={styles.actions}>
          <Button look="primary" onClick={() => void reload()}>
            Recharger la page
          </Button>
          <Button onClick={() => this.setState({ error: null })}>Reprendre</Button>
          <Exporter />
        </div>
      </main>
    )
  }
}

const toError = (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason)))

/** What was typed a moment ago is written before the page goes. */
async function reload() {
  await travail.session.flush()
  location.reload()
}

function PartieManquante() {
  return (
    <>
      <h1>Une partie de la page n’a pas pu être chargée</h1>
      <p>
        Le réseau est coupé, ou une nouvelle version vient d’être mise en ligne. Votre brouillon est gardé sur cet
        ordinateur : rechargez la page pour continuer où vous en étiez.
      </p>
    </>
  )
}

function Faute({ error }: { error: Error }) {
  return (
    <>
      <h1>Un incident s’est produit</h1>
      <p>
        C’est une faute de cet outil, pas de votre saisie, qui est gardée. Reprenez ; si cela recommence, rechargez la
        page ou changez d’étape.
      </p>
      <p>Détail : {error.message}</p>
    </>
  )
}
