/** Lower and upper bound of each value. */
export interface Limits {
  floors: readonly number[]
  ceilings: readonly number[]
}

/**
 * The non-decreasing values with the least total distance |value − target| within the limits, in n log n;
 * undefined where the limits contradict each other. Of several optima the one with the greatest values.
 * Integer targets and limits give integer values.
 *
 * Regression by pooling to medians: going backwards, the least value seen so far bounds what comes before it,
 * and each target that must give way is exchanged for it on the heap (the slopes of the cost).
 * With limits made non-decreasing, the regression of the clamped targets is the optimum within the limits.
 */
export function isotonic(
  targets: readonly number[],
  { floors, ceilings }: Limits,
): number[] | undefined {
  const low = floors.slice()
  const high = ceilings.slice()
  for (let i = 1; i < targets.length; i++) low[i] = Math.max(low[i]!, low[i - 1]!)
  for (let i = targets.length - 2; i >= 0; i--) high[i] = Math.min(high[i]!, high[i + 1]!)
  if (targets.some((_, i) => low[i]! > high[i]!)) return undefined

  const values = targets.slice()
  const heap: number[] = []
  for (let i = targets.length - 1; i >= 0; i--) {
    const target = Math.min(Math.max(targets[i]!, low[i]!), high[i]!)
    push(heap, target)
    if (heap[0]! < target) replaceLeast(heap, target)
    values[i] = heap[0]!
  }
  for (let i = 1; i < values.length; i++) values[i] = Math.max(values[i]!, values[i - 1]!)
  return values
}

function push(heap: number[], value: number): void {
  let at = heap.length
  for (; at > 0; at = (at - 1) >> 1) {
    const parent = heap[(at - 1) >> 1]!
    if (parent <= value) break
    heap[at] = parent
  }
  heap[at] = value
}

function replaceLeast(heap: number[], value: number): void {
  let at = 0
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (heap[child + 1]! < heap[child]!) child++
    if (heap[child]! >= value) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = value
}
