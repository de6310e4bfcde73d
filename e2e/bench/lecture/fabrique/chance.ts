/** Draws that a seed repeats. */
export interface Chance {
  /** A whole number from `least` to `most`. */
  int: (least: number, most: number) => number
  one: <T>(list: readonly T[]) => T
  /** True that often, 0 to 1. */
  yes: (part: number) => boolean
  shuffle: <T>(list: readonly T[]) => T[]
}

/** Mulberry32: small, and the same on every machine. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const one = <T>(list: readonly T[]): T => {
    const drawn = list[int(0, list.length - 1)]
    if (drawn === undefined) throw new Error('Nothing to draw from')
    return drawn
  }
  const shuffle = <T>(list: readonly T[]): T[] =>
    list
      .map((value) => ({ value, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value)
  return { int, one, yes: (part) => next() < part, shuffle }
}
