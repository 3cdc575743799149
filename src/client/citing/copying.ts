import { text, textsOn } from '../text-on-page/text.ts'
import { cleanWords, type Words } from './clean.ts'

const note = '[role="doc-footnote"]'
const gloss = '[role="note"]'
/** Head and blocks of the text, without notes and glosses. */
const textUnits = [
  '.text-author',
  '.text-head :is(h1, .part-title)',
  '.text-head .lead',
  `${text} :is(h2, h3, h4)`,
  `${text} .block > :first-child`,
].join()
const lines = 'p, li, tr, figcaption, pre, dt, dd'

/** Copies only words of the text, without calls, paragraph numbers or labels; an empty line between paragraphs. */
export function copyClean(root: Document, event: ClipboardEvent): void {
  if (event.target instanceof Element && event.target.closest('input, textarea, dialog')) return
  const selection = root.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  // Firefox makes several ranges of a selection that runs across what cannot be selected.
  const ranges = Array.from({ length: selection.rangeCount }, (_, i) => selection.getRangeAt(i))
  const parts = partsOf(root, ranges)
  if (!event.clipboardData || parts.length === 0) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', parts.map(({ words }) => words.text).join('\n\n'))
  event.clipboardData.setData('text/html', parts.map(toHtml).join('\n'))
}

interface Part {
  tag: 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'blockquote'
  words: Words
}

/** Only notes (or glosses) if the selection begins in one, else only the text. */
function partsOf(root: Document, ranges: readonly Range[]): Part[] {
  const touch = (element: Element) => ranges.some((range) => range.intersectsNode(element))
  if (!textsOn(root).some(touch)) return []
  const kind = [note, gloss].find((selector) => elementAt(ranges[0]!)?.closest(selector))
  const within = kind ? `${text} ${kind} :is([data-wording], p:not(.note-resolved))` : textUnits
  const units = [...root.querySelectorAll(within)]
  return units.filter(touch).flatMap((unit) => inUnit(unit, ranges))
}

const elementAt = ({ startContainer }: Range): Element | null =>
  startContainer instanceof Element ? startContainer : startContainer.parentElement

function inUnit(unit: Element, ranges: readonly Range[]): Part[] {
  const leaves = [...unit.querySelectorAll(lines)].filter((line) => !line.querySelector(lines))
  const tag = unit.localName.match(/^(?:h[1-4]|blockquote)$/) ? unit.localName : 'p'
  return (leaves.length > 0 ? leaves : [unit]).flatMap((leaf) => {
    const selected = ranges
      .filter((range) => range.intersectsNode(leaf))
      .map((range) => cleanWords(inside(leaf, range)))
      .filter((words) => words.text)
    const words = {
      text: selected.map(({ text }) => text).join(' '),
      html: selected.map(({ html }) => html).join(' '),
    }
    return words.text ? [{ tag: tag as Part['tag'], words }] : []
  })
}

/** The part of a range that lies in an element. */
function inside(element: Element, range: Range): Range {
  const part = element.ownerDocument.createRange()
  part.selectNodeContents(element)
  if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0)
    part.setStart(range.startContainer, range.startOffset)
  if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0)
    part.setEnd(range.endContainer, range.endOffset)
  return part
}

const toHtml = ({ tag, words }: Part): string => `<${tag}>${words.html}</${tag}>`
