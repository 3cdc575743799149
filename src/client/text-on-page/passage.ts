import { labelOf } from '../../contract/ids.ts'
import type { CharacterRange } from '../../contract/locator.ts'
import { idInText, inText, paragraph, textsOn } from './text.ts'
import { offsetIn, rangeIn, wordingOf } from './wording.ts'

/** A contiguous selection in a text: in one or more paragraphs, or in one note. */
export interface Passage {
  /** The text. */
  article: HTMLElement
  parts: Part[]
  /** Labels of the printed pages on which it begins and ends; null where no pages are known. */
  pages: [first: string, last: string] | null
}

/** Without spaces at the ends. */
export interface Part extends CharacterRange {
  text: string
}

const note = '[role="doc-footnote"]'

/**
 * The passage in a range; null if the range holds no words of a text. If it holds words of several texts, only the
 * first counts. Notes between selected paragraphs are left out.
 */
export function passageOf(range: Range): Passage | null {
  const texts = textsOn(range.startContainer.ownerDocument!)
  const article = texts.find((text) => range.intersectsNode(text))
  if (!article) return null
  const owner = noteAround(range)
  const part = (element: Element, { id }: Element) => partOf(element, idInText(article, id), range)
  const parts = owner
    ? part(owner.querySelector('[data-wording]')!, owner)
    : [...article.querySelectorAll(paragraph)]
        .filter((element) => range.intersectsNode(element))
        .flatMap((element) => part(element, element))
  return parts.length === 0 ? null : { article, parts, pages: pagesOf(article, parts) }
}

/** A whole paragraph or note, by its id in the text. */
export function passageFor(article: HTMLElement, id: string): Passage | null {
  const element = elementOf(article, id)
  return element && wholeOf(element)
}

/** All words of an element as a passage. */
export function wholeOf(element: Element): Passage | null {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  return passageOf(range)
}

/** A range on the page for each part; none for parts that do not exist on the page. */
export function rangesOf(
  article: HTMLElement,
  parts: readonly Pick<Part, 'id' | 'start' | 'end'>[],
): Range[] {
  return parts.flatMap(({ id, start, end }) => {
    const element = elementOf(article, id)
    const wording = element && wordingOf(element)
    return wording && start < end && end <= wording.text.length
      ? [rangeIn(wording, start, end)]
      : []
  })
}

/** The reader's selection in a text, or null. */
export function selectionOf(root: Document): { range: Range; passage: Passage } | null {
  const selection = root.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0).cloneRange()
  // Firefox makes several ranges of a selection that runs across what cannot be selected, such as buttons.
  const last = selection.getRangeAt(selection.rangeCount - 1)
  range.setEnd(last.endContainer, last.endOffset)
  const passage = passageOf(range)
  return passage && { range, passage }
}

/** The element with the wording of a paragraph or note, by its id in the text. */
export function elementOf(article: HTMLElement, id: string): Element | null {
  const element = inText(article, id)
  return element?.matches(note) ? element.querySelector('[data-wording]') : element
}

const noteAround = (range: Range): Element | null => {
  const element = (node: Node) => (node instanceof Element ? node : node.parentElement)
  const first = element(range.startContainer)?.closest(note)
  return first && first === element(range.endContainer)?.closest(note) ? first : null
}

function partOf(element: Element, id: string, range: Range): Part[] {
  const wording = wordingOf(element)
  const from = offsetIn(wording, range.startContainer, range.startOffset)
  const to = offsetIn(wording, range.endContainer, range.endOffset)
  const words = wording.text.slice(from, to)
  const start = from + words.length - words.trimStart().length
  const text = words.trim()
  return text ? [{ id, start, end: start + text.length, text }] : []
}

function pagesOf(article: HTMLElement, parts: readonly Part[]): Passage['pages'] {
  const [first, last] = rangesOf(article, [parts[0]!, parts.at(-1)!])
  if (!first || !last) return null
  const breaks = [...article.querySelectorAll('[role="doc-pagebreak"]')]
  // A page break exactly at the start of the words counts as before them.
  const pageAt = (range: Range, offset: 'start' | 'end') => {
    const point = range.cloneRange()
    point.collapse(offset === 'start')
    const mark = breaks.findLast((mark) => point.comparePoint(mark, 0) < 0)
    return mark && labelOf(idInText(article, mark.id))
  }
  const pages = [pageAt(first, 'start'), pageAt(last, 'end')] as const
  return pages[0] && pages[1] ? [pages[0], pages[1]] : null
}
