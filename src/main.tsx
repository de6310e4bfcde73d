import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './wizard/App'
import { Incident } from './wizard/cadre/Incident'
import { fetchEcran } from './wizard/ecrans'
import { isFirstVisit, watchKept } from './wizard/poste/known'
import { travail } from './wizard/poste/travail'
import { parseRoute, showsDraft } from './wizard/route'

/** Milliseconds that storage may take to answer before the page is shown without what it keeps. */
const storageWait = 1_500

// In a function: a part that is fetched needs this file, which must not wait for it.
async function begin() {
  const root = document.getElementById('root')
  if (!root) throw new Error('No root element')
  const route = parseRoute(location.hash)
  // A fault of ours while reading what was kept, or code that does not come, must not keep the page from coming up.
  const ready = Promise.all([travail.start(storageWait).catch(reportError), fetchEcran(route.ecran).catch(reportError)])
  if (showsDraft(route) || !isFirstVisit()) await ready
  watchKept()
  travail.watchPieces()
  createRoot(root).render(
    <Incident>
      <App />
    </Incident>,
  )
}

void begin()
