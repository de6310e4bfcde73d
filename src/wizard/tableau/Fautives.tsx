import { showFaute } from '../../dossier/enonce'
import { count } from '../../format/mots'
import { showNumeros } from '../../tableau/fusion'
import type { DemandeProposee } from '../../tableau/importer'
import { Choice } from '../../ui/Choice'
import styles from './Tableau.module.css'
import { useTableaux } from './useTableaux'

const options = [
  { value: 'sans', label: 'Les laisser de côté' },
  { value: 'avec', label: 'Les prendre avec leurs erreurs' },
] as const

/** The bad rows, each with its reasons, and what becomes of them. */
export function Fautives({ fautives, avecErreurs }: { fautives: readonly DemandeProposee[]; avecErreurs: boolean }) {
  const tableaux = useTableaux()
  if (fautives.length === 0) return null
  return (
    <section className={styles.bloc} aria-label="Lignes fautives">
      <Choice
        id="fautives"
        legend={count(fautives.length, 'demande du tableau est fautive')}
        options={options}
        value={avecErreurs ? 'avec' : 'sans'}
        onChange={(choice) => tableaux.setAvecErreurs(choice === 'avec')}
      />
      <ul className={styles.lignes}>
        {fautives.map((proposee) => (
          <Ligne key={proposee.demande.id} proposee={proposee} />
        ))}
      </ul>
    </section>
  )
}

function Ligne({ proposee: { numeros, demande, problemes, erreurs } }: { proposee: DemandeProposee }) {
  const { numeroEditeur, numeroASP, libelleInterne } = demande.saisie
  const name = [numeroEditeur, numeroASP, libelleInterne].filter((text) => text.trim() !== '').join(' · ')
  return (
    <li className={styles.ligne}>
      <strong>{showNumeros(numeros)}</strong>
      {name && ` · ${name}`}
      <ul className={styles.raisons}>
        {problemes.map(({ faute, remede }) => (
          <li key={faute}>
            {faute} {remede}
          </li>
        ))}
        {erreurs.map((found) => (
          <li key={`${found.champ} ${found.message.faute} ${found.rangs.join()}`}>{showFaute(found)}</li>
        ))}
      </ul>
    </li>
  )
}
