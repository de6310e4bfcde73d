/** What has the focus in the page's content, where the page can be moved for it; nothing while a dialog is over it. */
function focused(): Element | null {
  const { activeElement } = document
  return activeElement?.matches('main :is(a[href], button, input, select, textarea, summary)') ? activeElement : null
}

/**
 * Keeps what has the focus where it stands in the window when something comes or goes above it: what a document says,
 * read a while after it was attached, would else push the field that is typed in out of sight. Gives the way to end it.
 */
export function holdPlace(): () => void {
  let held: { element: Element; top: number; height: number } | null = null
  const look = () => {
    const element = focused()
    const box = element?.getBoundingClientRect()
    // What was scrolled away from is nothing to hold: the clerk reads elsewhere.
    const isSeen = box && box.bottom > 0 && box.top < innerHeight
    held = element && isSeen ? { element, top: box.top, height: document.body.offsetHeight } : null
  }
  // With a page that has grown or shrunk since, it is the browser that scrolled, which holds another place: to be mended.
  const scrolled = () => {
    if (!held || held.height === document.body.offsetHeight) look()
  }
  // Once who gave the focus has brought it into view too.
  const come = () => queueMicrotask(look)
  // Called before the paint: the page is never seen in between. What the clerk or the app scrolled was looked at before.
  const mend = () => {
    const element = focused()
    if (element && held?.element === element) {
      const moved = element.getBoundingClientRect().top - held.top
      if (moved !== 0) scrollBy({ top: moved, behavior: 'instant' })
    }
    look()
  }
  const observer = new ResizeObserver(mend)
  observer.observe(document.body)
  addEventListener('focusin', come)
  addEventListener('scroll', scrolled, { passive: true })
  return () => {
    observer.disconnect()
    removeEventListener('focusin', come)
    removeEventListener('scroll', scrolled)
  }
}
