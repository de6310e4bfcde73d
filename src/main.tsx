import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './wizard/App'
import { Incident } from './wizard/cadre/Incident'

const root = document.getElementById('root')
if (!root) throw new Error('No root element')
createRoot(root).render(
  <Incident>
    <App />
  </Incident>,
)
