/** Two presses of one control closer than this, in milliseconds, are one: a double click is never two acts. */
const interval = 500

const controlOf = ({ target }: Event) => {
  const control = target instanceof Element ? target.closest('button, a[href]') : null
  return control?.closest('[data-repeat]') ? null : control
}

let last: { control: Element; at: number } | null = null
/** Whether something was typed or chosen since: what is pressed after it is pressed anew, however soon. */
let acted = false

function isSecond(event: MouseEvent): boolean {
  const control = controlOf(event)
  if (!control) return false
  // What the first press drew may stand under the second: that one counts as its second still, whatever it falls on.
  const again = !acted && (event.detail > 1 || (last?.control === control && event.timeStamp - last.at < interval))
  if (!again) last = { control, at: event.timeStamp }
  acted = false
  return again
}

const stop = (event: Event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * Lets every button and link of the page act once per press: the second click of a double click, and the repeats of a
 * key that is held, do nothing. A control that may be pressed in quick succession says so by `data-repeat`. Gives the
 * way to end it.
 */
export function pressOnce(): () => void {
  const click = (event: MouseEvent) => {
    if (isSecond(event)) stop(event)
  }
  const key = (event: KeyboardEvent) => {
    if (event.repeat && (event.key === 'Enter' || event.key === ' ') && controlOf(event)) stop(event)
  }
  const act = () => {
    acted = true
  }
  addEventListener('click', click, true)
  addEventListener('keydown', key, true)
  addEventListener('input', act, true)
  addEventListener('change', act, true)
  return () => {
    removeEventListener('click', click, true)
    removeEventListener('keydown', key, true)
    removeEventListener('input', act, true)
    removeEventListener('change', act, true)
  }
}
