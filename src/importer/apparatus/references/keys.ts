import { slugOf } from '../../../contract/folding.ts'
import type { Work } from '../../imported-text.ts'
import { surnameOf } from './names.ts'

/** surname-year, or surname-year-word if that is taken. */
export function keyFor(work: Work, taken: ReadonlySet<string>): string {
  const [first] = work.author ?? work.editor ?? []
  const words = slugOf(work.title ?? '')
    .split('-')
    .filter((word) => word.length > 3)
  const name = slugOf(surnameOf(first)) || words[0] || 'werk'
  const year = yearOf(work)
  const key = year ? `${name}-${year}` : name
  const candidates = [key, ...words.map((word) => `${key}-${word}`)]
  const free = candidates.find((candidate) => !taken.has(candidate))
  if (free) return free
  let number = 2
  while (taken.has(`${key}-${number}`)) number += 1
  return `${key}-${number}`
}

/** The year of a work; of a date in words only if it contains exactly one. */
export function yearOf({ issued }: Work): number | undefined {
  const year = issued?.['date-parts']?.[0]?.[0]
  if (year !== undefined) return Number(year)
  const named = [...String(issued?.raw ?? issued?.literal ?? '').matchAll(/(?<!\d)\d{4}(?!\d)/g)]
  return named.length === 1 ? Number(named[0]![0]) : undefined
}
