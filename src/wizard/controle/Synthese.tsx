import { showEuros } from '../../dossier/montant'
import { showMo } from '../../dossier/taille'
import { showZipMax } from '../../format/limites'
import { Button, ButtonLink } from '../../ui/Button'
import { bilanOf, useApp } from '../poste/travail'
import { writeRoute } from '../route'
import styles from './Synthese.module.css'
import { totauxOf } from './totaux'

/** Goes to the table at the page's end; the address stays the screen's. */
function showBordereau() {
  const heading = document.getElementById('bordereau')
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

/** The deposit in four figures, and the way to its bordereau, however long the page is. */
export function Synthese() {
  const demandes = useApp((state) => state.dossier.demandes)
  const taille = useApp((state) => bilanOf(state).taille)
  const { montant, finess, pieces } = totauxOf(demandes)
  const figures: readonly (readonly [string, string])[] = [
    ['Demandes', String(demandes.length)],
    ['Montant HT, total', montant === null ? '—' : showEuros(montant)],
    ['FINESS', String(finess)],
    ['Pièces', pieces === 0 ? '0' : `${pieces} · ${showMo(taille)}, ${showZipMax()} au plus par zip`],
  ]
  return (
    <section className={styles.card} aria-label="Totaux du dépôt">
      <dl className={styles.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.actions}>
        <Button small onClick={showBordereau}>
          Voir le bordereau
        </Button>
        <ButtonLink small href={writeRoute('rapport')}>
          Rapport
        </ButtonLink>
        <Button small onClick={() => print()}>
          Imprimer le bordereau
        </Button>
      </div>
    </section>
  )
}
