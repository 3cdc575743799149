import { dateParts, isAndOthers } from './csl.ts'
import type { Name, Work } from './csl.ts'

/**
 * Plain letters in place of all others, after DIN 5007-1: ä as a, ß as ss; signs do not count.
 * Keys made of these compare by code point, on every machine alike.
 */
function sortable(text: string): string {
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

// Particles (van, de) do not count.
const sortName = (name: Name): string =>
  sortable(name.literal ?? `${name.family ?? ''} ${name.given ?? ''}`)

/** Names, then year, then title; the title leads where nobody is named. One author comes before the same with others. */
export function sortKey(work: Work): string {
  const names = (work.author ?? work.editor ?? []).filter((name) => !isAndOthers(name))
  const title = sortable(work.title ?? '')
  const year = String(dateParts(work.issued)[0] ?? '').padStart(4, '0')
  return [names.length > 0 ? names.map(sortName).join('\u0001') : title, year, title].join('\u0000')
}

export const compareKeys = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0
