import { dateParts, isAndOthers } from './csl.ts'
import type { Name, Work } from './csl.ts'

/**
 * Folds letters by DIN 5007-1: ä as a, ß as ss; ignores punctuation. The result sorts by code point, so that the
 * order does not depend on the machine's locale.
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

// Particles (van, de) are ignored.
const sortName = (name: Name): string =>
  sortable(name.literal ?? `${name.family ?? ''} ${name.given ?? ''}`)

/** Names, year, title; title first if there are no names. A single author sorts before the same author with others. */
export function sortKey(work: Work): string {
  const names = (work.author ?? work.editor ?? []).filter((name) => !isAndOthers(name))
  const title = sortable(work.title ?? '')
  const year = String(dateParts(work.issued)[0] ?? '').padStart(4, '0')
  return [names.length > 0 ? names.map(sortName).join('\u0001') : title, year, title].join('\u0000')
}

export const compareKeys = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0
