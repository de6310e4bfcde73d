import { focusOn, isFocusLost } from './focusable'

/** What stands at the head and the foot covers about so much of the window. */
const covered = 0.08

const isInView = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= innerHeight * covered && bottom <= innerHeight * (1 - covered)
}

/**
 * Keeps what has the focus in view when the page grows or shrinks around it: what arrives late (a reading, a message)
 * never pushes it out of the window. What the clerk has scrolled away from stays where it is. Gives the way to end it.
 */
export function keepInView(): () => void {
  let focused: Element | null = null
  let seen = false
  const sight = new IntersectionObserver(
    (entries) => entries.forEach(({ target, isIntersecting }) => (seen = target === focused ? isIntersecting : seen)),
    { rootMargin: `-${covered * 100}% 0px`, threshold: 1 },
  )
  const follow = () => {
    sight.disconnect()
    focused = isFocusLost() ? null : document.activeElement
    seen = false
    if (focused) sight.observe(focused)
  }
  // Told of a change of size before the observer of sight is: `seen` still says how it stood before.
  const size = new ResizeObserver(() => {
    if (!seen) return
    const before = focused
    // At the next frame: the browser first keeps its own place on the page where it can.
    requestAnimationFrame(() => {
      if (before instanceof HTMLElement && document.activeElement === before && !isInView(before)) focusOn(before)
    })
  })
  size.observe(document.body)
  addEventListener('focusin', follow)
  follow()
  return () => {
    sight.disconnect()
    size.disconnect()
    removeEventListener('focusin', follow)
  }
}
