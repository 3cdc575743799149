/**
 * Page numbers as whole numbers that count up. Roman ones, which stand before the others, are below zero, lower-case and
 * capital ones apart.
 */
const bases = { lower: -10_000, capital: -20_000 }

const values: readonly [string, number][] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** The number of a printed one such as „12“ or „xii“; null if it is none. */
export function numberOfLabel(printed: string): number | null {
  if (/^\d{1,4}$/.test(printed)) return Number(printed)
  if (!/^(?:[ivxlc]{1,8}|[IVXLC]{1,8})$/.test(printed)) return null
  const lower = printed.toLowerCase()
  let rest = lower
  let value = 0
  for (const [sign, worth] of values)
    while (rest.startsWith(sign)) {
      value += worth
      rest = rest.slice(sign.length)
    }
  const base = printed === lower ? bases.lower : bases.capital
  return rest === '' && roman(value) === lower ? base + value : null
}

export function labelOfNumber(number: number): string {
  if (number > 0) return String(number)
  const isLower = number > bases.lower
  const label = roman(number - (isLower ? bases.lower : bases.capital))
  return isLower ? label : label.toUpperCase()
}

/** Whether there is a page of that number. */
export const isPageNumber = (number: number): boolean =>
  number > 0 ||
  (number > bases.lower && number < 0) ||
  (number > bases.capital && number < bases.lower)

export const isRoman = (number: number): boolean => number < 0

function roman(value: number): string {
  let label = ''
  let rest = value
  for (const [sign, worth] of values)
    while (rest >= worth) {
      label += sign
      rest -= worth
    }
  return label
}
