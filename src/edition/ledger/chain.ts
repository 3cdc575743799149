/**
 * The longest subsequence in which both sides increase: pairs that kept their order. All others were moved.
 * @param pairs sorted by `old`, each `now` once
 */
export function longestChain<Pair extends { old: number; now: number }>(
  pairs: readonly Pair[],
): Pair[] {
  /** ends[n]: index of the last pair of the chain of length n + 1 that ends lowest. */
  const ends: number[] = []
  const before: number[] = []
  for (const [i, { now }] of pairs.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]!.now < now) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? ends[low - 1]! : -1
    ends[low] = i
  }
  const chain: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) chain.unshift(pairs[at]!)
  return chain
}
