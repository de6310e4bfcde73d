import { useEffect } from 'react'
import { goTo, writeRoute } from '../route'

const steps: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** Alt+↑ goes to the demande before, Alt+↓ to the next one; in a dialog, and where a list of choices opens, they do not. */
export function useTurnKeys(numLigne: number, nombre: number) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = steps[event.key]
      if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (event.target instanceof Element && event.target.closest('select, dialog')) return
      event.preventDefault()
      const next = numLigne + step
      if (next < 1 || next > nombre) return
      // What is typed in a field is settled by leaving it.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      goTo(writeRoute({ numLigne: next }))
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [numLigne, nombre])
}
