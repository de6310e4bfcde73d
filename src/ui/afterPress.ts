let pressed = false
let waiting: (() => void)[] = []

function release() {
  pressed = false
  const runs = waiting
  waiting = []
  for (const run of runs) run()
}

addEventListener('mousedown', () => (pressed = true), true)
// By the release the browser knows what is clicked; the click itself comes after, and finds all that was waiting done.
addEventListener('mouseup', release, true)
addEventListener('dragend', release, true)

/**
 * Runs at once, or when the mouse button that is down is let go. A press takes the focus from a field, and what leaving
 * it shows would move the page under the mouse: the release would then miss what was pressed, and no click be made.
 */
export function afterPress(run: () => void) {
  if (pressed) waiting.push(run)
  else run()
}
