import { Component, type ReactNode } from 'react'
import { Button } from '../../ui/Button'

/** The one place where a fault of ours ends up: it says so, and the dossier stays in the store. */
export class Incident extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main style={{ padding: 24, maxWidth: 640 }}>
        <h1>Un incident s’est produit</h1>
        <p>
          C’est une faute de cet outil, pas de votre saisie, qui est gardée. Reprenez ; si cela recommence, changez
          d’étape.
        </p>
        <p>Détail : {error.message}</p>
        <Button look="primary" onClick={() => this.setState({ error: null })}>
          Reprendre
        </Button>
      </main>
    )
  }
}
