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

/** What waits for the message that its frame has sent. */
const posted: (() => void)[] = []
/** One for all frames: to open one takes as long as a field takes to draw a sign. */
let channel: MessageChannel | null = null

function postInFrame(call: () => void) {
  if (channel === null) {
    channel = new MessageChannel()
    channel.port1.onmessage = () => posted.shift()?.()
  }
  posted.push(call)
  channel.port2.postMessage(null)
}

/** Calls in a task after the next frame is painted; gives what cancels the call. */
export function afterFrame(call: () => void): () => void {
  let ended = false
  const cancel = () => {
    ended = true
    clearTimeout(timer)
    cancelAnimationFrame(frame)
  }
  const go = () => {
    if (ended) return
    cancel()
    call()
  }
  const timer = setTimeout(go, unseen)
  const frame = requestAnimationFrame(() => postInFrame(go))
  return cancel
}

/** Calls once what stands now is painted and the page is idle; gives what cancels the call. */
export function afterPaint(call: () => void): () => void {
  let cancel = afterFrame(() => {
    cancel = afterwards(0, call)
  })
  return () => cancel()
}
