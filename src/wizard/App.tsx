import { Suspense, useEffect, useMemo } from 'react'
import { Accueil } from './accueil/Accueil'
import { Cadre } from './cadre/Cadre'
import { holdPlace } from '../ui/focus/holdPlace'
import { keepFocus } from '../ui/focus/keepFocus'
import { keepLinesApart } from '../ui/linesApart'
import { pressOnce } from '../ui/onePress'
import { keepUndoTrue } from '../ui/trueUndo'
import { useDropGuard } from './cadre/useDropGuard'
import {
  Aide,
  Controle,
  Entete,
  fetchEtapes,
  ListeDemandes,
  PageDemande,
  RapportCourant,
  RapportDepot,
  Retour,
  Telechargement,
} from './ecrans'
import { watchFollowed } from './ecran/followed'
import { parseRoute, useHash, type Route } from './route'
import { openLaunched } from './ouverture/lances'
import { afterPaint } from '../ui/later'
import { keepApp } from './poste/release'
import { travail } from './poste/travail'

/** The whole app: the screen that the address names, in its frame. */
export function App() {
  const hash = useHash()
  const route = useMemo(() => parseRoute(hash), [hash])
  useDropGuard()
  useEffect(pressOnce, [])
  useEffect(keepLinesApart, [])
  useEffect(keepUndoTrue, [])
  useEffect(keepFocus, [])
  useEffect(holdPlace, [])
  useEffect(watchFollowed, [])
  // A page that stays open over midnight asks the day again at each step, and when it is looked at again.
  useEffect(() => travail.refreshToday(), [hash])
  useEffect(() => afterPaint(() => void fetchEtapes()), [])
  useEffect(keepApp, [])
  useEffect(openLaunched, [])
  useEffect(() => {
    addEventListener('visibilitychange', travail.refreshToday)
    return () => removeEventListener('visibilitychange', travail.refreshToday)
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
    case 'aide':
      return <Aide ancre={route.ancre} />
    case 'rapport':
      return route.depot === null ? <RapportCourant /> : <RapportDepot id={route.depot} />
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
