import {
  labelOf,
  paragraphId,
  paragraphSelector,
  selectorOf,
  withoutName,
} from '../../contract/ids.ts'
import type { Assignment, Question } from '../../contract/assignment/model.ts'

/** A passage on the page: its blocks, and everything of the text besides. */
export interface MarkedPassage {
  blocks: HTMLElement[]
  outside: HTMLElement[]
  /** Numbers of the assignment that no paragraph bears any more; the nearest place stands for them. */
  gone: string[]
}

/** Null where the text has not got the place. */
export function findMarkedPassage(
  article: HTMLElement,
  { from, to }: Pick<Assignment, 'from' | 'to'>,
): MarkedPassage | null {
  const blocks = [...article.querySelectorAll<HTMLElement>('.block')].filter(numberOf)
  const start = findPlace(article, from)
  const end = findPlace(article, to)
  if (!start || !end) return null
  const first = blocks.findIndex((block) => block.contains(start) || isBefore(start, block))
  const last = blocks.findLastIndex((block) => block.contains(end) || isBefore(block, end))
  if (first < 0 || last < first) return null
  const passage = blocks.slice(first, last + 1)
  const headings = [...article.querySelectorAll<HTMLElement>('section > :is(h2, h3)')]
  return {
    blocks: passage,
    outside: [
      ...blocks.filter((_, i) => i < first || i > last),
      ...headings.filter(
        ({ parentElement }) => !passage.some((one) => parentElement!.contains(one)),
      ),
    ],
    gone: [...new Set([from, to].filter((_, i) => [start, end][i]!.hasAttribute('data-removed')))],
  }
}

/** The block before which a question stands; undefined: it stands behind the passage. */
export const blockFor = ({ blocks }: MarkedPassage, { at }: Pick<Question, 'at'>) =>
  blocks.find((block) => at.includes(numberOf(block)))

/** The number of a citable block; empty where it has none. */
export const numberOf = (block: Element): string =>
  labelOf(withoutName(block.querySelector(`:scope > ${paragraphSelector}`)?.id ?? ''))

const findPlace = (article: Element, number: string): Element | null =>
  article.querySelector(selectorOf(paragraphId(number)))

/** A section is before what it contains. */
export const isBefore = (a: Element, b: Element): boolean =>
  (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
