import { createMemory } from './memory'

const key = 'brouillon'
const memory = createMemory('sessionStorage')

/** Which draft this window was at: a reload goes on with it. */
export const readLastDraft = () => memory.read(key)

/** Remembers it; null forgets. */
export const keepLastDraft = (id: string | null) => memory.keep(key, id)
