import type { Work } from '../../imported-text.ts'

/** The year of a work; a date in words has one where it names exactly one. */
export function yearOf({ issued }: Work): number | undefined {
  const year = issued?.['date-parts']?.[0]?.[0]
  if (year !== undefined) return Number(year)
  const named = [...String(issued?.raw ?? issued?.literal ?? '').matchAll(/(?<!\d)\d{4}(?!\d)/g)]
  return named.length === 1 ? Number(named[0]![0]) : undefined
}
