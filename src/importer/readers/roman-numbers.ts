const signs = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

/** 4 → „iv“. `largest`: worth of the largest sign; numbers of pages and notes have none above c. */
export function romanOf(number: number, largest: 100 | 1000 = 1000): string {
  let rest = number
  let written = ''
  for (const [worth, sign] of signs)
    if (worth <= largest) for (; rest >= worth; rest -= worth) written += sign
  return written
}

/** „iv“ → 4, in small letters up to c; null if a word is no number as it is properly written. */
export function romanValue(word: string): number | null {
  if (!/^[ivxlc]{1,10}$/.test(word)) return null
  let rest = word
  let value = 0
  for (const [worth, sign] of signs)
    while (rest.startsWith(sign)) {
      value += worth
      rest = rest.slice(sign.length)
    }
  return rest === '' && romanOf(value, 100) === word ? value : null
}
