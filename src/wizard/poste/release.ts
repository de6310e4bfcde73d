import { useSyncExternalStore } from 'react'
import type { TakeRelease } from '../../offline/watchReleases'
import { isOneFile } from '../../octets/ownFiles'
import { afterPaint } from '../../ui/later'
import { travail } from './travail'

let ready: TakeRelease | null = null
const listeners = new Set<() => void>()

/** Keeps the app on this computer from now on, once the page stands and has nothing more urgent to do. */
export function keepApp() {
  // One file on a disk is kept by whoever keeps the file.
  if (isOneFile()) return
  const begin = async () => {
    const { watchReleases } = await import('../../offline/watchReleases')
    await watchReleases((take) => {
      ready = take
      for (const listener of listeners) listener()
    })
  }
  return afterPaint(() => void begin())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether another release is ready on this computer. */
export const useReleaseReady = () => useSyncExternalStore(subscribe, () => ready !== null)

/** Takes it, once the draft is written; false, and nothing changed, when that cannot be done. */
export async function takeRelease(): Promise<boolean> {
  await travail.session.flush()
  const { sauvegarde, ecriture } = travail.store.getState()
  if (ecriture && sauvegarde.etat !== 'enregistre') return false
  ready?.()
  return true
}
