import { isAndOthers, withParticles } from './csl.ts'
import { dateParts } from './dates.ts'
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

// Particles (van, de, d’) are ignored.
function sortName(name: Name): string {
  const { literal, family = '', given = '' } = withParticles(name)
  return sortable(literal ?? `${family.replace(/^d['’]\s?(?=\p{Lu})/u, '')} ${given}`)
}

/** Names, year, title; title first if there are no names. A single author sorts before the same author with others. */
export function sortKey(work: Work): string {
  const names = (work.author ?? work.editor ?? []).filter((name) => !isAndOthers(name))
  const title = sortable(work.title ?? '')
  const [counted] = dateParts(work.issued)
  // Years before Christ come first, and in their order.
  const year = counted === undefined ? '' : String(counted + 10_000).padStart(5, '0')
  return [names.length > 0 ? names.map(sortName).join('\u0001') : title, year, title].join('\u0000')
}

export const compareKeys = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0
