/** The table of links over two paragraphs that every browser is asked: passages, links to them, and what is seen. */
import { texts } from '../fixture-edition.ts'
import { all, readDocument } from '../sites/documents.ts'

export interface Passage {
  /** Its first and its last paragraph, which follow one another. */
  from: string
  to: string
  /** Its first and last words, and the words around it. */
  first: string
  last: string
  before: string
  after: string
}

/** Pieces of a paragraph without a call, gloss or other element in them, as lists of words. */
const runs = (p: Element): string[][] =>
  [...p.childNodes]
    .filter(({ nodeType }) => nodeType === 3)
    .map(({ textContent }) => textContent!.trim().split(/\s+/))

/** Passages from the end of a paragraph to the beginning of the next: early, middle and late ones. */
export function passages(): Passage[] {
  const paragraphs = all(
    'article .block > p[id^="abs-"]',
    readDocument('local', `texte/${texts.long}/`),
  )
  const found = paragraphs.flatMap((p, i): Passage[] => {
    const next = paragraphs[i + 1]
    const start = runs(p).findLast((words) => words.length > 9)
    const end = next && runs(next).find((words) => words.length > 9)
    if (!start || !end || p.closest('section') !== next.closest('section')) return []
    const piece = (words: string[], at: number) => words.slice(at, at + 3).join(' ')
    const around = { before: piece(start, 1), after: piece(end, 6) }
    return [{ from: p.id, to: next.id, first: piece(start, 4), last: piece(end, 3), ...around }]
  })
  return [1, found.length / 4, found.length / 2, (3 * found.length) / 4, found.length - 2].map(
    (at) => found[Math.floor(at)]!,
  )
}

/**
 * Selects a passage, or says where its first line is not seen: above or under the bar, or below the window. Runs in the
 * browser, so it must be self-contained.
 */
export function passageInWindow([{ from, to, first, last }, act]: readonly [
  Passage,
  'select' | 'look',
]): string | null {
  const rangeOf = (id: string, words: string) => {
    const walker = document.createTreeWalker(document.getElementById(id)!, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      const at = node.data.replace(/\s/g, ' ').indexOf(words)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + words.length)
      return range
    }
    throw new Error(`„${words}“ is not in ${id}`)
  }
  const start = rangeOf(from, first)
  if (act === 'select') {
    const end = rangeOf(to, last)
    start.startContainer.parentElement!.scrollIntoView()
    getSelection()!.setBaseAndExtent(
      start.startContainer,
      start.startOffset,
      end.endContainer,
      end.endOffset,
    )
    return null
  }
  const { top, bottom } = start.getClientRects()[0]!
  const bar = document.querySelector('.reading-bar[data-shown]')
  if (top < (bar?.getBoundingClientRect().bottom ?? 0)) return `above, at ${Math.round(top)} px`
  return bottom > innerHeight ? `below, at ${Math.round(bottom)} px` : null
}

const encode = (words: string) => encodeURIComponent(words).replaceAll('-', '%2D')

/** The links to a passage: the edition's own, and those that browsers make, with and without words around it. */
export const linksTo = (
  address: string,
  { first, last, before, after }: Passage,
  own: string,
): string[] => {
  const [from, to] = [encode(first), encode(last)]
  return [
    address + own.slice(own.indexOf('?')),
    `${address}#:~:text=${from},${to}`,
    `${address}#:~:text=${encode(before)}-,${from},${to},-${encode(after)}`,
  ]
}
