const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const steps = ['c', 'xc', 'l', 'xl', 'x', 'ix', 'v', 'iv', 'i'] as const
const worth = (sign: string): number =>
  sign.length === 1 ? values[sign]! : values[sign[1]!]! - values[sign[0]!]!

const written = (value: number): string => {
  let rest = value
  return steps
    .map((sign) => {
      const times = Math.floor(rest / worth(sign))
      rest -= times * worth(sign)
      return sign.repeat(times)
    })
    .join('')
}

/** „iv“ → 4, up to 399 in small letters; null if a word is no number as it is properly written. */
export function romanValue(word: string): number | null {
  if (!/^[ivxlc]{1,10}$/.test(word)) return null
  const value = [...word].reduce((sum, sign, i) => {
    const [own, next] = [values[sign]!, values[word[i + 1]!] ?? 0]
    return own < next ? sum - own : sum + own
  }, 0)
  return value > 0 && written(value) === word ? value : null
}
