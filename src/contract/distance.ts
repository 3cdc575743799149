/**
 * Edits between a typed word and the nearest beginning of another: letters added, left out, changed, two swapped.
 * More than `limit` is answered with `limit + 1`.
 */
export function distance(typed: string, word: string, limit: number): number {
  const far = limit + 1
  const rows = typed.length
  const columns = Math.min(word.length, rows + limit)
  if (word.length < rows - limit) return far
  let before: number[] = []
  let above = Array.from({ length: columns + 1 }, (_, j) => j)
  for (let i = 1; i <= rows; i++) {
    // Further from the diagonal than the limit there are more edits than the limit.
    const row = Array<number>(columns + 1).fill(far)
    const first = Math.max(1, i - limit)
    const last = Math.min(columns, i + limit)
    if (i <= limit) row[0] = i
    let least = row[0]!
    for (let j = first; j <= last; j++) {
      const same = typed[i - 1] === word[j - 1]
      let edits = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1)
      row[j] = edits
      if (edits < least) least = edits
    }
    if (least > limit) return far
    before = above
    above = row
  }
  return Math.min(...above.slice(Math.max(0, rows - limit)))
}
