import type { Lu } from './lecture'

/** The value, no longer sure, for the reason given; an earlier doubt stays. */
export const doubted = <L extends Lu<unknown>>(lu: L, doute: string): L => ({
  ...lu,
  sure: false,
  doute: lu.doute ?? doute,
})
/** The same of a value that may be absent. */
export const doubtedOrNull = <L extends Lu<unknown>>(lu: L | null, doute: string): L | null => lu && doubted(lu, doute)
