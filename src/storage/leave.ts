/** Writes when the page is hidden or left: a phone or a closed window gives no later chance. Gives what ends it. */
export function flushOnLeave(flush: () => Promise<void>): () => void {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void flush()
  }
  const onLeave = () => void flush()
  document.addEventListener('visibilitychange', onHidden)
  window.addEventListener('pagehide', onLeave)
  return () => {
    document.removeEventListener('visibilitychange', onHidden)
    window.removeEventListener('pagehide', onLeave)
  }
}
