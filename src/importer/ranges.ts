/** Part of a text: `from` inclusive, `to` exclusive. */
export interface Range {
  from: number
  to: number
}

/** Returns a test whether a character is in one of the ranges; quick, however many there are. */
export function coveredBy(ranges: readonly Range[]): (index: number) => boolean {
  const apart = united(ranges)
  return (index) => (firstEndingAfter(apart, index)?.from ?? Infinity) <= index
}

/** Returns a test whether a range has characters in common with one of the ranges. */
export function overlapping(ranges: readonly Range[]): (range: Range) => boolean {
  const apart = united(ranges)
  return ({ from, to }) => (firstEndingAfter(apart, from)?.from ?? Infinity) < to
}

/** The ranges in order, with those that touch or overlap as one. */
function united(ranges: readonly Range[]): Range[] {
  const apart: Range[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else apart.push({ from, to })
  }
  return apart
}

/** The first of ranges in order, none of which overlap, that ends after an index. */
export function firstEndingAfter<Item extends Range>(
  ranges: readonly Item[],
  index: number,
): Item | undefined {
  return ranges[indexEndingAfter(ranges, index)]
}

export function indexEndingAfter(ranges: readonly Range[], index: number): number {
  let low = 0
  for (let high = ranges.length; low < high;) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.to > index) high = middle
    else low = middle + 1
  }
  return low
}

/** Ranges without overlaps, added in any order. */
export class Ranges {
  readonly #edges = new Map<number, Range[]>()

  add(range: Range): void {
    for (const bucket of bucketsOf(range)) {
      const own = this.#edges.get(bucket)
      if (own) own.push(range)
      else this.#edges.set(bucket, [range])
    }
  }

  overlap({ from, to }: Range): boolean {
    return bucketsOf({ from, to }).some((bucket) =>
      this.#edges.get(bucket)?.some((other) => other.from < to && from < other.to),
    )
  }
}

const bucketSize = 256

function bucketsOf({ from, to }: Range): number[] {
  const first = Math.floor(from / bucketSize)
  return Array.from({ length: Math.floor(to / bucketSize) - first + 1 }, (_, i) => first + i)
}
