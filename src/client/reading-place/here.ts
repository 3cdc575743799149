import { text, textsOn } from '../text-on-page/text.ts'
import { lastAbove } from './outline.ts'
import type { PageOutline } from './page-outline.ts'

/** Index of the paragraph that is read now, and how much of it has passed the line of reading. */
export function placeRead({ elements }: Pick<PageOutline, 'elements'>, height: number) {
  const line = lineOfReading(height)
  const index = lastAbove(elements.length, (i) => topOf(elements[i]!, line), line)
  if (index < 0) return { index, within: 0 }
  const { top, bottom } = elements[index]!.getBoundingClientRect()
  return { index, within: Math.min(1, Math.max(0, (line - top) / (bottom - top || 1))) }
}

/** A section away from the window may not be set yet (styles/placed.css): its own edge then stands for its paragraphs. */
function topOf(element: HTMLElement, line: number): number {
  const section = element.closest('article > section')?.getBoundingClientRect()
  if (section && (section.bottom <= line || section.top > line)) return section.top
  return element.getBoundingClientRect().top
}

/** Eyes rest in the upper third. */
export const lineOfReading = (height: number) => height / 3

/** The paragraph that holds the focus, else the one that is read now; -1 before the first. */
export function placeOf(root: Document, outline: PageOutline): number {
  const block = focusedBlock(root)
  const focused = outline.elements.findIndex((element) => element.parentElement === block)
  return block && focused >= 0 ? focused : placeRead(outline, innerHeight).index
}

/** The text that holds the focus, else the one that is read now; before the first that one, null where there is none. */
export function textHere(root: Document): HTMLElement | null {
  const focused = focusedBlock(root)?.closest<HTMLElement>(text)
  if (focused) return focused
  const texts = textsOn(root)
  const topOf = (i: number) => texts[i]!.getBoundingClientRect().top
  return texts[Math.max(0, lastAbove(texts.length, topOf, lineOfReading(innerHeight)))] ?? null
}

/** The text that is read now; null where a file is read in another of its parts. */
export function textRead(root: Document): HTMLElement | null {
  const parts = [...root.querySelectorAll('.file-part')]
  const topOf = (i: number) => parts[i]!.getBoundingClientRect().top
  const part = parts[lastAbove(parts.length, topOf, lineOfReading(innerHeight))] ?? null
  return textsOn(root).find((text) => text.closest('.file-part') === part) ?? null
}

/** Only where it can be seen. */
function focusedBlock(root: Document): Element | null {
  const block = root.activeElement?.closest('article .block') ?? null
  const { top, bottom } = block?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
  return bottom > 0 && top < innerHeight ? block : null
}
