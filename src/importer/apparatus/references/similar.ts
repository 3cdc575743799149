/** Lower-case letters and digits only, for comparing without punctuation, case and accents. */
export function bare(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Levenshtein distance. */
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

/** Distance of two names if they are equal, or differ by one letter in longer ones; else null. */
export function nameDistance(a: string, b: string): number | null {
  const [x, y] = [bare(a), bare(b)]
  if (x === y) return 0
  const near = Math.min(x.length, y.length) >= 4 && Math.abs(x.length - y.length) <= 1
  return near && distance(x, y) === 1 ? 1 : null
}

/** Distance if `short` is the beginning of `title`, or its main part with a typing error; else null. */
export function titleDistance(short: string, title: string): number | null {
  const [x, whole] = [bare(short), bare(title)]
  // A different number means another volume.
  const numbers = x.split(' ').filter((word) => /\d/.test(word))
  const isOther = numbers.some((number) => !whole.split(' ').includes(number))
  if (!x || isOther) return null
  if (whole === x || whole.startsWith(`${x} `)) return 0
  const main = bare(title.split(/[:.] /)[0]!)
  const most = Math.min(3, Math.floor(x.length / 6))
  const slips = [main, whole]
    .filter((title) => Math.abs(title.length - x.length) <= most)
    .reduce((least, title) => Math.min(least, distance(x, title)), Infinity)
  return slips <= most ? slips : null
}
