import { flash } from '../platform/focus.ts'
import { isNewVisit } from '../platform/new-visit.ts'
import { textsOn } from '../text-on-page/text.ts'
import { noteSelector } from './entries.ts'
import { keepInView } from '../text-on-page/keep-in-view.ts'
import type { Reveal } from './reveal-target.ts'
import { findDirective, readDirectives, type TextDirective } from './text-directive.ts'

/**
 * Brings the passage of text directives into view. Browsers scroll to the box around everything between its two ends,
 * to which notes and glosses belong that stand elsewhere on the page, and do not search in closed ones.
 */
export async function revealWords(
  root: Document,
  address: string,
  reveals: readonly Reveal[],
  signal: AbortSignal,
): Promise<void> {
  if (!isNewVisit()) return
  const [range, ...others] = readDirectives(address).flatMap((one) => rangeOf(root, one) ?? [])
  if (!range) return
  // The directives of one passage follow one another.
  const last = others.at(-1)
  if (last && range.compareBoundaryPoints(Range.END_TO_END, last) < 0)
    range.setEnd(last.endContainer, last.endOffset)
  const note = range.startContainer.parentElement!.closest(noteSelector)
  if (note) {
    const opened = await Promise.all(reveals.map((reveal) => reveal(note)))
    if (opened.some(Boolean)) flash(note)
  }
  keepInView(root, range, signal)
}

/** The words in the text itself, else in the text with its notes. */
function rangeOf(root: Document, directive: TextDirective): Range | null {
  for (const article of textsOn(root))
    for (const leftOut of [`${unseen}, ${noteSelector}, .block-number`, unseen]) {
      const range = rangeIn(article, directive, leftOut)
      if (range) return range
    }
  return null
}

const unseen = 'script, style, svg, button, .spacer'
const line =
  'p, h1, h2, h3, h4, li, dt, dd, td, th, figcaption, pre, blockquote, div, section, a.block-number'

function rangeIn(article: HTMLElement, directive: TextDirective, leftOut: string): Range | null {
  const root = article.ownerDocument
  const walker = root.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  const pieces: { node: Text; start: number }[] = []
  let text = ''
  let before: Element | null = null
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement!
    if (parent.closest(leftOut)) continue
    const own = parent.closest(line)
    if (own !== before) text += '\n'
    before = own
    pieces.push({ node, start: text.length })
    text += node.data
  }
  const found = findDirective(text, directive)
  if (!found) return null
  const pointAt = (offset: number): [Text, number] => {
    const { node, start } = pieces.findLast((piece) => piece.start <= offset)!
    return [node, offset - start]
  }
  const range = root.createRange()
  const [last, at] = pointAt(found[1] - 1)
  range.setStart(...pointAt(found[0]))
  range.setEnd(last, at + 1)
  return range
}
