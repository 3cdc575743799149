/** Which words of a citation are about which of its works. */
import { bare } from '../../apparatus/references/similar.ts'
import { yearOf } from '../../apparatus/references/keys.ts'
import type { Work } from '../../imported-text.ts'
import type { CitedItem } from './citation.ts'

export interface CitedWords {
  item: CitedItem
  from: number
  to: number
}

/**
 * Divides the words of a citation among its works; `certain` is false if it does not show which words are about which
 * work. Brackets, prefixes, suffixes and pages are not part of a mention.
 */
export function mentionsIn(
  words: string,
  items: readonly CitedItem[],
): { mentions: CitedWords[]; certain: boolean } {
  const whole = inner(words, { from: 0, to: words.length })
  if (whole.from >= whole.to) return { mentions: [], certain: items.length === 0 }
  const [only] = items
  if (items.length === 1)
    return { mentions: [{ item: only!, ...ownWords(words, whole, only!) }], certain: true }
  const parts = divided(words, whole, items)
  if (!parts) return { mentions: [{ item: only!, ...whole }], certain: false }
  const { ranges, certain } = parts
  return {
    certain,
    mentions: ranges
      .map(({ item, ...range }) => ({ item, ...ownWords(words, range, item) }))
      .filter(({ from, to }) => from < to),
  }
}

interface Range {
  from: number
  to: number
}

/** Without white space, brackets around the whole and punctuation at the end. */
function inner(words: string, range: Range): Range {
  let { from, to } = range
  for (;;) {
    while (from < to && /[\s;,]/.test(words[from]!)) from += 1
    while (to > from && /[\s;,.]/.test(words[to - 1]!)) to -= 1
    const [open, close] = [words[from], words[to - 1]]
    const isPair =
      to - from > 1 && ((open === '(' && close === ')') || (open === '[' && close === ']'))
    if (!isPair || !closesAtEnd(words, from, to)) break
    from += 1
    to -= 1
  }
  return { from, to }
}

function closesAtEnd(words: string, from: number, to: number): boolean {
  let depth = 0
  for (let at = from; at < to; at += 1) {
    if (/[([]/.test(words[at]!)) depth += 1
    else if (/[)\]]/.test(words[at]!) && (depth -= 1) === 0) return at === to - 1
  }
  return false
}

/** Without the prefix, the suffix and the page of the item. */
function ownWords(words: string, range: Range, { prefix, suffix, locator }: CitedItem): Range {
  let { from, to } = inner(words, range)
  const plain = words.slice(from, to)
  if (prefix !== '' && plain.startsWith(prefix) && prefix.length < plain.length)
    from += prefix.length
  const end = suffix.replace(/[.\s]+$/, '')
  if (end !== '' && words.slice(from, to).endsWith(end) && to - from > end.length) to -= end.length
  if (locator !== '') {
    const rest = words.slice(from, to)
    const same = (text: string) => text.replace(/[-–—‑]/g, '-').replace(/\s+/g, ' ')
    if (same(rest).endsWith(same(locator)) && rest.length > locator.length) {
      const before = rest
        .slice(0, -locator.length)
        .replace(
          /[\s,:;(]*(?:\b(?:Seiten?|Seite|S|Bl|fol|Sp|Nr|Rn|Kap|pp?|chap|vol)\b\.?)?\s*$/u,
          '',
        )
      if (before !== '') to = from + before.length
    }
  }
  const own = inner(words, { from, to })
  return own.from < own.to ? own : range
}

/** One range for each item, in the order of the words; null if that cannot be told. */
function divided(
  words: string,
  whole: Range,
  items: readonly CitedItem[],
): { ranges: (Range & { item: CitedItem })[]; certain: boolean } | null {
  const bySemicolon = splitAt(words, whole, /;/)
  if (bySemicolon.length === items.length) {
    const assigned = assigned_(words, bySemicolon, items)
    return (
      assigned ?? {
        ranges: bySemicolon.map((range, i) => ({ ...range, item: items[i]! })),
        certain: false,
      }
    )
  }
  const byComma = splitAt(words, whole, /[;,]/)
  if (
    byComma.length === items.length &&
    byComma.every((part) => /^\s*[\p{L}\s.]*\d/u.test(words.slice(part.from, part.to)))
  ) {
    const assigned = assigned_(words, byComma, items)
    return (
      assigned ?? {
        ranges: byComma.map((range, i) => ({ ...range, item: items[i]! })),
        certain: true,
      }
    )
  }
  return atNames(words, whole, items)
}

/** Parts at separators outside of brackets. */
function splitAt(words: string, { from, to }: Range, separator: RegExp): Range[] {
  const parts: Range[] = []
  let depth = 0
  let start = from
  for (let at = from; at < to; at += 1) {
    const character = words[at]!
    if (/[([„“«»‹›]/.test(character) && /[([]/.test(character)) depth += 1
    else if (/[)\]]/.test(character)) depth -= 1
    else if (depth <= 0 && separator.test(character)) {
      parts.push({ from: start, to: at })
      start = at + 1
    }
  }
  parts.push({ from: start, to })
  return parts.filter((part) => words.slice(part.from, part.to).trim() !== '')
}

/** The item that each part fits best; null if a part fits none or several. */
function assigned_(
  words: string,
  parts: readonly Range[],
  items: readonly CitedItem[],
): { ranges: (Range & { item: CitedItem })[]; certain: boolean } | null {
  const rest = [...items]
  const ranges: (Range & { item: CitedItem })[] = []
  for (const part of parts) {
    const own = words.slice(part.from, part.to)
    const scored = rest.map((item) => ({ item, score: scoreOf(own, item.work) }))
    const best = Math.max(...scored.map(({ score }) => score))
    const fitting = scored.filter(({ score }) => score === best)
    if (best === 0 || fitting.length > 1) return null
    ranges.push({ ...part, item: fitting[0]!.item })
    rest.splice(rest.indexOf(fitting[0]!.item), 1)
  }
  return { ranges, certain: true }
}

function scoreOf(words: string, work: Work | null): number {
  if (!work) return 0
  const own = ` ${bare(words)} `
  const name = bare(surname(work))
  const year = yearOf(work)
  const title = bare(String(work['title-short'] ?? work.title ?? ''))
    .split(' ')
    .slice(0, 3)
    .join(' ')
  return (
    (name !== '' && own.includes(` ${name} `) ? 4 : 0) +
    (year !== undefined && own.includes(String(year)) ? 2 : 0) +
    (title !== '' && own.includes(title) ? 3 : 0)
  )
}

function surname(work: Work): string {
  const [first] = work.author ?? work.editor ?? []
  return first?.family ?? first?.literal ?? ''
}

/** Divides before the name or year of each item, as in „Berg 2001, 2004“ or „Berg 2001 und Tal 2003“. */
function atNames(
  words: string,
  whole: Range,
  items: readonly CitedItem[],
): { ranges: (Range & { item: CitedItem })[]; certain: boolean } | null {
  const found: { item: CitedItem; at: number; named: boolean }[] = []
  const taken = new Set<number>()
  for (const item of items) {
    const place = placeOf(words, whole, item, taken)
    if (place === null) return null
    taken.add(place.at)
    found.push({ item, ...place })
  }
  found.sort((a, b) => a.at - b.at)
  const ranges = found.map(({ item, at }, i) => {
    const next = found[i + 1]
    const end = next ? next.at : whole.to
    const own = words.slice(at, end).replace(/[\s,;]*(?:\b(?:und|and|sowie|vgl\.|siehe)\s*)*$/u, '')
    return { item, from: i === 0 ? whole.from : at, to: at + own.length }
  })
  return { ranges, certain: true }
}

function placeOf(
  words: string,
  { from, to }: Range,
  { work }: CitedItem,
  taken: ReadonlySet<number>,
): { at: number; named: boolean } | null {
  const candidates = [work ? surname(work) : '', work && yearOf(work) ? String(yearOf(work)) : '']
  for (const [i, candidate] of candidates.entries()) {
    if (candidate === '') continue
    for (
      let at = words.indexOf(candidate, from);
      at >= 0 && at < to;
      at = words.indexOf(candidate, at + 1)
    ) {
      const isWhole =
        !/[\p{L}\d]/u.test(words[at - 1] ?? '') &&
        !/[\p{L}\d]/u.test(i === 1 ? '' : (words[at + candidate.length] ?? ''))
      if (isWhole && !taken.has(at)) return { at, named: i === 0 }
    }
  }
  return null
}
