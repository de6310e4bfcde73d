/** ms after which a page that paints nothing (another tab is in front) is waited for no longer. */
const patience = 100

/** Calls once what the browser itself draws for a key or a press is painted: in a task after the next frame. */
export function afterEcho(call: () => void) {
  const { port1, port2 } = new MessageChannel()
  let waits = true
  const go = () => {
    if (!waits) return
    waits = false
    clearTimeout(timer)
    port1.close()
    call()
  }
  const timer = setTimeout(go, patience)
  port1.onmessage = go
  requestAnimationFrame(() => port2.postMessage(null))
}
