/** Asks the browser not to clear what is kept here by itself. Null when it cannot be asked. */
export async function askPersistence(): Promise<boolean | null> {
  const storage = storageManager()
  if (typeof storage?.persist !== 'function') return null
  return storage.persist().catch(() => null)
}

/** Bytes used by this page's origin, and left to it. */
export interface Place {
  utilise: number
  libre: number
}

/** How much room there is, as the browser estimates it, or null when it does not say. */
export async function readPlace(): Promise<Place | null> {
  const storage = storageManager()
  if (typeof storage?.estimate !== 'function') return null
  const { usage, quota } = await storage.estimate().catch((): StorageEstimate => ({}))
  if (usage === undefined || quota === undefined) return null
  return { utilise: usage, libre: Math.max(0, quota - usage) }
}

// The types promise it everywhere; pages opened by file:// or http:// and older browsers lack it.
const storageManager = (): Partial<StorageManager> | undefined => navigator.storage
