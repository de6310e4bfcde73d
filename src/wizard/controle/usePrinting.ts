import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let printing = false
const media = matchMedia('print')

function subscribe(changed: () => void) {
  // What paper needs stands before the browser lays it out: it does not wait for a later frame.
  const now = () => flushSync(changed)
  const turn = (to: boolean) => () => {
    printing = to
    now()
  }
  const [before, after] = [turn(true), turn(false)]
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  media.addEventListener('change', now)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
    media.removeEventListener('change', now)
  }
}

/** Whether the page is being laid out for paper. */
export const usePrinting = () => useSyncExternalStore(subscribe, () => printing || media.matches)
