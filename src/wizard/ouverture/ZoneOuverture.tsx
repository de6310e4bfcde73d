import { lazy, Suspense } from 'react'
import { useOuverture } from './etat'

const Ouverture = lazy(() => import('./Ouverture').then(({ Ouverture }) => ({ default: Ouverture })))

/** Where the dialog of files being opened stands; its code is fetched with the first of them. */
export function ZoneOuverture() {
  const etape = useOuverture()
  if (!etape) return null
  return (
    <Suspense fallback={null}>
      <Ouverture etape={etape} />
    </Suspense>
  )
}
