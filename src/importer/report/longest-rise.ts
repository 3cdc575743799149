/** Indexes of a longest subsequence of numbers that rise. */
export function longestRise(numbers: readonly number[]): Set<number> {
  /** For each length, the index of the least number at which such a subsequence ends. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [i, number] of numbers.entries()) {
    let low = 0
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    previous.push(low > 0 ? ends[low - 1]! : -1)
    ends[low] = i
  }
  const found = new Set<number>()
  for (let i = ends.at(-1) ?? -1; i >= 0; i = previous[i]!) found.add(i)
  return found
}
