import { text, textsOn } from '../text-on-page/text.ts'
import { lastAbove } from './outline.ts'
import type { PageOutline } from './page-outline.ts'

/** Index of the paragraph at the reading line (-1 before the first), and the share of it above the line, 0 to 1. */
export function positionRead({ elements }: Pick<PageOutline, 'elements'>, height: number) {
  const line = readingLine(height)
  const index = lastAbove(elements.length, (i) => topOf(elements[i]!, line), line)
  if (index < 0) return { index, within: 0 }
  const { top, bottom } = elements[index]!.getBoundingClientRect()
  return { index, within: Math.min(1, Math.max(0, (line - top) / (bottom - top || 1))) }
}

/** Top of a paragraph; that of its section if this is outside the window and maybe not laid out (styles/placed.css). */
function topOf(element: HTMLElement, line: number): number {
  const section = element.closest('article > section')?.getBoundingClientRect()
  if (section && (section.bottom <= line || section.top > line)) return section.top
  return element.getBoundingClientRect().top
}

/** Assumed height in the window, in pixels, of the line being read: a third from the top. */
export const readingLine = (height: number) => height / 3

/** Index of the paragraph with the focus, else of the one at the reading line; -1 before the first. */
export function currentIndex(root: Document, outline: PageOutline): number {
  const block = focusedBlock(root)
  const focused = outline.elements.findIndex((element) => element.parentElement === block)
  return block && focused >= 0 ? focused : positionRead(outline, innerHeight).index
}

/** The text with the focus, else the one at the reading line, else the first; null on pages without a text. */
export function textHere(root: Document): HTMLElement | null {
  const focused = focusedBlock(root)?.closest<HTMLElement>(text)
  if (focused) return focused
  const texts = textsOn(root)
  const topOf = (i: number) => texts[i]!.getBoundingClientRect().top
  return texts[Math.max(0, lastAbove(texts.length, topOf, readingLine(innerHeight)))] ?? null
}

/** The text at the reading line; null where another part of a one-file edition is there. */
export function textRead(root: Document): HTMLElement | null {
  const parts = [...root.querySelectorAll('.file-part')]
  const topOf = (i: number) => parts[i]!.getBoundingClientRect().top
  const part = parts[lastAbove(parts.length, topOf, readingLine(innerHeight))] ?? null
  return textsOn(root).find((text) => text.closest('.file-part') === part) ?? null
}

/** The block with the focus, if it is in the window. */
function focusedBlock(root: Document): Element | null {
  const block = root.activeElement?.closest('article .block') ?? null
  const { top, bottom } = block?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
  return bottom > 0 && top < innerHeight ? block : null
}
