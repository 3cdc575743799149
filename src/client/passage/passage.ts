import { offsetIn, rangeIn, wordingOf } from './wording.ts'

/** Words of the text that stand together, as a reader selected them: of several paragraphs, or of one note. */
export interface Passage {
  parts: Part[]
  /** Label of the printed page on which it begins, and ends; null where no pages are known. */
  pages: [first: string, last: string] | null
}

export interface Part {
  /** `abs-14` or `anm-31`. */
  id: string
  /** From where to where in the wording of that paragraph or note; spaces at the ends are left out. */
  start: number
  end: number
  text: string
}

const paragraphs = 'article[data-text] .block > [id^="abs-"]'
const note = '[role="doc-footnote"]'

/** Null where a range holds no words of the text. A range that runs over paragraphs leaves out the notes between. */
export function passageOf(range: Range): Passage | null {
  const owner = noteAround(range)
  const root = range.startContainer.ownerDocument!
  const parts = owner
    ? partOf(owner.querySelector('[data-wording]')!, owner.id, range)
    : [...root.querySelectorAll(paragraphs)]
        .filter((paragraph) => range.intersectsNode(paragraph))
        .flatMap((paragraph) => partOf(paragraph, paragraph.id, range))
  return parts.length === 0 ? null : { parts, pages: pagesOf(root, parts) }
}

/** A whole paragraph or note. */
export function passageFor(root: Document, id: string): Passage | null {
  const element = elementOf(root, id)
  if (!element) return null
  const range = root.createRange()
  range.selectNodeContents(element)
  return passageOf(range)
}

/** Where a passage stands on this page, a range for each part; a part whose place is not here has none. */
export function rangesOf(root: Document, parts: readonly Pick<Part, 'id' | 'start' | 'end'>[]) {
  return parts.flatMap(({ id, start, end }) => {
    const element = elementOf(root, id)
    const wording = element && wordingOf(element)
    return wording && start < end && end <= wording.text.length
      ? [rangeIn(wording, start, end)]
      : []
  })
}

/** What the reader has selected in the text, or null. */
export function selectionOf(root: Document): { range: Range; passage: Passage } | null {
  const selection = root.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const article = root.querySelector('article[data-text]')
  if (!article || !range.intersectsNode(article)) return null
  const passage = passageOf(range)
  return passage && { range, passage }
}

/** The element whose wording an id of the text names. */
export function elementOf(root: Document, id: string): Element | null {
  const element = root.getElementById(id)
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

function pagesOf(root: Document, parts: readonly Part[]): Passage['pages'] {
  const [first, last] = rangesOf(root, [parts[0]!, parts.at(-1)!])
  if (!first || !last) return null
  const breaks = [...root.querySelectorAll('article [role="doc-pagebreak"]')]
  // A mark that stands just where the words begin belongs to them.
  const pageAt = (range: Range, offset: 'start' | 'end') => {
    const point = range.cloneRange()
    point.collapse(offset === 'start')
    return breaks.findLast((mark) => point.comparePoint(mark, 0) < 0)?.id.replace(/^s-/, '')
  }
  const pages = [pageAt(first, 'start'), pageAt(last, 'end')] as const
  return pages[0] && pages[1] ? [pages[0], pages[1]] : null
}
