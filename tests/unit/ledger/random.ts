/** Reproducible pseudo-random numbers (mulberry32). */
export interface Random {
  /** An integer from 0 up to, but not including, `limit`. */
  below: (limit: number) => number
  pick: <T>(list: readonly T[]) => T
}

export function random(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: (list) => list[below(list.length)]! }
}
