import { exempleOf, explications } from '../../aide/regles/explications'
import { regles, type NomRegle } from '../../dossier/regles'
import { showMessage } from '../../format/message'
import { Badge } from '../../ui/Badge'
import styles from './Aide.module.css'

/** One rule: what is checked, its message as the clerk meets it, and why. */
export function Regle({ nom }: { nom: NomRegle }) {
  const { gravite, paragraphe, contournable } = regles[nom]
  const { titre, pourquoi } = explications[nom]
  const { faute, remede } = exempleOf(nom)
  return (
    <article className={styles.rule} aria-labelledby={`aide-${nom}`}>
      <h4 id={`aide-${nom}`} tabIndex={-1}>
        {titre}
      </h4>
      <p className={styles.facts}>
        <Badge kind={gravite} text={gravite === 'erreur' ? 'Erreur' : 'Alerte'} />
        Guide {paragraphe}
        {contournable && ' · peut être passée outre'}
      </p>
      <p className={styles.message}>
        <strong>{faute}</strong> {remede}
      </p>
      <p>{pourquoi}</p>
    </article>
  )
}

/** All the words that a rule is found by. */
export const textOfRegle = (nom: NomRegle) =>
  [explications[nom].titre, showMessage(exempleOf(nom)), explications[nom].pourquoi, regles[nom].paragraphe].join(' ')
