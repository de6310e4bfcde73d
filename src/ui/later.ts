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

/** ms after which a page that paints nothing (another tab is in front) is waited for no longer. */
const unseen = 100

/** Calls in a task after the next frame is painted; gives what cancels the call. */
export function afterFrame(call: () => void): () => void {
  const { port1, port2 } = new MessageChannel()
  const cancel = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    port1.close()
  }
  const go = () => {
    cancel()
    call()
  }
  const timer = setTimeout(go, unseen)
  port1.onmessage = go
  const frame = requestAnimationFrame(() => port2.postMessage(null))
  return cancel
}

/** Calls once what stands now is painted and the page is idle; gives what cancels the call. */
export function afterPaint(call: () => void): () => void {
  let cancel = afterFrame(() => {
    cancel = afterwards(0, call)
  })
  return () => cancel()
}
