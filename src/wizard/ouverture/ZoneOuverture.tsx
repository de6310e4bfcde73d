import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { travail } from '../poste/travail'

const Ouverture = lazy(() => import('./Ouverture').then(({ Ouverture }) => ({ default: Ouverture })))

/** Where the dialogs of files being opened stand; their code is fetched with the first of them. */
export function ZoneOuverture() {
  const { panneau, attente } = useStore(travail.panel)
  if (!panneau && !attente) return null
  return (
    <Suspense fallback={null}>
      <Ouverture panneau={panneau} attente={attente} />
    </Suspense>
  )
}
