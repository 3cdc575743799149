import { romanOf, romanValue } from '../roman-numbers.ts'

/**
 * Page numbers as whole numbers that count up. Roman ones, which stand before the others, are below zero, lower-case and
 * capital ones apart.
 */
const bases = { lower: -10_000, capital: -20_000 }

/** The number of a printed one such as „12“ or „xii“; null if it is none. */
export function numberOfLabel(printed: string): number | null {
  if (/^\d{1,4}$/.test(printed)) return Number(printed)
  if (!/^(?:[ivxlc]{1,8}|[IVXLC]{1,8})$/.test(printed)) return null
  const lower = printed.toLowerCase()
  const value = romanValue(lower)
  const base = printed === lower ? bases.lower : bases.capital
  return value === null ? null : base + value
}

export function labelOfNumber(number: number): string {
  if (number > 0) return String(number)
  const isLower = number > bases.lower
  const label = romanOf(number - (isLower ? bases.lower : bases.capital), 100)
  return isLower ? label : label.toUpperCase()
}

/** Whether there is a page of that number. */
export const isPageNumber = (number: number): boolean =>
  number > 0 ||
  (number > bases.lower && number < 0) ||
  (number > bases.capital && number < bases.lower)

export const isRoman = (number: number): boolean => number < 0
