import { useRef, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Progress } from '../../ui/Progress'
import { count } from '../etapes'
import { Fichier } from './Fichier'
import { LireTas } from './LireTas'
import { countPlaced, groupesOf } from '../../travail/tri/groupes'
import { pretsOf, type Tri as Sheet } from '../../travail/tri/sheet'
import { travail } from '../poste/travail'
import styles from './Tri.module.css'

const closeTri = () => void travail.tri().then(({ close }) => close())
const planNouvelles = () => void travail.tri().then((tri) => tri.planNouvelles())

/** The review sheet of dropped files: where each seems to belong and why, all of it changeable. */
export function Tri() {
  const tri = useStore(travail.triStore, (state) => state.tri)
  return (
    <Dialog open={tri !== null} title="Fichiers déposés" wide onClose={closeTri}>
      {tri && <Feuille tri={tri} />}
    </Dialog>
  )
}

function Feuille({ tri }: { tri: Sheet }) {
  const ready = pretsOf(tri)
  const placed = countPlaced(ready)
  const joined = groupesOf(ready).filter(({ documents }) => documents.length > 1)
  const [busy, setBusy] = useState(false)
  const stop = useRef(new AbortController())
  const attach = async () => {
    setBusy(true)
    stop.current = new AbortController()
    await (await travail.tri()).attach(stop.current.signal)
    setBusy(false)
  }
  return (
    <>
      <p className={styles.intro}>
        Voici où chaque fichier semble aller, et pourquoi. Corrigez si besoin : rien n’est joint avant votre accord.
      </p>
      {tri.travail && (
        <Progress
          label={tri.travail.texte}
          share={tri.travail.share}
          onCancel={() => (busy ? stop.current.abort() : closeTri())}
        />
      )}
      <LireTas tri={tri} />
      <ul className={styles.list}>
        {tri.elements.map((element, index) => (
          <Fichier key={element.id} element={element} first={index === 0} last={index === tri.elements.length - 1} />
        ))}
      </ul>
      {joined.length > 0 && (
        <p className={styles.intro}>
          {joined.map(({ documents }) => count(documents.length, 'document')).join(', ')} vont à la même place : réunis
          en un PDF, dans l’ordre ci-dessus.
        </p>
      )}
      <div className={styles.actions}>
        <Button
          onClick={planNouvelles}
          disabled={tri.travail !== null || !ready.some(({ type, cible }) => type === 'FACTURE' && cible === null)}
        >
          Créer une demande par facture
        </Button>
        <span className={styles.moves}>
          <Button onClick={closeTri}>Ne rien joindre</Button>
          <Button look="primary" disabled={placed === 0 || tri.travail !== null} onClick={attach}>
            {placed === 0 ? 'Joindre' : `Joindre ${count(placed, 'fichier')}`}
          </Button>
        </span>
      </div>
    </>
  )
}
