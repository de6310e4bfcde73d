import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { travail } from '../poste/travail'

const Tableau = lazy(() => import('./Tableau').then(({ Tableau }) => ({ default: Tableau })))

/** Where the dialog of a spreadsheet stands; its code is fetched with the first of them. */
export function ZoneTableau() {
  const { tableau, refus } = useStore(travail.tableauStore)
  if (!tableau && !refus) return null
  return (
    <Suspense fallback={null}>
      <Tableau tableau={tableau} refus={refus} />
    </Suspense>
  )
}
