import { canFocus, focusOn, isFocusLost } from './focusable'

/** A place where the work may go on; looked for once the act has been drawn. */
export type Place = () => Element | null | undefined

/** The element of that id. */
export const byId =
  (id: string): Place =>
  () =>
    document.getElementById(id)

/** Frames that a place is waited for: long lists are drawn when nothing else waits. */
const most = 30

let waiting = 0

/** Whether an act has said where the work goes on, and that is not drawn yet. */
export const isGoingOn = () => waiting > 0

/**
 * After an act: the work goes on at the first of these places that can take the focus, once it is drawn. A hand that
 * meanwhile went elsewhere stays there; and where no place comes up, nothing is moved.
 */
export function goOnAt(...places: readonly Place[]) {
  const before = document.activeElement
  let left = most
  const look = () => {
    const moved = document.activeElement !== before && !isFocusLost()
    const found = moved ? null : places.map((place) => place()).find(canFocus)
    if (found) focusOn(found)
    left -= 1
    if (found || moved || left === 0) waiting -= 1
    else requestAnimationFrame(look)
  }
  waiting += 1
  requestAnimationFrame(look)
}
