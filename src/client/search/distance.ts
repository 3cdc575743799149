/**
 * Edits between a typed word and the nearest beginning of another: letters added, left out, changed, two swapped.
 * More than `limit` is answered with `limit + 1`.
 */
export function distance(typed: string, word: string, limit: number): number {
  const rows = typed.length
  const columns = Math.min(word.length, rows + limit)
  if (word.length < rows - limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: columns + 1 }, (_, j) => j)
  for (let i = 1; i <= rows; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= columns; j++) {
      const same = typed[i - 1] === word[j - 1]
      let edits = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1)
      row.push(edits)
      if (edits < least) least = edits
    }
    if (least > limit) return limit + 1
    before = above
    above = row
  }
  return Math.min(...above.slice(Math.max(0, rows - limit)))
}
