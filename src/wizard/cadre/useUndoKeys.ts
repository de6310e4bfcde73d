import { useEffect } from 'react'
import { travail } from '../poste/travail'

/** In a field these keys are the browser's own: they take back what was typed there. */
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox], [type=radio], [type=file]), textarea, select, dialog') !== null

/** Ctrl+Z (⌘Z) takes back the last act of the draft, Ctrl+Y or Ctrl+Maj+Z does it again. */
export function useUndoKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase()
      if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(key) || isField(event.target))
        return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) travail.redo()
      else travail.undo()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
