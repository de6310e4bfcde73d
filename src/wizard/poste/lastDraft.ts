const key = 'brouillon'

// A browser set to keep nothing throws at the mere mention of sessionStorage: the window then forgets, and goes on.
function storage(): Storage | null {
  try {
    return window.sessionStorage
  } catch {
    return null
  }
}

/** Which draft this window was at: a reload goes on with it. */
export const readLastDraft = () => storage()?.getItem(key) ?? null

/** Remembers it; null forgets. */
export const keepLastDraft = (id: string | null) =>
  id === null ? storage()?.removeItem(key) : storage()?.setItem(key, id)
