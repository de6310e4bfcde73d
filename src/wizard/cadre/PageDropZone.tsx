import { lazy, Suspense, useEffect, useEffectEvent, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { pastedFiles } from '../../ui/clipboard'
import { useDrops } from '../../ui/useDrops'
import type { Route } from '../route'
import styles from './Cadre.module.css'
import { travail } from '../poste/travail'

const Tri = lazy(() => import('../tri/Tri').then(({ Tri }) => ({ default: Tri })))

const recevoir = async (files: readonly File[], route: Route) =>
  (await import('../recevoir')).recevoirFichiers(files, demandeOf(route))

const demandeOf = (route: Route) =>
  route.ecran === 'demande' ? (travail.store.getState().dossier.demandes[route.numLigne - 1]?.id ?? null) : null

/** The whole page takes files, dropped or pasted, folders too; a zone inside it takes its own first. */
export function PageDropZone({ route, children }: { route: Route; children: ReactNode }) {
  const sorting = useStore(travail.triStore, (state) => state.tri !== null)
  const receive = useEffectEvent((files: readonly File[]) => {
    if (files.length > 0) void recevoir(files, route)
  })
  const { root, zone, active } = useDrops({ onFiles: (files) => void recevoir(files, route) })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => receive(pastedFiles(event))
    addEventListener('paste', paste)
    return () => removeEventListener('paste', paste)
  }, [])
  return (
    <div {...root}>
      {children}
      {zone}
      {active && (
        <div className={styles.drop} aria-hidden="true">
          <p>Déposez ici : chaque fichier trouvera sa place, avec votre accord.</p>
        </div>
      )}
      {sorting && (
        <Suspense fallback={null}>
          <Tri />
        </Suspense>
      )}
    </div>
  )
}
