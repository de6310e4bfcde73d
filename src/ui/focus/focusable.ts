const controls = 'a[href], button, input, select, textarea, summary, [tabindex]'

/** Whether an element can take the focus now: in the page, seen, enabled, and not behind an open dialog. */
export function canFocus(element: Element | null | undefined): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !element.isConnected) return false
  if (!element.matches(controls) || element.matches(':disabled') || !element.checkVisibility()) return false
  const top = Array.from(document.querySelectorAll('dialog:modal')).at(-1)
  return top === undefined || top.contains(element)
}

/** What the Tab key stops at in an element, itself included, in order. */
export const stopsIn = (root: Element): HTMLElement[] =>
  [root, ...root.querySelectorAll(controls)].filter(canFocus).filter(({ tabIndex }) => tabIndex >= 0)

/** Whether the focus is nowhere: the page has it as a whole. */
export const isFocusLost = () => document.activeElement === null || document.activeElement === document.body

/** Gives an element the focus, and brings it into view where it is not; the page moves no more than that asks for. */
export function focusOn(element: HTMLElement) {
  element.focus({ preventScroll: true })
  // What is taller than the window is in view wherever the page stands.
  if (element.offsetHeight < innerHeight) element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
