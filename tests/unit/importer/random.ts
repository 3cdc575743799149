/** Pseudo-random numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws random integers, and random elements of a list. */
export function lotteryFrom(seed: number) {
  const random = randomFrom(seed)
  const between = (from: number, to: number): number =>
    from + Math.floor(random() * (to - from + 1))
  return {
    between,
    chance: (share: number): boolean => random() < share,
    oneOf: <T>(things: readonly T[]): T => things[between(0, things.length - 1)]!,
  }
}
export type Lottery = ReturnType<typeof lotteryFrom>
