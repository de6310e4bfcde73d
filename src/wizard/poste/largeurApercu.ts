const key = 'largeurApercu'

// A browser set to keep nothing throws at the mere mention of localStorage: the page then forgets, and goes on.
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** How wide the clerk left the preview on this computer, in percent of the page; null where it was never changed. */
export function readLargeurApercu(): number | null {
  const kept = Number(storage()?.getItem(key))
  return kept > 0 ? kept : null
}

/** Remembers it. A full storage loses only this. */
export function keepLargeurApercu(percent: number) {
  try {
    storage()?.setItem(key, `${percent}`)
  } catch {
    // Nothing else is kept here.
  }
}
