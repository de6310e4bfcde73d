import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './wizard/App'
import { Incident } from './wizard/cadre/Incident'
import { watchPieces } from './wizard/state/lectures'
import { start } from './wizard/state/session'

/** Milliseconds that storage may take to answer before the page is shown without what it keeps. */
const storageWait = 1_500

const root = document.getElementById('root')
if (!root) throw new Error('No root element')
await start(storageWait)
watchPieces()
createRoot(root).render(
  <Incident>
    <App />
  </Incident>,
)
