import { elementOf, type Part } from '../text-on-page/passage.ts'
import { partAround } from '../text-on-page/text.ts'
import { wordingOf } from '../text-on-page/wording.ts'

/** Stands for calls and no-break spaces: a text fragment must not run across them, since browsers differ there. */
export const BREAK = '\ufffc'

/** All text in which a browser looks for a text fragment, in document order; one line per block element. */
export interface Haystack {
  text: string
  /** Offsets of the passage in `text`. */
  start: number
  end: number
}

const unseen = 'script, style, noscript, template, dialog, [hidden], [aria-hidden="true"], .status'
const block =
  'p, h1, h2, h3, h4, li, dt, dd, td, th, figcaption, pre, blockquote, div, section, nav, header, footer, button, a.block-number'

/** Null where the parts are not on this page. */
export function haystackOf(article: HTMLElement, first: Part, last: Part): Haystack | null {
  const from = pointOf(article, first.id, first.start)
  const to = pointOf(article, last.id, last.end)
  if (!from || !to) return null
  const walker = article.ownerDocument.createTreeWalker(partAround(article), NodeFilter.SHOW_TEXT)
  let [text, start, end] = ['', -1, -1]
  let line: Element | null = null
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    const parent = node.parentElement!
    if (parent.closest(unseen)) continue
    const own = parent.closest(block)
    if (own !== line) text += '\n'
    line = own
    if (node === from.node) start = text.length + from.offset
    if (node === to.node) end = text.length + to.offset
    text += parent.closest('[role="doc-noteref"]')
      ? BREAK
      : node.data.replace(/[\u00a0\u202f]/g, BREAK).replace(/\s/g, ' ')
  }
  return start < 0 || end < 0 ? null : { text, start, end }
}

function pointOf(article: HTMLElement, id: string, at: number) {
  const element = elementOf(article, id)
  const pieces = element ? wordingOf(element).pieces : []
  const piece = pieces.findLast(({ start }) => start <= at) ?? pieces[0]
  return piece ? { node: piece.node, offset: at - piece.start } : null
}
