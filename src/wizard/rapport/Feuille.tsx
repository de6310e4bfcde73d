import type { Rapport, Section } from '../../rapport/section'
import { writeCsv } from '../../rapport/writeCsv'
import { writeHtml } from '../../rapport/writeHtml'
import { Button } from '../../ui/Button'
import styles from './Feuille.module.css'

const looks = { '✓': styles.good, '▲': styles.open, '✕': styles.bad } as const

interface FeuilleProps {
  rapport: Rapport
  /** Name of the files it is saved as, without extension. */
  nom: string
  onSave: (octets: Blob, nom: string) => void
}

/** A report on screen, to be printed or saved: the same tables as in its files. */
export function Feuille({ rapport, nom, onSave }: FeuilleProps) {
  const save = (text: string, type: string, extension: string) =>
    onSave(new Blob([text], { type: `${type};charset=utf-8` }), `${nom}.${extension}`)
  return (
    <article className={styles.sheet}>
      <p className={styles.printed}>{rapport.titre}</p>
      <p className={`${styles.verdict} ${looks[rapport.signe]}`}>
        <span aria-hidden="true">{rapport.signe}</span> {rapport.verdict}
      </p>
      <div className={styles.actions}>
        <Button onClick={() => print()}>Imprimer le rapport</Button>
        <Button onClick={() => save(writeHtml(rapport), 'text/html', 'html')}>Enregistrer le rapport (HTML)</Button>
        <Button onClick={() => save(writeCsv(rapport), 'text/csv', 'csv')}>Enregistrer le rapport (CSV)</Button>
      </div>
      {rapport.sections.map((section) => (
        <Partie key={section.titre} section={section} />
      ))}
    </article>
  )
}

function Partie({ section: { titre, colonnes, lignes, vide } }: { section: Section }) {
  return (
    <section>
      <h2>{titre}</h2>
      {lignes.length === 0 ? (
        <p>{vide}</p>
      ) : (
        <div className={styles.scroll} tabIndex={0} role="group" aria-label={`Tableau : ${titre}`}>
          <table aria-label={titre}>
            <thead>
              <tr>
                {colonnes.map(({ colonne, nom }) => (
                  <th key={colonne} scope="col">
                    {nom}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lignes.map((ligne, index) => (
                <tr key={index}>
                  {colonnes.map(({ colonne }) => (
                    <td key={colonne} data-colonne={colonne}>
                      {ligne[colonne] ?? ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
