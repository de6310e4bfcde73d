import { useEffect, useState, type RefObject } from 'react'

/** px from the foot of the window that are not reached: the bar of the screen stands there, where it does not go with the page. */
function footOf(): number {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize)
  return rem * (matchMedia('(max-height: 26.25em)').matches ? 1 : 5.6)
}

/** What must not be covered: what has the focus, with its label and messages where it is a field. */
function focusedBox(box: Element): DOMRect | null {
  const focused = document.activeElement
  if (!focused || focused === document.body || box.contains(focused)) return null
  const whole = focused.matches('input, textarea, select') ? (focused.closest('div') ?? focused) : focused
  const rect = whole.getBoundingClientRect()
  // What is as tall as the window is not what is typed in.
  return rect.height > innerHeight / 2 ? focused.getBoundingClientRect() : rect
}

function wouldCover(box: HTMLElement): boolean {
  const focused = focusedBox(box)
  if (!focused || focused.height > innerHeight / 2) return false
  const { left, right, height } = box.getBoundingClientRect()
  const bottom = innerHeight - footOf()
  return focused.bottom > bottom - height && focused.top < bottom && focused.right > left && focused.left < right
}

/**
 * Whether something that floats at the foot of the window has to go to its head, for it would cover what has the focus.
 * Asked again whenever the focus or the page moves while `shown`, a number that changes with what floats.
 */
export function useAside(box: RefObject<HTMLElement | null>, shown: number): boolean {
  const [aside, setAside] = useState(false)
  useEffect(() => {
    if (shown === 0) return
    const look = () => setAside(box.current !== null && wouldCover(box.current))
    // With the next frame: asked in the midst of a change, the page would be laid out once more, and at once.
    const frame = requestAnimationFrame(look)
    const events = ['focusin', 'input', 'scroll', 'resize'] as const
    for (const event of events) addEventListener(event, look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      for (const event of events) removeEventListener(event, look)
    }
  }, [box, shown])
  return aside
}
