import type { Passage } from '../../imported-text.ts'
import { findAuthorDates, type AuthorDate } from './author-date.ts'
import type { NamedWork } from './cited-works.ts'
import { surnameOf } from './names.ts'
import type { WorksByDate } from './works-by-date.ts'

export interface DateLinks {
  links: { from: number; to: number; work: NamedWork }[]
  /** Words that refer to a work which is not certain; `why` in German. */
  asked: { from: number; to: number; why: string }[]
}

/** The works that a passage refers to by author and date. */
export function linkAuthorDates({ text, marks }: Passage, works: WorksByDate): DateLinks {
  const found: DateLinks = { links: [], asked: [] }
  if (works.isEmpty) return found
  /** The surnames of the reference before, for „ders. 2003“ and a second year. */
  let surnames: string[] = []
  const isLinked = ({ from, to }: AuthorDate) =>
    marks.some((mark) => mark.kind === 'work' && mark.from < to && from < mark.to)
  for (const mention of findAuthorDates(text)) {
    if (isLinked(mention)) continue
    const isBack = mention.surnames.length === 0 || mention.surnames[0] === 'ders'
    if (isBack && surnames.length === 0) continue
    const { from, result } = isBack
      ? { from: mention.from, result: works.find({ ...mention, surnames }) }
      : firstKnown(mention, works)
    const { to } = mention
    if ('named' in result) {
      found.links.push({ from, to, work: result.named })
      const { author, editor } = result.named.work
      surnames = (author ?? editor ?? []).map(surnameOf).filter((name) => name !== 'u. a.')
    } else {
      // Words such as „Mai 1912“ are no reference unless their name is in the list, or they have a page.
      if (!result.strange || mention.certain) found.asked.push({ from, to, why: result.why })
      if (!isBack) surnames = result.strange ? [] : mention.surnames
    }
  }
  const again = sameAgain(text, found)
  return {
    links: [...found.links, ...again.links].sort((a, b) => a.from - b.from),
    asked: [...found.asked, ...again.asked],
  }
}

/** Names before the first one that the list has are words of the sentence: „im Garten, Berg 2001“. */
function firstKnown(mention: AuthorDate, works: WorksByDate) {
  for (const [i, start] of mention.starts.entries()) {
    const result = works.find({ ...mention, surnames: mention.surnames.slice(i) })
    if ('named' in result || !result.strange)
      return { from: i === 0 ? mention.from : start, result }
  }
  return { from: mention.from, result: works.find(mention) }
}

/** „(ebd., 12)“ means the reference before it in the same paragraph. */
function sameAgain(text: string, { links, asked }: DateLinks): DateLinks {
  const again: DateLinks = { links: [], asked: [] }
  for (const { index: from, 0: words } of text.matchAll(same)) {
    const isBefore = ({ to }: { to: number }) => to <= from
    const last = links.findLast(isBefore)
    const doubtful = asked.findLast(isBefore)
    const range = { from, to: from + words.length }
    if (last && (!doubtful || doubtful.to < last.to))
      again.links.push({ ...range, work: last.work })
    else again.asked.push({ ...range, why: 'im Absatz davor ist kein Werk sicher genannt' })
  }
  return again
}

const same = /(?<=[([](?:(?:vgl|siehe|s)\.? )?)(?:ebd\.|ebenda)/giu
