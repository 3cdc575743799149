import type { Column, Item } from '../../../../src/client/margin/placement.ts'

/**
 * The least total distance, found by trying every whole pixel (dynamic programming over items and the end of the last
 * one). Independent of the regression that it checks. Infinity where the items do not fit.
 */
export function leastDistance(items: readonly Item[], column: Column): number {
  const { gap, top, bottom, bands = [] } = column
  const span = bottom - top + gap + 1
  let least = new Float64Array(Math.max(span, 1)).fill(0)
  for (const { anchor, height } of items) {
    const next = new Float64Array(span).fill(Infinity)
    for (let at = 0; at < span; at++) {
      if (at > 0) next[at] = next[at - 1]!
      // `at` is the first free pixel after the item and its gap.
      const start = at - height - gap
      const free = !bands.some(
        (band) => top + start < band.bottom + gap && top + start + height > band.top - gap,
      )
      if (start >= 0 && free)
        next[at] = Math.min(next[at]!, least[start]! + Math.abs(top + start - anchor))
    }
    least = next
  }
  return span > 0 ? least[span - 1]! : Infinity
}
