import { canFocus } from './focusable'

const isInView = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** The main action in that content (`data-main`), once it can be pressed and is seen. */
const mainOf = (content: HTMLElement) =>
  Array.from(content.querySelectorAll('[data-main]')).find((button) => canFocus(button) && isInView(button))

/**
 * Begins in the content of a dialog: at its main action where that can be pressed and is in view, else at the content
 * itself, until the action can be pressed or the clerk goes elsewhere. Gives the way to end that.
 */
export function beginAt(content: HTMLElement): () => void {
  const begin = () => {
    const main = mainOf(content)
    if (main instanceof HTMLElement) main.focus({ preventScroll: true })
    return main !== undefined
  }
  content.focus({ preventScroll: true })
  if (begin()) return () => undefined
  let frame = 0
  const watcher = new MutationObserver(() => {
    // With the next frame: to ask what is seen right after a change would lay the page out once more.
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => {
      if (document.activeElement !== content || begin()) watcher.disconnect()
    })
  })
  watcher.observe(content, { subtree: true, childList: true, attributes: true, attributeFilter: ['disabled'] })
  return () => {
    cancelAnimationFrame(frame)
    watcher.disconnect()
  }
}
