import { useMemo } from 'react'
import { ajoutsOf } from '../../format/modele'
import { readFichierModele } from '../../format/readFichier'
import type { ModeleRetenu } from '../../records/modele'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { TextField } from '../../ui/TextField'
import { showModele } from '../../travail/opening/contenu'
import styles from './Entete.module.css'
import { showDay } from '../dates'
import { travail } from '../poste/travail'

/** The modèle that files are written after: what it changes, and the values of the tags that it adds. format §7 */
export function Modele({ modele }: { modele: ModeleRetenu }) {
  const lu = useMemo(() => readFichierModele(modele.texte), [modele.texte])
  const remove = () => travail.modeles.retirer(modele)
  return (
    <Card title="Modèle de l’ASP">
      <p>
        <strong>{modele.nomFichier}</strong>, ouvert le {showDay(modele.luLe)}. Les JSON sont écrits dans sa forme.
      </p>
      {lu.ok ? (
        <>
          <ul className={styles.lines}>
            {showModele(lu.modele).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {[...new Set(ajoutsOf(lu.modele).map(({ chemin }) => chemin))].map((chemin) => (
            <ValeurFixe key={chemin} modele={modele} chemin={chemin} />
          ))}
        </>
      ) : (
        <p>▲ Ce modèle ne se lit plus : retirez-le, puis ouvrez de nouveau celui du portail.</p>
      )}
      <div>
        <Button small onClick={remove}>
          Retirer le modèle
        </Button>
      </div>
    </Card>
  )
}

/** The value that a tag of the modèle's own has in every demande; kept at each keystroke. */
function ValeurFixe({ modele, chemin }: { modele: ModeleRetenu; chemin: string }) {
  const { valeursFixes } = modele
  return (
    <TextField
      id={`fixe-${chemin}`}
      label={`Valeur fixe de ${chemin}`}
      value={Object.hasOwn(valeursFixes, chemin) ? (valeursFixes[chemin] ?? '') : ''}
      onChange={(typed) =>
        void travail.modeles.retenir({ ...modele, valeursFixes: { ...valeursFixes, [chemin]: typed } })
      }
      hint="Écrite telle quelle partout ; vide, la balise vaut null"
    />
  )
}
