import { place, type Column, type Item } from './placement.ts'

export interface Foldable extends Item {
  kind: 'note' | 'gloss'
  /** Height when folded; the same as `height` where the item is short or the reader has opened it. */
  folded: number
}

/**
 * Decides what is folded where the margin has too little room. Nothing is left out.
 *  1. All items are placed unfolded, with the least total distance.
 *  2. Where an item is then further from its call than `limit`, the glosses of its run (the items that push one
 *     another) are folded to their lemma.
 *  3. Where that is not enough, the long notes of the run are folded to some lines.
 *  4. Items are unfolded again where that pushes nothing too far away, notes first.
 *  5. What is still far from its call stays there; a trace leads to it.
 * Returns for each item whether it is folded.
 */
export function chooseFolds(items: readonly Foldable[], column: Column, limit: number): boolean[] {
  const shown: Item[] = items.slice()
  const canFold = (i: number, kind: Foldable['kind']) =>
    items[i]!.kind === kind && shown[i]!.height > items[i]!.folded
  const fold = (i: number) => (shown[i] = { ...items[i]!, height: items[i]!.folded })
  /** Folds the items that `choose` returns for each crowded run, until it returns none. */
  const foldRuns = (choose: (run: readonly number[], tops: readonly number[]) => number[]) => {
    for (;;) {
      const tops = place(shown, column)
      const folding = crowdedRuns(shown, tops, column.gap, limit).flatMap((run) =>
        choose(run, tops),
      )
      if (folding.length === 0) return tops
      folding.forEach(fold)
    }
  }
  const all = (kind: Foldable['kind']) => foldRuns((run) => run.filter((i) => canFold(i, kind)))

  all('gloss')
  const tops = all('note')
  for (const kind of ['note', 'gloss'] as const)
    items.forEach((item, i) => {
      if (item.kind === kind && shown[i]!.height < item.height)
        unfoldIfRoom(i, item, shown, tops, column, limit)
    })
  // Unfolding was tried among neighbours only, so the whole column is checked once more.
  foldRuns((run, now) => {
    const distance = (i: number) => Math.abs(now[i]! - items[i]!.anchor)
    const far = run.reduce((a, b) => (distance(b) > distance(a) ? b : a))
    const near = (kind: Foldable['kind']) =>
      run
        .filter((i) => canFold(i, kind))
        .reduce<number[]>(
          ([a], b) => (a !== undefined && Math.abs(a - far) <= Math.abs(b - far) ? [a] : [b]),
          [],
        )
    const gloss = near('gloss')
    return gloss.length ? gloss : near('note')
  })
  return items.map((item, i) => shown[i]!.height < item.height)
}

/** Number of neighbours on each side that may make room for an item; limits the work on long texts. */
const neighbours = 20

/** Unfolds an item if it and its neighbours then find room near their calls. */
function unfoldIfRoom(
  i: number,
  whole: Item,
  shown: Item[],
  tops: number[],
  column: Column,
  limit: number,
): void {
  const from = Math.max(0, i - neighbours)
  const to = Math.min(shown.length, i + neighbours + 1)
  const around = shown.slice(from, to)
  around[i - from] = whole
  const top = from > 0 ? tops[from - 1]! + shown[from - 1]!.height + column.gap : column.top
  const bottom = to < shown.length ? tops[to]! - column.gap : column.bottom
  const tried = place(around, { ...column, top, bottom })
  const distance = (at: readonly number[], j: number) => Math.abs(at[j]! - around[j]!.anchor)
  const now = tops.slice(from, to)
  const fits =
    tried.at(-1)! + around.at(-1)!.height <= bottom &&
    around.every((_, j) => distance(tried, j) <= Math.max(limit, distance(now, j)))
  if (!fits) return
  shown[i] = whole
  tops.splice(from, tried.length, ...tried)
}

/** Runs of items without free space between them, in which at least one is too far from its call. */
function crowdedRuns(
  items: readonly Item[],
  tops: readonly number[],
  gap: number,
  limit: number,
): number[][] {
  const runs: number[][] = []
  items.forEach((_, i) => {
    if (i > 0 && tops[i]! - gap <= tops[i - 1]! + items[i - 1]!.height) runs.at(-1)!.push(i)
    else runs.push([i])
  })
  return runs.filter((run) => run.some((i) => Math.abs(tops[i]! - items[i]!.anchor) > limit))
}
