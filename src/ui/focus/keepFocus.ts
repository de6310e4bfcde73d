import { canFocus, focusOn, isFocusLost, stopsIn } from './focusable'
import { isGoingOn } from './goOnAt'

/** One level of the way from an element up to its dialog or the page: what stood before and after it there. */
interface Level {
  parent: Element
  before: ReadonlySet<Element>
  after: ReadonlySet<Element>
}

interface Held {
  element: Element
  way: readonly Level[]
}

function hold(element: Element): Held {
  const way: Level[] = []
  for (let child = element; child.parentElement && child.tagName !== 'DIALOG'; child = child.parentElement) {
    const siblings = [...child.parentElement.children]
    const at = siblings.indexOf(child)
    way.push({
      parent: child.parentElement,
      before: new Set(siblings.slice(0, at)),
      after: new Set(siblings.slice(at + 1)),
    })
  }
  return { element, way }
}

/** The place nearest to one that is gone: what came instead of it, else what follows, else what precedes, else one level up. */
function nearest({ way }: Held): HTMLElement | undefined {
  for (const { parent, before, after } of way) {
    if (!parent.isConnected) continue
    const children = [...parent.children]
    const stops = (chosen: (child: Element) => boolean) => children.filter(chosen).flatMap(stopsIn)
    const [first] = [
      ...stops((child) => !before.has(child) && !after.has(child)),
      ...stops((child) => after.has(child)),
      ...stops((child) => before.has(child)).reverse(),
    ]
    if (first) return first
    if (canFocus(parent) && parent.offsetHeight > 0) return parent
  }
  return undefined
}

const placeOf = (held: Held | null) => held && (canFocus(held.element) ? held.element : nearest(held))

/**
 * Keeps the focus from falling to the page's body: when what had it goes, is hidden or disabled, and no act has said
 * where the work goes on (`goOnAt`), the nearest place takes it. Gives the way to end it.
 */
export function keepFocus(): () => void {
  let held: Held | null = null
  /** The last place outside any dialog: the work goes on there when a dialog closes. */
  let outside: Held | null = null
  let asked = false
  const take = (element: Element) => {
    held = hold(element)
    if (!element.closest('dialog')) outside = held
  }
  const remember = () => {
    const { activeElement } = document
    if (activeElement && !isFocusLost()) take(activeElement)
  }
  // Not every browser gives a pressed button the focus: what is pressed holds the place all the same.
  const press = ({ target }: Event) => {
    const control = target instanceof Element ? target.closest('a[href], button, summary, input, select') : null
    if (control) take(control)
    else remember()
  }
  // A hand that presses where nothing takes the focus means to have it nowhere.
  const point = ({ target }: Event) => {
    if (
      target instanceof Element &&
      !target.closest('a[href], button, summary, label, input, select, textarea, [tabindex]')
    )
      held = null
  }
  const key = ({ key }: KeyboardEvent) => {
    if (['Enter', ' ', 'Escape'].includes(key)) remember()
  }
  const mend = () => {
    asked = false
    if (isGoingOn()) return ask()
    // What was just disabled or hidden has the focus for a while yet.
    if (!held || (!isFocusLost() && canFocus(document.activeElement))) return
    const next = placeOf(held) ?? placeOf(outside) ?? document.querySelector('h1')
    if (next) focusOn(next)
  }
  /** At the frame after the next: by then all that an act draws is drawn, and what was disabled has let the focus go. */
  const ask = () => {
    if (asked) return
    asked = true
    requestAnimationFrame(() => requestAnimationFrame(mend))
  }
  // A screen that waits for its code hides the one before by its style: the focus is then lost a frame later.
  const isHidden = ({ attributeName, target }: MutationRecord) =>
    attributeName === 'style' && target.contains(document.activeElement)
  const watcher = new MutationObserver((changes) => {
    if (held && (isFocusLost() || document.activeElement?.matches(':disabled') || changes.some(isHidden))) ask()
  })
  watcher.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['disabled', 'hidden', 'open', 'style'],
  })
  addEventListener('focusin', remember)
  addEventListener('mousedown', point, true)
  addEventListener('click', press, true)
  addEventListener('keydown', key, true)
  return () => {
    watcher.disconnect()
    removeEventListener('focusin', remember)
    removeEventListener('mousedown', point, true)
    removeEventListener('click', press, true)
    removeEventListener('keydown', key, true)
  }
}
