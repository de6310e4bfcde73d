let pressed = false
let waiting: (() => void)[] = []

function release() {
  pressed = false
  const runs = waiting
  waiting = []
  for (const run of runs) run()
}

// Only the first button clicks; of the others, and of a press that opens a menu, the page may never see the release.
addEventListener('mousedown', ({ button }) => (pressed = button === 0), true)
// By the release the browser knows what is clicked; the click itself comes after, and finds all that was waiting done.
for (const end of ['mouseup', 'dragend', 'contextmenu']) addEventListener(end, release, true)
// Released where the page does not see it (in the list of a choice, outside the window): whoever types on presses no more.
addEventListener('keydown', release, true)

/**
 * Runs at once, or when the mouse button that is down is let go. A press takes the focus from a field, and what leaving
 * it shows would move the page under the mouse: the release would then miss what was pressed, and no click be made.
 */
export function afterPress(run: () => void) {
  if (pressed) waiting.push(run)
  else run()
}
