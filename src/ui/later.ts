/** Calls after that many ms; gives what cancels the call. */
export function after(delay: number, call: () => void): () => void {
  const timer = setTimeout(call, delay)
  return () => clearTimeout(timer)
}

/** ms that a call may be put off while the page is never idle. */
const patience = 500

/** Calls once the page is idle after that many ms; gives what cancels the call. Safari knows no idle page: then at once. */
export function afterwards(delay: number, call: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) return after(delay, call)
  let idle: number | null = null
  const cancel = after(delay, () => (idle = requestIdleCallback(call, { timeout: patience })))
  return () => {
    cancel()
    if (idle !== null) cancelIdleCallback(idle)
  }
}

const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0

/** Calls once the first screen is seen and the page is idle; where the browser does not tell the first, once it is idle. */
export function afterPaint(call: () => void): () => void {
  if (isPainted() || !PerformanceObserver.supportedEntryTypes.includes('paint')) return afterwards(0, call)
  let cancel = () => undefined as void
  const watch = new PerformanceObserver(() => {
    if (!isPainted()) return
    watch.disconnect()
    cancel = afterwards(0, call)
  })
  watch.observe({ type: 'paint' })
  return () => {
    watch.disconnect()
    cancel()
  }
}
