import type { Entry } from './entries.ts'
import type { Band } from './placement.ts'

/** Pixels from the top left corner of the text. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export interface Sizes {
  /** Free space between two items. */
  gap: number
  /** Greatest distance from its call at which an entry stands without others being folded. */
  limit: number
  /** From this distance on a trace is always shown. */
  far: number
  /** Folded heights: exact for notes, as in the style sheet; for glosses an estimate. */
  folded: { note: number; gloss: number }
  /** From the top of a call to where the first line of its note begins, so that both share a baseline. */
  lead: { note: number; gloss: number }
  /** From the top of a call to the free space under its line, where a trace runs. */
  under: { note: number; gloss: number }
}

/** Sizes in pixels, in proportion to the reader's text size. */
export function sizes(rem: number): Sizes {
  return {
    gap: Math.round(0.75 * rem),
    limit: Math.round(16 * rem),
    far: Math.round(5.4 * rem),
    folded: { note: Math.ceil(6.575 * rem), gloss: Math.round(1.75 * rem) },
    lead: { note: 0.27 * rem, gloss: 0.125 * rem },
    under: { note: 1.62 * rem, gloss: 1.48 * rem },
  }
}

export interface Measured extends Entry {
  /** Ideal top of the entry: its first line level with the call. */
  anchor: number
  height: number
  /** Box of the call. */
  from: Box
  /** Edges of the column. */
  left: number
  right: number
}

export function measure(
  article: HTMLElement,
  entries: readonly Entry[],
  { lead }: Sizes,
): Measured[] {
  const origin = article.getBoundingClientRect()
  return entries.map((entry) => {
    const from = boxOf(entry.call, origin)
    const { left, right } = entry.element.getBoundingClientRect()
    return {
      ...entry,
      anchor: Math.max(0, Math.round(from.top + lead[entry.kind])),
      height: heightOf(entry.element),
      from,
      left: left - origin.left,
      right: right - origin.left,
    }
  })
}

/** Height in whole pixels. */
export const heightOf = (element: Element) =>
  Math.ceil(element.getBoundingClientRect().height - 0.01)

export function boxOf(element: Element, origin: DOMRect): Box {
  // The first line box, where the call is broken over two lines.
  const { left, right, top, bottom } =
    element.getClientRects()[0] ?? element.getBoundingClientRect()
  return {
    left: left - origin.left,
    right: right - origin.left,
    top: top - origin.top,
    bottom: bottom - origin.top,
  }
}

/** Figures, tables and the like that extend from the text into a column. */
export function bandsIn(article: HTMLElement, left: number, right: number): Band[] {
  const origin = article.getBoundingClientRect()
  return [...article.querySelectorAll('.block > :first-child, .wide')]
    .map((element) => boxOf(element, origin))
    .filter((box) => box.right > left + 1 && box.left < right - 1)
    .map(({ top, bottom }) => ({ top: Math.floor(top), bottom: Math.ceil(bottom) }))
}
