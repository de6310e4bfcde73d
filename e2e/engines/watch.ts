declare global {
  interface Window {
    faults?: string[]
  }
}

/** Runs in the page: from now on its faults are written down. */
export function watch() {
  const faults: string[] = (window.faults = [])
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    faults.push(`policy: ${violatedDirective} ${blockedURI}`),
  )
  addEventListener('error', ({ message }) => faults.push(`uncaught: ${message}`))
  addEventListener('unhandledrejection', ({ reason }) => faults.push(`unhandled: ${String(reason)}`))
}

/** Runs in the page: what was written down, and what was fetched from elsewhere. */
export function readFaults(): string[] {
  const foreign = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => !/^(?:blob|data):/.test(name) && new URL(name).origin !== location.origin)
  return [...(window.faults ?? ['the page was not watched']), ...foreign.map((name) => `request to ${name}`)]
}
