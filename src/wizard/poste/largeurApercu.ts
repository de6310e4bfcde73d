import { createMemory } from './memory'

const key = 'largeurApercu'
const memory = createMemory('localStorage')

/** How wide the clerk left the preview on this computer, in percent of the page; null where it was never changed. */
export function readLargeurApercu(): number | null {
  const kept = Number(memory.read(key))
  return kept > 0 ? kept : null
}

export const keepLargeurApercu = (percent: number) => memory.keep(key, `${percent}`)
