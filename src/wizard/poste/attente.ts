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
