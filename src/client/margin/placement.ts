import { isotonic, type Limits } from './isotonic.ts'

/** All lengths are whole pixels, measured from the top of the text. */
export interface Item {
  /** Ideal top: level with the call. */
  anchor: number
  height: number
}

/** A part of the column that is taken by something else, such as a wide table. */
export interface Band {
  top: number
  bottom: number
}

export interface Column {
  /** Least distance between two items, and between an item and a band. */
  gap: number
  top: number
  /** Exceeded where the items need more room than there is. */
  bottom: number
  bands?: readonly Band[]
}

/**
 * Tops of the items with the least total distance from their anchors, in order, without overlap; exact.
 * Without bands this is one isotonic regression, n log n: after subtracting the heights of all items before it from
 * each top, order and distance are kept just when the values do not decrease.
 * With bands by branch and bound: an item that meets a band is tried wholly above and wholly below it. Exponential
 * only in the number of bands that items meet, which are few.
 */
export function place(items: readonly Item[], column: Column): number[] {
  const needed = items.reduce((sum, { height }) => sum + height + column.gap, 0)
  const bands = column.bands ?? []
  const end = Math.max(column.top, ...bands.map(({ bottom }) => bottom + column.gap)) + needed
  return optimum(items, column, column.bottom) ?? optimum(items, column, end) ?? []
}

function optimum(
  items: readonly Item[],
  { gap, top, bands = [] }: Column,
  bottom: number,
): number[] | undefined {
  const before: number[] = []
  let sum = 0
  for (const { height } of items) {
    before.push(sum)
    sum += height + gap
  }
  const targets = items.map(({ anchor }, i) => anchor - before[i]!)
  let best: number[] | undefined
  let least = Infinity

  const search = (limits: Limits) => {
    const tops = isotonic(targets, limits)?.map((value, i) => value + before[i]!)
    const distance = tops ? totalDistance(items, tops) : Infinity
    if (!tops || distance >= least) return
    const clash = firstClash(items, tops, bands, gap)
    if (!clash) {
      best = tops
      least = distance
      return
    }
    const { i, band } = clash
    const above = band.top - gap - items[i]!.height - before[i]!
    const below = band.bottom + gap - before[i]!
    const sides = [
      () =>
        search({
          ...limits,
          ceilings: limits.ceilings.with(i, Math.min(limits.ceilings[i]!, above)),
        }),
      () =>
        search({ ...limits, floors: limits.floors.with(i, Math.max(limits.floors[i]!, below)) }),
    ]
    if (Math.abs(below - targets[i]!) < Math.abs(above - targets[i]!)) sides.reverse()
    for (const side of sides) side()
  }

  search({
    floors: items.map((_, i) => top - before[i]!),
    ceilings: items.map(({ height }, i) => bottom - height - before[i]!),
  })
  return best
}

export function totalDistance(items: readonly Item[], tops: readonly number[]): number {
  return items.reduce((sum, { anchor }, i) => sum + Math.abs(tops[i]! - anchor), 0)
}

function firstClash(
  items: readonly Item[],
  tops: readonly number[],
  bands: readonly Band[],
  gap: number,
): { i: number; band: Band } | undefined {
  if (bands.length === 0) return undefined
  for (const [i, { height }] of items.entries()) {
    const top = tops[i]!
    const band = bands.find((b) => top < b.bottom + gap && top + height + gap > b.top)
    if (band) return { i, band }
  }
  return undefined
}
