import '../ui/tokens.css'
import '../ui/topbar.css'
import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { Incident } from './cadre/Incident'
import { fetchEcran } from './ecrans'
import { isFirstVisit, watchKept } from './poste/known'
import { travail } from './poste/travail'
import { parseRoute, showsDraft } from './route'

/** Milliseconds that storage may take to answer before the page is shown without what it keeps. */
const storageWait = 1_500

/** Shows the app, with what this computer keeps of the draft at work. */
export async function begin() {
  const root = document.getElementById('root')
  if (!root) throw new Error('No root element')
  const route = parseRoute(location.hash)
  // A fault of ours while reading what was kept, or code that does not come, must not keep the page from coming up.
  const ready = Promise.all([travail.start(storageWait).catch(reportError), fetchEcran(route.ecran).catch(reportError)])
  if (showsDraft(route) || !isFirstVisit()) await ready
  watchKept()
  travail.watchPieces()
  // Not urgent: the first drawing is made in slices, between which a press is taken.
  startTransition(() =>
    createRoot(root).render(
      <Incident>
        <App />
      </Incident>,
    ),
  )
}
