/** Chance that always falls the same way for the same seed (mulberry32), so that a sample can be made again. */
export type Random = {
  /** From 0, below 1. */
  next: () => number
  chance: (probability: number) => boolean
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number
  /** One of the list, which must not be empty. */
  pick: <T>(list: readonly T[]) => T
  /** One of the list by weight; undefined where all weights are zero. */
  pickWeighted: <T>(list: readonly T[], weightOf: (item: T) => number) => T | undefined
}

/** The same numbers for the same seed (mulberry32): the sample office is the same everywhere. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
    pickWeighted(list, weightOf) {
      let left = next() * list.reduce((sum, item) => sum + weightOf(item), 0)
      return list.find((item) => {
        left -= weightOf(item)
        return left < 0
      })
    },
  }
}
