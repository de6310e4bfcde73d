/** ms between two looks for a new release while the page stays open: an hour. */
const lookAgain = 3_600_000

/** Puts the release that waits in the place of this one, and loads the page anew. */
export type TakeRelease = () => void

/**
 * Keeps the app on this computer, and tells when another release of it is ready, once its files are here. Gives nothing
 * where the browser keeps none: the app then works as long as its server answers.
 */
export async function watchReleases(onReady: (take: TakeRelease) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return
  const container = navigator.serviceWorker
  const address = new URL('sw.js', document.baseURI)
  // Private windows and policies of companies refuse it.
  const registration = await container.register(address, { updateViaCache: 'none' }).catch(() => null)
  if (!registration) return

  let taken = false
  const take = () => {
    taken = true
    if (registration.waiting) registration.waiting.postMessage('prendre')
    else location.reload()
  }
  const tell = () => {
    // Without a controller this is the first release that comes here: there is nothing to be put aside.
    if (registration.waiting && container.controller) onReady(take)
  }
  const follow = () => registration.installing?.addEventListener('statechange', tell)

  let controlled = container.controller !== null
  container.addEventListener('controllerchange', () => {
    if (taken) location.reload()
    // Another window took it: this one goes on with the release it was opened with, until it is asked.
    else if (controlled) onReady(take)
    controlled = true
  })
  registration.addEventListener('updatefound', follow)
  follow()
  tell()
  const look = () => void registration.update().catch(() => undefined)
  setInterval(look, lookAgain)
}
