type Field = HTMLInputElement | HTMLTextAreaElement

/** Every text that stood in a field, and which one stands there last. */
interface Stood {
  texts: Set<string>
  last: string
}

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

const isHistory = (event: Event) => event instanceof InputEvent && event.inputType.startsWith('history')

/**
 * Lets the browser take back in a field only what stood there. It knows no text that the page has written (an amount
 * settled, a paste cleaned): with «27450» settled to «27 450,00» it would do the typing again inside of that, to
 * «27 450,00227450». What comes to a text that never stood there is put back. Gives the way to end it.
 */
export function keepUndoTrue(): () => void {
  const fields = new WeakMap<Field, Stood>()
  const note = (field: Field): Stood => {
    const stood = fields.get(field) ?? { texts: new Set(), last: '' }
    stood.texts.add(field.value)
    stood.last = field.value
    fields.set(field, stood)
    return stood
  }
  const before = ({ target }: Event) => {
    if (isField(target)) note(target)
  }
  const input = (event: Event) => {
    const { target } = event
    if (!isField(target)) return
    const stood = fields.get(target)
    if (isHistory(event) && stood && !stood.texts.has(target.value)) target.value = stood.last
    note(target)
  }
  addEventListener('focusin', before, true)
  addEventListener('beforeinput', before, true)
  addEventListener('input', input, true)
  return () => {
    removeEventListener('focusin', before, true)
    removeEventListener('beforeinput', before, true)
    removeEventListener('input', input, true)
  }
}
