import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Accueil } from './accueil/Accueil'
import { Cadre } from './cadre/Cadre'
import { useDropGuard } from './cadre/useDropGuard'
import { ListeDemandes } from './demandes/ListeDemandes'
import { PageDemande } from './demandes/PageDemande'
import { Entete } from './entete/Entete'
import { parseRoute, useHash, type Route } from './route'
import { refreshToday } from './state/actions'

// Not needed to fill in the first field: fetched while the clerk types.
const loadControle = () => import('./controle/Controle')
const loadTelechargement = () => import('./telechargement/Telechargement')
const Controle = lazy(() => loadControle().then(({ Controle }) => ({ default: Controle })))
const Retour = lazy(() => import('./historique/Retour').then(({ Retour }) => ({ default: Retour })))
const Telechargement = lazy(() => loadTelechargement().then(({ Telechargement }) => ({ default: Telechargement })))

/** The whole app: the screen that the address names, in its frame. */
export function App() {
  const hash = useHash()
  const route = useMemo(() => parseRoute(hash), [hash])
  useDropGuard()
  useEffect(() => void Promise.all([loadControle(), loadTelechargement()]), [])
  useEffect(() => {
    addEventListener('visibilitychange', refreshToday)
    return () => removeEventListener('visibilitychange', refreshToday)
  }, [])
  return (
    <Cadre route={route}>
      <Suspense fallback={null}>
        <Screen route={route} />
      </Suspense>
    </Cadre>
  )
}

function Screen({ route }: { route: Route }) {
  switch (route.ecran) {
    case 'accueil':
      return <Accueil />
    case 'retour':
      return <Retour id={route.depot} />
    case 'entete':
      return <Entete champ={route.champ} />
    case 'demandes':
      return <ListeDemandes champ={route.champ} />
    case 'demande':
      return <PageDemande numLigne={route.numLigne} champ={route.champ} />
    case 'controle':
      return <Controle />
    case 'telechargement':
      return <Telechargement />
  }
}
