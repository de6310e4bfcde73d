import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { Dialog } from '../../ui/Dialog'
import { Progress } from '../../ui/Progress'
import { documentsOf, partsOf } from '../../travail/tri/groupes'
import { isNouvelle } from '../../travail/tri/nouvelles'
import { pretsOf, type PretSurFeuille, type Tri as Sheet } from '../../travail/tri/sheet'
import { travail } from '../poste/travail'
import { Actions } from './Actions'
import { Fichier } from './Fichier'
import { LireTas } from './LireTas'
import { nameNouvelle } from './noms'
import { Plan } from './Plan'
import styles from './Tri.module.css'

const cancelExamen = () => void travail.tri().then(({ cancel }) => cancel())
const closeTri = () => void travail.tri().then(({ close }) => close())

/** The review sheet of dropped files: where each seems to belong and why, all of it changeable. */
export function Tri() {
  const tri = useStore(travail.triStore, (state) => state.tri)
  return (
    <Dialog open={tri !== null} title="Fichiers déposés" wide onClose={closeTri}>
      {tri && <Feuille tri={tri} />}
    </Dialog>
  )
}

/** The demandes to be made: their places and names. */
const nouvellesOf = ({ tri }: { tri: Sheet | null }): ReadonlyMap<string, string> =>
  new Map(
    (tri ? partsOf(pretsOf(tri)) : [])
      .filter(({ cible }) => isNouvelle(cible))
      .map((part) => [part.cible, nameNouvelle(documentsOf(part))]),
  )

/** A value as it was a frame ago: lines of choices by the hundred are drawn after what the sheet comes to, not with it. */
function useNextFrame<Value>(value: Value): Value {
  const [shown, setShown] = useState(value)
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setShown(value)))
    return () => cancelAnimationFrame(frame)
  }, [value])
  return shown
}

const none: readonly PretSurFeuille[] = []

function Feuille({ tri }: { tri: Sheet }) {
  const nouvelles = useNextFrame(useStore(travail.triStore, useShallow(nouvellesOf)))
  const [stop, setStop] = useState<AbortController | null>(null)
  const attach = async () => {
    const controller = new AbortController()
    setStop(controller)
    await (await travail.tri()).attach(controller.signal)
    setStop(null)
  }
  const { elements } = tri
  const ready = useMemo(() => pretsOf({ elements }), [elements])
  // What files come to is told once all are known: it would push the lines down at each. Drawn when nothing else waits.
  const examined = elements.every(({ etat }) => etat.kind !== 'attente')
  const planned = useDeferredValue(examined ? ready : none)
  return (
    <>
      <p className={styles.intro}>
        Voici où chaque fichier semble aller, et pourquoi. Corrigez si besoin : rien n’est joint avant votre accord.
      </p>
      {tri.travail && (
        <Progress
          label={tri.travail.texte}
          share={tri.travail.share}
          onCancel={() => (stop ? stop.abort() : cancelExamen())}
        />
      )}
      <LireTas tri={tri} />
      <Plan ready={planned} />
      <h3 className={styles.subtitle}>Fichier par fichier</h3>
      <ul className={styles.list}>
        {elements.map((element, index) => (
          <Fichier
            key={element.id}
            element={element}
            first={index === 0}
            last={index === elements.length - 1}
            nouvelles={nouvelles}
            lines={elements.length}
          />
        ))}
      </ul>
      <Actions tri={tri} ready={ready} busy={stop !== null} onAttach={attach} onClose={closeTri} />
    </>
  )
}
