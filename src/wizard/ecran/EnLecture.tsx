import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { count } from '../../format/mots'
import { enExamenOf } from '../../travail/joints'
import { enLectureOf } from '../../travail/lectures'
import { travail, useApp } from '../poste/travail'

/** Says while pièces are being examined or read that what is shown may change; otherwise what stands there. */
export function EnLecture({ children }: { children?: ReactNode }) {
  const left = useApp(enLectureOf)
  const examined = useStore(travail.joints.store, enExamenOf)
  if (examined > 0)
    return (
      <span role="status" aria-busy>
        Examen de {count(examined, 'pièce')} : rien n’en est encore joint.
      </span>
    )
  return (
    <span role="status" aria-busy={left > 0}>
      {left > 0 ? `Lecture de ${count(left, 'pièce')} : des alertes peuvent encore s’ajouter.` : children}
    </span>
  )
}
