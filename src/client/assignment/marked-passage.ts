import {
  labelOf,
  paragraphId,
  paragraphSelector,
  selectorOf,
  withoutName,
} from '../../contract/ids.ts'
import type { Assignment, Question } from '../../contract/assignment/model.ts'
import { passageRange, type Item } from '../../contract/passage-range.ts'

/** A passage on the page, and everything of the text besides: what stands in the text or one of its sections. */
export interface MarkedPassage {
  /** Blocks with and without numbers, in order. */
  blocks: HTMLElement[]
  /** The blocks with numbers. */
  numbered: HTMLElement[]
  /** Headings in the passage and right above it. */
  headings: HTMLElement[]
  /** Headings of the sections in which it begins, with other blocks in between. */
  above: HTMLElement[]
  outside: HTMLElement[]
  /** Numbers of the assignment that no paragraph bears any more; the nearest place stands for them. */
  gone: string[]
}

/** Null where the text has not got the place. */
export function findMarkedPassage(
  article: HTMLElement,
  { from, to }: Pick<Assignment, 'from' | 'to'>,
): MarkedPassage | null {
  const items = itemsIn(article)
  const start = findPlace(article, from)
  const end = findPlace(article, to)
  if (!start || !end) return null
  const isNumbered = (item: HTMLElement) => numberOf(item) !== ''
  const first = items.findIndex(
    (item) => isNumbered(item) && (item.contains(start) || isBefore(start, item)),
  )
  const last = items.findLastIndex(
    (item) => isNumbered(item) && (item.contains(end) || isBefore(item, end)),
  )
  if (first < 0 || last < first) return null
  const [begin, finish] = passageRange(items.map(kindOf), first, last)
  const opening = headingsAbove(items, begin)
  const passage = items.slice(begin - opening, finish + 1)
  const blocks = passage.filter((item) => !headingIn(item))
  const others = items.filter((item) => !passage.includes(item))
  const isAbove = (item: HTMLElement) =>
    headingIn(item) !== null && blocks.some((block) => item.closest('section')?.contains(block))
  return {
    blocks,
    numbered: blocks.filter(isNumbered),
    headings: passage.filter(headingIn),
    above: others.filter(isAbove),
    outside: others.filter((item) => !isAbove(item)),
    gone: [...new Set([from, to].filter((_, i) => [start, end][i]!.hasAttribute('data-removed')))],
  }
}

/** What stands in the text or one of its sections, in order, without what is put among it. */
function itemsIn(around: Element): HTMLElement[] {
  return [...around.children].flatMap((child) => {
    if (child.matches('section')) return itemsIn(child)
    return child.matches('[data-removed], [data-task], .task-question')
      ? []
      : [child as HTMLElement]
  })
}

function kindOf(item: HTMLElement): Item {
  if (headingIn(item)) return 'heading'
  return numberOf(item) ? 'numbered' : 'other'
}

/** The heading that an item is; one that calls a note stands in a block with it. */
export const headingIn = (item: Element): HTMLElement | null => {
  const own = contentOf(item)
  return /^h[2-6]$/.test(own.localName) ? own : null
}

/** The words of an item, without its note and glosses. */
export const contentOf = (item: Element): HTMLElement =>
  (item.matches('.block') ? item.firstElementChild : item) as HTMLElement

/** How many headings stand right above an item, each over the next. */
function headingsAbove(items: readonly HTMLElement[], index: number): number {
  const level = (at: number) => (items[at] && headingIn(items[at])?.localName) || ''
  let count = 0
  while (
    level(index - count - 1) &&
    (count === 0 || level(index - count - 1) < level(index - count))
  )
    count++
  return count
}

/** The block before which a question stands; undefined: it stands behind the passage. */
export const blockFor = ({ numbered }: MarkedPassage, { at }: Pick<Question, 'at'>) =>
  numbered.find((block) => at.includes(numberOf(block)))

/** The number of a citable block; empty where it has none. */
export const numberOf = (block: Element): string =>
  labelOf(withoutName(block.querySelector(`:scope > ${paragraphSelector}`)?.id ?? ''))

const findPlace = (article: Element, number: string): Element | null =>
  article.querySelector(selectorOf(paragraphId(number)))

/** A section is before what it contains. */
export const isBefore = (a: Element, b: Element): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
