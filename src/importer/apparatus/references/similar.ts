/** Letters and digits alone, so that punctuation, case and accents do not part two titles. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Letters to change, add or take away to make one word the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length]!
}

/** Is one name the other, a slip of one letter allowed in longer ones? The distance, or null. */
export function nameDistance(a: string, b: string): number | null {
  const [x, y] = [bare(a), bare(b)]
  if (x === y) return 0
  return Math.min(x.length, y.length) >= 4 && distance(x, y) === 1 ? 1 : null
}

/** Is `short` the beginning of `title`, or its main part with a slip? The distance, or null. */
export function titleDistance(short: string, title: string): number | null {
  const [x, whole] = [bare(short), bare(title)]
  // A slip in a number is another volume.
  const numbers = x.split(' ').filter((word) => /\d/.test(word))
  const isOther = numbers.some((number) => !whole.split(' ').includes(number))
  if (!x || isOther) return null
  if (whole === x || whole.startsWith(`${x} `)) return 0
  const main = bare(title.split(/[:.] /)[0]!)
  const slips = Math.min(distance(x, main), distance(x, whole))
  return slips <= Math.min(3, Math.floor(x.length / 6)) ? slips : null
}
