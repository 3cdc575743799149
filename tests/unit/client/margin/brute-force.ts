import type { Column, Item } from '../../../../src/client/margin/placement.ts'

/**
 * The least total distance by trying every whole pixel: least cost of the first items with the last one's
 * end at or above each pixel. Shares no thought with the regression. Infinity where nothing fits.
 */
export function leastDistance(items: readonly Item[], column: Column): number {
  const { gap, top, bottom, bands = [] } = column
  const span = bottom - top + gap + 1
  let least = new Float64Array(Math.max(span, 1)).fill(0)
  for (const { anchor, height } of items) {
    const next = new Float64Array(span).fill(Infinity)
    for (let at = 0; at < span; at++) {
      if (at > 0) next[at] = next[at - 1]!
      // `at` is the first pixel that is free again behind the item and its gap.
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
