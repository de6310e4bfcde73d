import { libelles } from '../../dossier/champs'
import { champsTableau, type ChampTableau } from '../../tableau/champs'
import { celluleAt } from '../../tableau/feuille'
import { lettersOf } from '../../tableau/lettres'
import type { Proposee } from '../../tableau/proposer'
import type { EtatTableau } from '../../travail/tableau/etat'
import styles from './Tableau.module.css'
import { useTableaux } from './useTableaux'

/** The first rows of a sheet, with what each column was taken for over it; all of it can be changed. */
export function Colonnes({ tableau, proposee }: { tableau: EtatTableau; proposee: Proposee }) {
  const { colonnes, debut, titres } = proposee
  const tableaux = useTableaux()
  return (
    <section className={styles.bloc} aria-label="Colonnes du tableau">
      <div className={styles.choices}>
        {tableau.feuilles.length > 1 && (
          <label className={styles.choice}>
            Feuille
            <select
              className={styles.select}
              value={tableau.rang}
              onChange={({ target }) => tableaux.showFeuille(Number(target.value))}
            >
              {tableau.feuilles.map(({ nom }, rang) => (
                <option key={`${rang} ${nom}`} value={rang}>
                  {nom}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={styles.choice}>
          Ligne des titres
          <select
            className={styles.select}
            value={titres ?? ''}
            onChange={({ target }) => tableaux.setTitres(target.value === '' ? null : Number(target.value))}
          >
            <option value="">Aucune</option>
            {debut.map(({ numero }) => (
              <option key={numero} value={numero}>
                Ligne {numero}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Premières lignes du tableau">
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {colonnes.map(({ champ, titre, sur, masquee }, colonne) => (
                <th key={colonne} scope="col">
                  <select
                    className={styles.select}
                    aria-label={`Colonne ${lettersOf(colonne)}${titre ? ` (${titre})` : ''}`}
                    value={champ ?? ''}
                    onChange={({ target }) => tableaux.setChamp(colonne, (target.value || null) as ChampTableau | null)}
                  >
                    <option value="">Ne pas prendre</option>
                    {champsTableau.map((known) => (
                      <option key={known} value={known}>
                        {libelles[known]}
                      </option>
                    ))}
                  </select>
                  {masquee && <span className={styles.doute}>masquée</span>}
                  {champ !== null && !sur && <span className={styles.doute}>▲ deviné, à vérifier</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {debut.map((ligne) => (
              <tr key={ligne.numero} className={ligne.numero === titres ? styles.titres : undefined}>
                <th scope="row">{ligne.numero}</th>
                {colonnes.map((_, colonne) => (
                  <td key={colonne}>{celluleAt(ligne, colonne).texte}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
