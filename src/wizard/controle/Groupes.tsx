import { useState } from 'react'
import { useStore } from 'zustand'
import { bloquantsOf, compteOf } from '../../dossier/compte'
import { constatKey, verifieLe } from '../../dossier/constat'
import { count } from '../../format/mots'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { LazyRows } from '../../ui/LazyRows'
import { hrefFollowed } from '../ecran/followed'
import { travail, useApp } from '../poste/travail'
import styles from './Controle.module.css'
import type { Place } from './grouper'
import { Item } from './Item'

/** What was found at one place: the header and the deposit, or one demande. */
export interface Groupe {
  titre: string
  places: readonly Place[]
}

/** Up to so many groups all are open; of more, the first is, and the clerk unfolds the one at hand. */
const few = 6

/** Everything found, place by place. */
export function Groupes({ groupes }: { groupes: readonly Groupe[] }) {
  const touched = useStore(travail.plis.store)
  const isOpen = (titre: string, rang: number) => touched[titre] ?? (groupes.length <= few || rang === 0)
  // Where one comes back to a link, it is there to take the focus.
  const [back] = useState(hrefFollowed)
  const reach = groupes.findIndex(({ places }) => places.some(({ href }) => href === back))
  const all = groupes.every(({ titre }, rang) => isOpen(titre, rang))
  return (
    <>
      {groupes.length > few && (
        <div className={`${styles.plis} ${styles.noprint}`}>
          <Button
            small
            onClick={() =>
              travail.plis.set(
                groupes.map(({ titre }) => titre),
                !all,
              )
            }
          >
            {all ? 'Tout replier' : `Tout déplier (${groupes.length})`}
          </Button>
        </div>
      )}
      <LazyRows items={groupes} blank={styles.blank} blankTag="div" reach={reach === -1 ? null : reach}>
        {(groupe, rang) => <GroupeConstats key={groupe.titre} groupe={groupe} open={isOpen(groupe.titre, rang)} />}
      </LazyRows>
    </>
  )
}

const isAlerte = ({ found }: Place) => Number(found.gravite === 'alerte')

function GroupeConstats({ groupe: { titre, places }, open }: { groupe: Groupe; open: boolean }) {
  const verifies = useApp((state) => state.dossier.verifies)
  const compte = compteOf(
    places.map(({ found }) => found),
    verifies,
  )
  const blocking = bloquantsOf(compte)
  const ordered = [...places].sort((a, b) => isAlerte(a) - isAlerte(b))
  return (
    <details
      className={`${styles.group} ${styles.noprint}`}
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) travail.plis.set([titre], currentTarget.open)
      }}
    >
      <summary className={styles.head}>
        <h2>{titre}</h2>
        {blocking > 0 && <Badge kind="erreur" text={count(blocking, 'erreur')} />}
        {compte.alertes > 0 && <Badge kind="alerte" text={count(compte.alertes, 'alerte')} />}
        {blocking + compte.alertes === 0 && <Badge kind="prete" text="tout est vérifié" />}
      </summary>
      {open && (
        <ul>
          {ordered.map(({ found, href }) => (
            <Item
              key={`${constatKey(found)} ${found.rangs.join()}`}
              found={found}
              href={href}
              seen={verifieLe(found, verifies)}
            />
          ))}
        </ul>
      )}
    </details>
  )
}
