import type { ReactNode } from 'react'
import { count } from '../../format/mots'
import { enLectureOf } from '../../travail/lectures'
import { useApp } from '../poste/travail'

/** Says while pièces are being read that what is found may grow; otherwise what stands there. */
export function EnLecture({ children }: { children?: ReactNode }) {
  const left = useApp(enLectureOf)
  return (
    <span role="status" aria-busy={left > 0}>
      {left > 0 ? `Lecture de ${count(left, 'pièce')} : des alertes peuvent encore s’ajouter.` : children}
    </span>
  )
}
