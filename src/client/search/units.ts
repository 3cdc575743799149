import { paragraphSelector, workSelector } from '../../contract/ids.ts'
import { rangeIn, wordingOf } from '../text-on-page/wording.ts'
import type { Matcher } from './matcher.ts'

/** A paragraph, note, gloss, article or work, with what was found in it. */
export interface Unit {
  id: string
  ranges: Range[]
}

const parts = [
  `article[data-text] :is(${paragraphSelector}, h2[id], h3[id])`,
  '.note [data-wording]',
  '.gloss > p',
  'main .sheet > :is(.lead, .prose)',
  `${workSelector} > p`,
].join(',')

/** In reading order. The gloss of a term counts once, however often it stands on the page. */
export function unitsWith(root: Document, matcher: Matcher): Unit[] {
  const units = new Map<string, Unit>()
  const terms = new Map<string, string>()
  for (const part of root.querySelectorAll<HTMLElement>(parts)) {
    const owner = part.closest<HTMLElement>('[id]')!
    const term = owner.classList.contains('gloss') ? owner.dataset['term'] : undefined
    const id = (term && terms.get(term)) ?? owner.id
    if (term) terms.set(term, id)
    const ranges = rangesIn(part, matcher)
    if (ranges.length === 0) continue
    const unit = units.get(id)
    if (unit) unit.ranges.push(...ranges)
    else units.set(id, { id, ranges })
  }
  return [...units.values()]
}

function rangesIn(part: HTMLElement, matcher: Matcher): Range[] {
  const wording = wordingOf(part)
  return matcher(wording.text).map(([start, end]) => rangeIn(wording, start, end))
}
